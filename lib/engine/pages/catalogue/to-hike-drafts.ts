import { isProblem } from '../../../domain/problems';
import { hikeProductDraftFromStoreProduct } from '../../../domain/rules/catalogue/hike-draft-from-store-product';
import { skuKey } from '../../../domain/rules/sku-key';
import type { StoreProduct } from '../../../domain/store-product';
import { hikeDraftContext } from '../../jobs/catalogue/hike-draft-context';
import type { PageDeps, StoreState } from '../page-deps';

export interface ToHikeDraft {
  product: StoreProduct;
  draft: ReturnType<typeof hikeProductDraftFromStoreProduct>;
}

/**
 * What products would become in Hike, by the rule that creates them, part by part: of two that share a barcode only the
 * first can be created, and the second may come in a later part.
 */
export const createToHikeDrafts = ({ database }: PageDeps, { store, settings, connection }: StoreState): ((products: readonly StoreProduct[]) => Promise<ToHikeDraft[]>) => {
  const inHike = { skus: new Set<string>(), barcodes: new Set<string>() };
  return async (products) => {
    const known = await hikeDraftContext({ store, settings, storeHash: store.hash, database, lists: connection?.lists ?? null }, products);
    for (const sku of known.inHike.skus) inHike.skus.add(sku);
    for (const barcode of known.inHike.barcodes) inHike.barcodes.add(barcode);
    return products.map((product) => {
      const draft = hikeProductDraftFromStoreProduct(product, { ...known, inHike });
      if (!isProblem(draft)) {
        for (const { sku, barcode } of [draft, ...draft.variants]) {
          inHike.skus.add(skuKey(sku));
          if (skuKey(barcode) !== '') inHike.barcodes.add(skuKey(barcode));
        }
      }
      return { product, draft };
    });
  };
};
