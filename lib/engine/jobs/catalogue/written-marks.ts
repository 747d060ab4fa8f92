import type { HikeProduct } from '../../../domain/hike-product';
import { hikeImageParts } from '../../../domain/rules/catalogue/hike-product-fingerprint';
import { fingerprint } from '../../fingerprint';
import type { SeenHikeProduct, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

type Written = SeenHikeProduct['written'];

const imagesOf = (product: HikeProduct): string => fingerprint(hikeImageParts(product));

export const imagesDiffer = ({ product, written }: SeenHikeProduct): boolean => written.images !== imagesOf(product);

/** Only what we hid ourselves is shown again by itself. */
export const wasHiddenByUs = ({ written }: SeenHikeProduct): boolean => written.hidden !== undefined;

/** In the transaction that records the write. */
export const keepWritten = async (
  { storeHash }: JobContext,
  tables: Tables,
  writes: readonly { seen: SeenHikeProduct; images?: boolean; hidden?: boolean }[],
): Promise<void> => {
  const kept = writes.filter(({ images, hidden }) => images === true || hidden !== undefined);
  if (kept.length > 0) await tables.hikeProducts.saveWritten(storeHash, kept.map(({ seen, ...what }) => ({ id: seen.product.id, written: writtenAfter(seen, what) })));
};

const writtenAfter = ({ product, written }: SeenHikeProduct, { images = false, hidden }: { images?: boolean; hidden?: boolean }): Written => {
  const { hidden: before, ...others } = written;
  const isHidden = hidden ?? before !== undefined;
  return { ...others, ...(isHidden ? { hidden: 'yes' } : {}), ...(images ? { images: imagesOf(product) } : {}) };
};
