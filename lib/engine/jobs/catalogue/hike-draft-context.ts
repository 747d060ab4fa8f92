import type { HikeDraftContext } from '../../../domain/rules/catalogue/hike-draft-from-store-product';
import { skuKey } from '../../../domain/rules/sku-key';
import type { StoreProduct } from '../../../domain/store-product';
import { TransientFailure } from '../../ports/failures';
import type { JobContext } from '../job';
import { catalogueContext, type PlanningContext } from './load-plans';

/** What Hike is known to have already; the preview judges by the same. */
export const hikeDraftContext = async (context: PlanningContext & Pick<JobContext, 'lists'>, stores: readonly StoreProduct[]): Promise<HikeDraftContext> => {
  const { profile } = context.store;
  if (profile === null || context.lists === null) throw new TransientFailure('the store or the shop has not been read yet');
  const distinct = (keys: readonly string[]) => [...new Set(keys.map(skuKey))].filter(Boolean);
  const all = stores.flatMap((store) => [store, ...store.variants]);
  const known = await context.database.tables.hikeProducts.listVariantsByKeys(context.storeHash, {
    skus: distinct(all.map(({ sku }) => sku)),
    barcodes: distinct(all.map(({ barcode }) => barcode)),
  });
  return {
    ...(await catalogueContext(context)),
    profile,
    hikeLists: context.lists,
    inHike: { skus: new Set(known.map(({ sku }) => sku)), barcodes: new Set(known.map(({ barcode }) => barcode)) },
  };
};
