import type { Standing } from '../../../domain/catalogue-words';
import type { ProductPlan } from '../../../domain/product-plan';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import type { SeenHikeProduct, SeenStoreProduct } from '../../ports/tables';

/** One variant, named like the product's id: `sku-7` and `bar-7` of variant 7. */
export const sampleHikeProduct = (id: number, name: string, rest: Partial<Omit<SeenHikeProduct, 'product'>> & { variants?: unknown[]; types?: unknown[] } = {}): SeenHikeProduct => {
  const { variants = [aHikeVariant({ id, sku: `sku-${id}`, barcode: `bar-${id}` })], types = [], ...seen } = rest;
  const product = aHikeProduct({ id, name, variants, types });
  return { product, fingerprint: 'f', sweep: 1, goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false, ...seen };
};

export const samplePlan = (standing: Standing, rest: Partial<ProductPlan> = {}): ProductPlan => ({
  standing,
  changes: [],
  problem: null,
  candidates: [],
  goesToZero: [],
  levels: [],
  calls: 0,
  priceMove: null,
  ...rest,
});

/** One variant, as Hike's sample, with 1,000 added to its id. */
export const sampleStoreProduct = (id: number, name: string, rest: Partial<Omit<SeenStoreProduct, 'product'>> & { variants?: unknown[] } = {}): SeenStoreProduct => {
  const { variants = [aStoreVariant({ id: id + 1000, sku: `sku-${id}`, barcode: `bar-${id}` })], ...seen } = rest;
  return { product: aStoreProduct({ id, name, variants }), standing: 'linked', sweep: 1, goneAt: null, ...seen };
};
