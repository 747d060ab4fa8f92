import type { Shop } from '../state/shop.ts';
import type { ProductRow } from './product-row.ts';

type Code = 'sku' | 'barcode';

interface ProductIndex {
  byId: Map<number, ProductRow>;
  /** By SKU and barcode in lower case: Hike tells none of these apart by case. */
  bySku: Map<string, ProductRow>;
  byBarcode: Map<string, ProductRow>;
  variants: Map<number, ProductRow[]>;
  /** Composites by what they are put together from. */
  composites: Map<number, ProductRow[]>;
}

/**
 * Kept beside the rows and not in the shop: a shop is plain JSON, and its rows are the truth. Whoever adds, replaces or
 * drops a row does it through here, or the index would not know.
 */
const indexes = new WeakMap<ProductRow[], ProductIndex>();

function addTo(groups: Map<number, ProductRow[]>, key: number, row: ProductRow): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

function takeFrom(groups: Map<number, ProductRow[]>, key: number, row: ProductRow): void {
  const left = (groups.get(key) ?? []).filter((other) => other !== row);
  if (left.length > 0) groups.set(key, left);
  else groups.delete(key);
}

function enter(index: ProductIndex, row: ProductRow): void {
  index.byId.set(row.id, row);
  if (row.sku) index.bySku.set(row.sku.toLowerCase(), row);
  if (row.barcode) index.byBarcode.set(row.barcode.toLowerCase(), row);
  for (const part of row.components) addTo(index.composites, part.productId, row);
}

function leave(index: ProductIndex, row: ProductRow): void {
  index.byId.delete(row.id);
  if (row.sku) index.bySku.delete(row.sku.toLowerCase());
  if (row.barcode) index.byBarcode.delete(row.barcode.toLowerCase());
  for (const part of row.components) takeFrom(index.composites, part.productId, row);
}

function indexOf(shop: Shop): ProductIndex {
  const known = indexes.get(shop.products);
  if (known) return known;
  const index: ProductIndex = { byId: new Map(), bySku: new Map(), byBarcode: new Map(), variants: new Map(), composites: new Map() };
  for (const row of shop.products) {
    enter(index, row);
    if (row.parentId) addTo(index.variants, row.parentId, row);
  }
  indexes.set(shop.products, index);
  return index;
}

export function rowById(shop: Shop, id: number | null | undefined): ProductRow | undefined {
  return id ? indexOf(shop).byId.get(id) : undefined;
}

export function rowByCode(shop: Shop, field: Code, code: string): ProductRow | undefined {
  const index = indexOf(shop);
  return (field === 'sku' ? index.bySku : index.byBarcode).get(code.toLowerCase());
}

export function variantsOf(shop: Shop, productId: number): ProductRow[] {
  return indexOf(shop).variants.get(productId) ?? [];
}

export function compositesWith(shop: Shop, productId: number): ProductRow[] {
  return indexOf(shop).composites.get(productId) ?? [];
}

/** Adds a row, or makes the row with its id say what this one says; the kept row. A variant never changes its parent. */
export function putRow(shop: Shop, row: ProductRow): ProductRow {
  const index = indexOf(shop);
  const before = index.byId.get(row.id);
  if (!before) {
    shop.products.push(row);
    enter(index, row);
    if (row.parentId) addTo(index.variants, row.parentId, row);
    return row;
  }
  leave(index, before);
  enter(index, Object.assign(before, row));
  return before;
}

export function dropRow(shop: Shop, row: ProductRow): void {
  const index = indexOf(shop);
  leave(index, row);
  if (row.parentId) takeFrom(index.variants, row.parentId, row);
  shop.products.splice(shop.products.indexOf(row), 1);
}
