import { createHash } from 'node:crypto';
import type { HikeProduct } from '../../../domain/hike-product';
import { LONGEST_IMAGE_URL } from '../../../domain/rules/catalogue/calls-of-step';
import { imagesOfProduct } from '../../../domain/rules/catalogue/images-of-product';
import type { WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { ImageDraft } from '../../../domain/store-product';
import type { JobContext } from '../job';

/**
 * The product's pictures that can be fetched, each content once, in order. One that was sent before and cannot be fetched
 * now is still wanted, with the content that it had.
 */
export const picturesOf = async (context: JobContext, product: HikeProduct, sent: readonly Pick<WantedImage, 'key' | 'content'>[] = []): Promise<WantedImage[]> => {
  const pictures: WantedImage[] = [];
  for (const { key, url, isPrimary } of imagesOfProduct(product)) {
    const file = await context.hike.images.fetch(url);
    const content = file === null ? sent.find((image) => image.key === key)?.content : createHash('sha256').update(file.bytes).digest('hex');
    if (content === undefined || pictures.some((known) => known.content === content)) continue;
    pictures.push({ key, url, content, isPrimary });
  }
  return pictures;
};

export const needsFile = ({ url }: Pick<WantedImage, 'url'>): boolean => url.length > LONGEST_IMAGE_URL;

export const byAddress = ({ url }: Pick<WantedImage, 'url'>): ImageDraft['source'] => ({ kind: 'url', url });

/** The picture itself, for where BigCommerce cannot fetch it; `null` when it is gone since. It is fetched again, so that no more than a few are held at a time. */
export const asFile = async (context: JobContext, { url, key }: Pick<WantedImage, 'url' | 'key'>): Promise<ImageDraft['source'] | null> => {
  const file = await context.hike.images.fetch(url);
  return file === null ? null : { kind: 'file', name: `${key}.${extensionOf(file.type)}`, type: file.type, bytes: file.bytes };
};

const extensionOf = (type: string): string => (type === 'image/jpeg' ? 'jpg' : type.replace(/^image\//, '').replace(/[^a-z0-9]/g, ''));
