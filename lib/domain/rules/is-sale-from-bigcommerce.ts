import type { OrderId } from '../ids';
import type { Sale } from '../sale';

/** Hike's `invoiceFrom` for BigCommerce (reference: hike-api 6.1); also what Hike's own connector leaves. */
const SOURCE_BIGCOMMERCE = 5;

/** Any store's marker counts: with two stores on one shop, neither may receive what the other sold. */
const ANY_MARKER = /BigCommerce order \d+ \(store [a-z0-9]+\)/;

/** Whether a sale was made from an order, by us or by Hike's own connector: it is never sent back. */
export const isSaleFromBigCommerce = (sale: Pick<Sale, 'number' | 'note' | 'source'>, importedFrom: OrderId | null): boolean =>
  importedFrom !== null || sale.source === SOURCE_BIGCOMMERCE || ANY_MARKER.test(sale.note) || /^BC-\d+$/.test(sale.number.trim());
