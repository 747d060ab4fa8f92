import { ApiRefusal } from '../api-refusal.ts';
import { fileAddress, keepFile, type CheckedImage } from '../images/image-file.ts';
import { nextId, type Product, type ProductImage, type Store, type Variant } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import type { ImageInput } from './product-input.ts';

const IMAGES = 1000;

function chooseThumbnail(product: Product, chosen: ProductImage | undefined): void {
  for (const image of product.images) image.isThumbnail = image === chosen;
}

/** How the product page shows them: by their order, and those of the same order as they came. */
function arrange(product: Product): void {
  product.images.sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
}

function putFile(store: Store, image: ProductImage, input: ImageInput): void {
  image.url = input.image_url ?? image.url;
  if (!input.file) return;
  keepFile(store, input.file);
  image.contentHash = input.file.contentHash;
}

const told = (product: Product, image: ProductImage) => ({ productId: product.id, contentHash: image.contentHash ?? null, url: image.url, sortOrder: image.sortOrder, isThumbnail: image.isThumbnail });

/** Adds an image whose file was downloaded or uploaded. Hooks hear of the first one only, as a change of the product. */
export function addImage(platform: Platform, store: Store, target: { product: Product; input: ImageInput }): ProductImage {
  const { product, input } = target;
  if (product.images.length >= IMAGES) throw new ApiRefusal(422, `A product has at most ${IMAGES} images.`);
  const first = product.images.length === 0;
  const image: ProductImage = {
    id: nextId(store, 'image', 200),
    url: '',
    isThumbnail: false,
    sortOrder: input.sort_order ?? 0,
    description: input.description ?? '',
    modified: platform.core.clock.now().toISOString(),
  };
  putFile(store, image, input);
  product.images.push(image);
  if (first || input.is_thumbnail) chooseThumbnail(product, image);
  arrange(product);
  note(platform, store, { kind: 'image.created', id: image.id, reference: product.fields.sku, data: told(product, image) });
  if (first) platform.emit(store, 'store/product/updated', { type: 'product', id: product.id });
  return image;
}

export function updateImage(platform: Platform, store: Store, target: { product: Product; image: ProductImage; input: ImageInput }): ProductImage {
  const { product, image, input } = target;
  putFile(store, image, input);
  image.sortOrder = input.sort_order ?? image.sortOrder;
  image.description = input.description ?? image.description;
  image.modified = platform.core.clock.now().toISOString();
  if (input.is_thumbnail) chooseThumbnail(product, image);
  arrange(product);
  note(platform, store, { kind: 'image.updated', id: image.id, reference: product.fields.sku, data: told(product, image) });
  return image;
}

export function deleteImage(platform: Platform, store: Store, target: { product: Product; image: ProductImage }): void {
  const { product, image } = target;
  product.images.splice(product.images.indexOf(image), 1);
  if (image.isThumbnail) chooseThumbnail(product, product.images[0]);
  note(platform, store, { kind: 'image.deleted', id: image.id, reference: product.fields.sku, data: told(product, image) });
}

/** `images` of an update is the whole list: what it does not name is gone. */
export function replaceImages(platform: Platform, store: Store, target: { product: Product; inputs: ImageInput[] }): void {
  const { product, inputs } = target;
  const kept = new Set(inputs.map((input) => input.id));
  for (const image of product.images.filter((candidate) => !kept.has(candidate.id))) deleteImage(platform, store, { product, image });
  for (const input of inputs) {
    const image = product.images.find((candidate) => candidate.id === input.id);
    if (image) updateImage(platform, store, { product, image, input });
    else addImage(platform, store, { product, input });
  }
}

/** The file is kept and shown from here, whatever address it came from. */
export function keepVariantFile(platform: Platform, store: Store, target: { variant: Variant; file: CheckedImage | undefined }): string {
  const { variant, file } = target;
  if (!file) return '';
  keepFile(store, file);
  const url = fileAddress(platform.publicUrl(), store, { productId: variant.productId, owner: 'variants', id: variant.id, name: file.contentHash });
  variant.fields['image_url'] = url;
  return url;
}

/** The one image of a variant; a new one takes the place of the old, and nothing takes it away. */
export function setVariantImage(platform: Platform, store: Store, target: { variant: Variant; file: CheckedImage }): string {
  const { variant, file } = target;
  const url = keepVariantFile(platform, store, target);
  note(platform, store, { kind: 'variant.image.created', id: variant.id, reference: variant.sku, data: { productId: variant.productId, contentHash: file.contentHash } });
  platform.emit(store, 'store/sku/updated', { type: 'sku', id: variant.id, sku: { product_id: variant.productId, variant_id: variant.id } });
  return url;
}
