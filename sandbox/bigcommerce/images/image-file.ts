import { createHash } from 'node:crypto';
import { ApiRefusal } from '../api-refusal.ts';
import type { ProductImage, Store } from '../model/store.ts';
import { imageType } from './image-type.ts';

/** Eight megabytes, by file and by address alike. */
export const LARGEST_IMAGE = 8 * 1024 * 1024;

/** A file that was seen to be an image, before it belongs to anything. */
export interface CheckedImage {
  contentHash: string;
  contentType: string;
  bytes: Buffer;
}

/** The one way in which a download fails, whatever the reason and whatever asked for it. */
export function cannotUse(reason: string): ApiRefusal {
  return new ApiRefusal(400, 'The image could not be processed.', { field: 'image_url', invalid_reason: reason });
}

export function checkedImage(bytes: Buffer): CheckedImage {
  if (bytes.length > LARGEST_IMAGE) throw cannotUse('The image is larger than 8 MB.');
  const contentType = imageType(bytes);
  if (contentType === undefined) throw cannotUse('The file is not an image of a supported type.');
  return { contentHash: createHash('sha256').update(bytes).digest('hex'), contentType, bytes };
}

/** Keeps the file; the same content is kept once. */
export function keepFile(store: Store, image: CheckedImage): void {
  store.imageFiles ??= new Map();
  if (store.imageFiles.has(image.contentHash)) return;
  store.imageFiles.set(image.contentHash, { contentType: image.contentType, base64: image.bytes.toString('base64') });
}

/** Where the files of an image or of a variant are served, see `serve-images.ts`. */
export function fileAddress(origin: string, store: Store, parts: { productId: number; owner: 'images' | 'variants'; id: number; name: string }): string {
  return `${origin}/s-${store.hash}/products/${parts.productId}/${parts.owner}/${parts.id}/${parts.name}`;
}

/** What the sandbox never saw keeps the address that it was given. */
export function imageAddress(origin: string, store: Store, parts: { productId: number; image: ProductImage; size: string }): string {
  const { productId, image, size } = parts;
  if (image.contentHash === undefined) return image.url;
  return fileAddress(origin, store, { productId, owner: 'images', id: image.id, name: `${image.contentHash}.${size}` });
}
