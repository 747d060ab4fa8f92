import { record, type Desk } from '../state/desk.ts';
import { dropRow, rowById, variantsOf } from './product-index.ts';
import type { ProductRow } from './product-row.ts';
import { touch } from './touch.ts';

/** A product goes with its variants, and a variant alone; sales that hold it keep what they say. */
export function deleteProduct(desk: Desk, product: ProductRow): void {
  for (const variant of variantsOf(desk.shop, product.id)) dropRow(desk.shop, variant);
  dropRow(desk.shop, product);
  const parent = rowById(desk.shop, product.parentId);
  if (parent) touch(desk, parent);
  record(desk, 'product.deleted', { id: product.id, reference: product.sku ?? '', data: product });
}
