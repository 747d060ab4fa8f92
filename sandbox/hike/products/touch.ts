import type { Desk } from '../state/desk.ts';
import { compositesWith, rowById } from './product-index.ts';
import type { ProductRow } from './product-row.ts';

/** Marks a row and its parent as changed now. What is seeded for an earlier time never takes a later mark back. */
export function touch(desk: Desk, row: ProductRow): void {
  const now = desk.now().toISOString();
  for (const changed of [row, rowById(desk.shop, row.parentId)]) if (changed && now > changed.last_modified) changed.last_modified = now;
}

/** Marks what counts as changed when the stock of a row moved, by the shop's unknowns. */
export function touchStock(desk: Desk, row: ProductRow): void {
  const { stockChangesLastModified, partsChangeComposites } = desk.shop.unknowns;
  if (!stockChangesLastModified) return;
  touch(desk, row);
  if (partsChangeComposites) for (const composite of compositesWith(desk.shop, row.id)) touch(desk, composite);
}
