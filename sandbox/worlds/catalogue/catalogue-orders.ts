import type { Past } from '../demo-orders.ts';
import type { CatalogueItem } from './catalogue-good.ts';
import { Chance } from './chance.ts';
import type { ItemKind } from './item-kinds.ts';

const SEED = 77;
/** Awaiting Payment, Shipment and Fulfillment: open, with units that Hike has not heard of. */
const STATUSES = [11, 11, 9, 7];
const FINISHED = 10;

/** What is sold of a good, and how many the store has of it. */
function saleable({ store: [good] }: CatalogueItem): { sku: string; stock: number } | undefined {
  const thing = good?.variants[0] ?? good;
  return thing && { sku: thing.sku, stock: thing.stock[0] ?? 0 };
}

/** Thirty-six orders, days back and order: thirty open ones that reserve units, and six that are over. */
export function catalogueOrders(items: (CatalogueItem & { kind: ItemKind })[]): Past[] {
  const chance = new Chance(SEED);
  const wanted = new Set<ItemKind>(['same', 'other price', 'other stock', 'barcode alone', 'only in BigCommerce']);
  const choices = items.flatMap((item) => (wanted.has(item.kind) ? [saleable(item)] : [])).filter((one) => one !== undefined && one.stock >= 3);
  return Array.from({ length: 36 }, (_, index) => {
    // Every eleventh of the goods: from all kinds, and no good in two orders.
    const lines = [0, 1].map((at) => ({ sku: choices[(index * 2 + at) * 11]?.sku ?? '', quantity: chance.whole(1, 3) }));
    const status = index < 30 ? chance.pick(STATUSES) : FINISHED;
    return [6 - index / 7, { status, customerId: index + 1, lines, shipping: '9.95' }];
  });
}
