import type { HikeProduct } from '../../hike-product';
import type { StoreProduct } from '../../store-product';
import { skuKey } from '../sku-key';
import { storeBarcode } from './bigcommerce-limits';
import { hasVariants } from './has-variants';
import type { VariantPair } from './match-variants';
import type { ProductMove } from './product-move';

/** SKU and barcode; of a single product they stand on the product itself. */
export const keyMoves = (product: HikeProduct, store: StoreProduct, pairs: readonly VariantPair[]): ProductMove[] => {
  const inHike = new Map(product.variants.map((variant) => [variant.id, variant]));
  const inStore = new Map(store.variants.map((variant) => [variant.id, variant]));
  return pairs.flatMap(({ hikeId, variantId }) => {
    const [hike, variant] = [inHike.get(hikeId), inStore.get(variantId)];
    if (!hike || !variant) return [];
    const on = hasVariants(store) ? variantId : null;
    const had = on === null ? { sku: store.sku || variant.sku, barcode: store.barcode || variant.barcode } : variant;
    const wanted = { sku: hike.sku.trim(), barcode: storeBarcode(hike.barcode) };
    return (['sku', 'barcode'] as const)
      .filter((key) => wanted[key] !== '' && skuKey(had[key]) !== skuKey(wanted[key]))
      .map((key): ProductMove => ({
        field: key,
        on,
        change: key === 'sku' ? { sku: wanted.sku } : { barcode: wanted.barcode },
        shown: { field: key, sku: on === null ? null : had.sku || wanted.sku, before: had[key], after: wanted[key] },
      }));
  });
};
