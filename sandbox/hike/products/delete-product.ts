import { record, type Desk } from '../state/desk.ts';
import type { ProductRow } from './product-row.ts';

/** A product goes with its variants; sales that hold it keep what they say. */
export function deleteProduct(desk: Desk, product: ProductRow): void {
  desk.shop.products = desk.shop.products.filter((row) => row.id !== product.id && row.parentId !== product.id);
  record(desk, 'product.deleted', { id: product.id, reference: product.sku ?? '', data: product });
}
