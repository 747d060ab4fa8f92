import { z } from 'zod';
import type { HikeProduct } from '../../../domain/hike-product';
import { CategoryId, ProductId } from '../../../domain/ids';
import { hikeImageParts } from '../../../domain/rules/catalogue/hike-product-fingerprint';
import { fingerprint } from '../../fingerprint';
import type { SeenHikeProduct, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

type Written = SeenHikeProduct['written'];

const imagesOf = (product: HikeProduct): string => fingerprint(hikeImageParts(product));

export const imagesDiffer = ({ product, written }: SeenHikeProduct): boolean => written.images !== imagesOf(product);

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

export interface WriteMarks {
  images?: boolean;
  hidden?: boolean;
  categories?: OwnCategories;
}

/** In the transaction that records the write. */
export const keepWritten = async ({ storeHash }: JobContext, tables: Tables, writes: readonly (WriteMarks & { seen: SeenHikeProduct })[]): Promise<void> => {
  const kept = writes.filter(({ images, hidden, categories }) => images === true || hidden !== undefined || categories !== undefined);
  if (kept.length > 0) await tables.hikeProducts.saveWritten(storeHash, kept.map(({ seen, ...what }) => ({ id: seen.product.id, written: writtenAfter(seen, what) })));
};

const writtenAfter = ({ product, written }: SeenHikeProduct, { images = false, hidden, categories }: WriteMarks): Written => {
  const { hidden: before, ...others } = written;
  const isHidden = hidden ?? before !== undefined;
  return { ...others, ...(isHidden ? { hidden: 'yes' } : {}), ...(images ? { images: imagesOf(product) } : {}), ...(categories === undefined ? {} : { categories: JSON.stringify(categories) }) };
};
