import { z } from 'zod';
import type { HikeImage, HikeProduct, HikeVariant } from '../../hike-product';
import { VariantId } from '../../ids';
import type { StoreProduct } from '../../store-product';
import { hasVariants } from './has-variants';
import { type WantedImage, thumbnailOf } from './image-steps';
import type { VariantPair } from './match-variants';

/** A variant's picture that BigCommerce has from us. */
export const SentVariantPicture = z.object({
  variantId: VariantId,
  /** SHA-256 of its bytes. */
  content: z.string(),
  /** BigCommerce's address of it, as the answer told it. */
  url: z.string(),
});
export type SentVariantPicture = z.infer<typeof SentVariantPicture>;

/** BigCommerce shows one; the others stand among the product's. */
export const ownPictureOf = ({ images }: Pick<HikeVariant, 'images'>): HikeImage | null => images.find(({ isPrimary }) => isPrimary) ?? images[0] ?? null;

export interface VariantPictureFacts<Picture extends WantedImage> {
  store: Pick<StoreProduct, 'variants'>;
  pairs: readonly VariantPair[];
  sent: readonly SentVariantPicture[];
  /** Those of Hike's that can be had, in the product's order. */
  fetched: readonly Picture[];
  /** Hike owns images; else only variants that show none get theirs. */
  decides: boolean;
}

export interface VariantPictureStep<Picture extends WantedImage> {
  variantId: VariantId;
  picture: Picture;
}

/** The same file may be told with another host, or with a stamp of the time. */
const fileOf = (url: string): string => url.replace(/[?#].*$/, '').split('/').at(-1) ?? '';

const isStillOurs = (imageUrl: string, { url }: SentVariantPicture): boolean => url !== '' && fileOf(imageUrl) === fileOf(url);

/**
 * What gives BigCommerce's variants the pictures that Hike's have. One whose picture is gone from Hike shows the product's
 * main one instead, for BigCommerce takes no variant's picture away; one that somebody else gave it stays.
 */
export const variantPictureSteps = <Picture extends WantedImage>(product: HikeProduct, facts: VariantPictureFacts<Picture>): VariantPictureStep<Picture>[] => {
  const { store, pairs, sent, fetched, decides } = facts;
  if (!hasVariants(product)) return [];
  const main = fetched.find((one) => one === thumbnailOf(fetched));
  return pairs.flatMap(({ hikeId, variantId }) => {
    const own = ownPictureOf(product.variants.find(({ id }) => id === hikeId) ?? { images: [] });
    const known = sent.find((one) => one.variantId === variantId);
    const imageUrl = store.variants.find(({ id }) => id === variantId)?.imageUrl ?? '';
    const isDue = own === null ? decides && known !== undefined && isStillOurs(imageUrl, known) : decides || (known === undefined && imageUrl === '');
    const picture = own === null ? main : fetched.find(({ key }) => key === own.key);
    return isDue && picture !== undefined && picture.content !== known?.content ? [{ variantId, picture }] : [];
  });
};
