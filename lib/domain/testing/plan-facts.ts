import { HikeProductId, ProductId, VariantId } from '../ids';
import type { StoreProduct } from '../store-product';
import { aStoreProduct } from './a-store-product';
import type { PlanFacts } from '../rules/catalogue/product-plan-of';

/** A product that nothing is known of yet but what it might be paired with. */
export const someFacts = (candidates: StoreProduct[] = [], change: Partial<PlanFacts> = {}): PlanFacts => ({
  link: null,
  variantLinks: new Map(),
  candidates,
  takenProductIds: new Set(),
  twins: [],
  isGone: false,
  isIgnored: false,
  removal: null,
  removalsWait: false,
  wasHiddenByUs: false,
  ownCategories: new Set(),
  goneVariants: new Map(),
  offSale: new Set(),
  decidedVariants: new Set(),
  nameHolder: null,
  stock: [],
  images: [],
  imagesDiffer: false,
  imagesMissed: null,
  ...change,
});

export const LINKED = { link: ProductId.parse(111), variantLinks: new Map([[HikeProductId.parse(812), VariantId.parse(211)]]) };

/** The tote of both sides, paired. */
export const linked = (change: Partial<PlanFacts> = {}, store = aStoreProduct()): PlanFacts => someFacts([store], { ...LINKED, ...change });
