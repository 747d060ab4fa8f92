import { ApiRefusal } from '../api-refusal.ts';
import type { Store } from '../model/store.ts';
import { catalogueIndex, folded } from './catalogue-index.ts';
import type { ProductPut } from './product-input.ts';

/** Whose SKU it may already be: the thing that is being written. */
interface Owner {
  productId?: number | undefined;
  variantId?: number | undefined;
}

/** SKUs are unique over products and variants, whatever their case. Products answer 409, single variants 422. */
export function assertSkuFree(store: Store, sku: string, owner: Owner & { status: 409 | 422 }): void {
  if (sku === '') return;
  const index = catalogueIndex(store);
  const variant = index.variantBySku.get(folded(sku));
  const product = index.productBySku.get(folded(sku));
  if (variant && variant.id !== owner.variantId) throw new ApiRefusal(owner.status, `The sku "${sku}" is a duplicate.`, { sku: `duplicate of variant ${variant.id}` });
  if (product && product.id !== owner.productId) throw new ApiRefusal(owner.status, `The sku "${sku}" is a duplicate.`, { sku: `duplicate of product ${product.id}` });
}

export function assertNameFree(store: Store, name: string, ownId?: number): void {
  const taken = catalogueIndex(store).productByName.get(folded(name));
  if (taken && taken.id !== ownId) throw new ApiRefusal(409, 'The product name is a duplicate.', { name: `duplicate of product ${taken.id}` });
}

/** 409 also means that a brand, a category or a tax class is missing. */
export function assertReferences(store: Store, input: Pick<ProductPut, 'categories' | 'brand_id' | 'tax_class_id'>): void {
  const missing = (input.categories ?? []).find((id) => !store.categories.has(id));
  if (missing !== undefined) throw new ApiRefusal(409, 'One or more categories do not exist.', { categories: `missing ${missing}` });
  if (input.brand_id && !store.brands.has(input.brand_id)) throw new ApiRefusal(409, 'The brand does not exist.', { brand_id: 'missing' });
  if (input.tax_class_id !== undefined && !store.taxClasses.some((taxClass) => taxClass.id === input.tax_class_id)) {
    throw new ApiRefusal(409, 'The tax class does not exist.', { tax_class_id: 'missing' });
  }
}

/** The most products that the store's plan allows. */
export function assertRoomForProduct(store: Store): void {
  const limit = store.settings.productLimit ?? Infinity;
  if (store.products.size >= limit) throw new ApiRefusal(507, `The store has reached the limit of ${limit} products of its plan.`);
}
