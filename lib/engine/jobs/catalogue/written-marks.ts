import { z } from 'zod';
import type { HikeProduct } from '../../../domain/hike-product';
import { CategoryId, ProductId } from '../../../domain/ids';
import { Problem } from '../../../domain/problems';
import { hikeImageParts } from '../../../domain/rules/catalogue/hike-product-fingerprint';
import { SentVariantPicture } from '../../../domain/rules/catalogue/variant-pictures';
import { fingerprint } from '../../fingerprint';
import type { SeenHikeProduct, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

type Written = SeenHikeProduct['written'];

/**
 * `in-step`: BigCommerce has what Hike has. `added`: it lacks none, which is all that is asked for where Hike does not own
 * images. A problem: why some could not be sent.
 */
export type ImagesWritten = 'in-step' | 'added' | Problem;

const imagesOf = (product: HikeProduct): string => fingerprint(hikeImageParts(product));

export const imagesDiffer = ({ product, written }: SeenHikeProduct): boolean => written.images !== imagesOf(product);

/** Why some could not be sent. */
export const imagesMissed = ({ written: { missedImages } }: SeenHikeProduct): Problem | null => (missedImages === undefined ? null : Problem.parse(JSON.parse(missedImages)));

/** Only what we hid ourselves is shown again by itself. */
export const wasHiddenByUs = ({ written }: SeenHikeProduct): boolean => written.hidden !== undefined;

/** Of one BigCommerce product: to another that it may be linked to one day we have given none. */
const OwnCategories = z.object({ productId: ProductId, ids: z.array(CategoryId) });
type OwnCategories = z.infer<typeof OwnCategories>;

/** Categories that we gave the product which it is linked to. */
export const ownCategoriesOf = ({ written: { categories } }: SeenHikeProduct, linkedTo: ProductId | null): ReadonlySet<CategoryId> => {
  const own = categories === undefined ? null : OwnCategories.parse(JSON.parse(categories));
  return new Set(own?.productId === linkedTo ? own.ids : []);
};

const VariantPictures = z.object({ productId: ProductId, pictures: z.array(SentVariantPicture) });
type VariantPictures = z.infer<typeof VariantPictures>;

/** Pictures that variants of the product have from us. */
export const sentVariantPicturesOf = ({ written: { variantPictures } }: SeenHikeProduct, productId: ProductId): SentVariantPicture[] => {
  const sent = variantPictures === undefined ? null : VariantPictures.parse(JSON.parse(variantPictures));
  return sent?.productId === productId ? sent.pictures : [];
};

export interface WriteMarks {
  images?: ImagesWritten;
  variantPictures?: VariantPictures;
  hidden?: boolean;
  categories?: OwnCategories;
}

/** In the transaction that records the write. */
export const keepWritten = async ({ storeHash }: JobContext, tables: Tables, writes: readonly (WriteMarks & { seen: SeenHikeProduct })[]): Promise<void> => {
  const kept = writes.filter(({ images, hidden, categories, variantPictures }) => [images, hidden, categories, variantPictures].some((mark) => mark !== undefined));
  if (kept.length > 0) await tables.hikeProducts.saveWritten(storeHash, kept.map(({ seen, ...what }) => ({ id: seen.product.id, written: writtenAfter(seen, what) })));
};

const writtenAfter = ({ product, written }: SeenHikeProduct, { images, hidden, categories, variantPictures }: WriteMarks): Written => {
  const { hidden: before, categories: known, variantPictures: sent, ...others } = written;
  const isHidden = hidden ?? before !== undefined;
  const own = categories === undefined ? known : JSON.stringify(categories);
  const ofVariants = variantPictures === undefined ? sent : JSON.stringify(variantPictures);
  return {
    ...(images === undefined ? others : withImages(product, others, images)),
    ...(isHidden ? { hidden: 'yes' } : {}),
    ...(own === undefined ? {} : { categories: own }),
    ...(ofVariants === undefined ? {} : { variantPictures: ofVariants }),
  };
};

/** What is not known to be in step is compared again. */
const withImages = (product: HikeProduct, { images: _, missedImages: __, ...others }: Written, state: ImagesWritten): Written => ({
  ...others,
  ...(state === 'in-step' ? { images: imagesOf(product) } : {}),
  ...(typeof state === 'string' ? {} : { missedImages: JSON.stringify(state) }),
});
