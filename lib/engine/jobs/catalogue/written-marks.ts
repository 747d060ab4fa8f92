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
  { seen, images = false, hidden }: { seen: SeenHikeProduct; images?: boolean; hidden?: boolean },
): Promise<void> => {
  if (!images && hidden === undefined) return;
  const { hidden: before, ...others }: Written = seen.written;
  const isHidden = hidden ?? before !== undefined;
  await tables.hikeProducts.saveWritten(storeHash, seen.product.id, {
    ...others,
    ...(isHidden ? { hidden: 'yes' } : {}),
    ...(images ? { images: imagesOf(seen.product) } : {}),
  });
};
