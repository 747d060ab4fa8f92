import type { Product, Store, Variant } from '../model/store.ts';

/**
 * Finds products and variants without walking the catalogue. It is no part of the state: it is built when it is first
 * needed, kept up by the functions that write, and built again when somebody put things into the store beside them.
 */
export interface CatalogueIndex {
  /** In the order of their ids. */
  products: Product[];
  /** In the order of their ids. */
  variants: Variant[];
  productByName: Map<string, Product>;
  /** By the product's main SKU. */
  productBySku: Map<string, Product>;
  variantBySku: Map<string, Variant>;
  variantsOf: Map<number, Variant[]>;
}

const known = new WeakMap<Store, CatalogueIndex>();

export const folded = (text: string) => text.trim().toLowerCase();

function build(store: Store): CatalogueIndex {
  const index: CatalogueIndex = {
    products: [...store.products.values()].sort((a, b) => a.id - b.id),
    variants: [...store.variants.values()].sort((a, b) => a.id - b.id),
    productByName: new Map(),
    productBySku: new Map(),
    variantBySku: new Map(),
    variantsOf: new Map(),
  };
  for (const product of index.products) nameProduct(index, product);
  for (const variant of index.variants) nameVariant(index, variant);
  return index;
}

function nameProduct(index: CatalogueIndex, product: Product): void {
  index.productByName.set(folded(product.fields.name), product);
  if (product.fields.sku !== '') index.productBySku.set(folded(product.fields.sku), product);
}

function nameVariant(index: CatalogueIndex, variant: Variant): void {
  const siblings = index.variantsOf.get(variant.productId);
  if (siblings) siblings.push(variant);
  else index.variantsOf.set(variant.productId, [variant]);
  if (variant.sku !== '') index.variantBySku.set(folded(variant.sku), variant);
}

export function catalogueIndex(store: Store): CatalogueIndex {
  const index = known.get(store);
  if (index && index.products.length === store.products.size && index.variants.length === store.variants.size) return index;
  const fresh = build(store);
  known.set(store, fresh);
  return fresh;
}

/** Where an id stands, or would stand, in a list that is ordered by id. */
export function placeOf(list: { id: number }[], id: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function without<T extends { id: number }>(list: T[], item: T): void {
  const place = placeOf(list, item.id);
  if (list[place] === item) list.splice(place, 1);
}

function forget<T>(map: Map<string, T>, text: string, item: T): void {
  if (map.get(folded(text)) === item) map.delete(folded(text));
}

export function putProduct(store: Store, product: Product): void {
  const index = catalogueIndex(store);
  store.products.set(product.id, product);
  index.products.splice(placeOf(index.products, product.id), 0, product);
  nameProduct(index, product);
}

export function putVariant(store: Store, variant: Variant): void {
  const index = catalogueIndex(store);
  store.variants.set(variant.id, variant);
  index.variants.splice(placeOf(index.variants, variant.id), 0, variant);
  nameVariant(index, variant);
}

export function dropProduct(store: Store, product: Product): void {
  const index = catalogueIndex(store);
  store.products.delete(product.id);
  without(index.products, product);
  forget(index.productByName, product.fields.name, product);
  forget(index.productBySku, product.fields.sku, product);
}

export function dropVariant(store: Store, variant: Variant): void {
  const index = catalogueIndex(store);
  store.variants.delete(variant.id);
  without(index.variants, variant);
  forget(index.variantBySku, variant.sku, variant);
  const left = (index.variantsOf.get(variant.productId) ?? []).filter((other) => other !== variant);
  if (left.length === 0) index.variantsOf.delete(variant.productId);
  else index.variantsOf.set(variant.productId, left);
}

/** Changes a product's name or main SKU. */
export function renameProduct(store: Store, product: Product, to: { name?: string | undefined; sku?: string | undefined }): void {
  const index = catalogueIndex(store);
  forget(index.productByName, product.fields.name, product);
  forget(index.productBySku, product.fields.sku, product);
  product.fields.name = to.name ?? product.fields.name;
  product.fields.sku = to.sku ?? product.fields.sku;
  nameProduct(index, product);
}

export function renameVariant(store: Store, variant: Variant, sku: string): void {
  const index = catalogueIndex(store);
  forget(index.variantBySku, variant.sku, variant);
  variant.sku = sku;
  if (sku !== '') index.variantBySku.set(folded(sku), variant);
}
