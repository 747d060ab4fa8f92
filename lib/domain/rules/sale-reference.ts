import { OrderId, type StoreHash } from '../ids';

const NUMBER = /^BC-(\d{1,15})$/;
const NOTE = /BigCommerce order (\d{1,15}) \(store ([a-z0-9]{1,40})\)/;

const orderId = (digits: string | undefined): OrderId | null => OrderId.safeParse(Number(digits ?? Number.NaN)).data ?? null;

/** The number that a sale carries for its order: what staff see, and what every look-up uses. */
export const saleReference = (id: OrderId): string => `BC-${id}`;

/** Stands in the sale's note. Order numbers repeat from store to store, so it names the store too. */
export const saleNoteMarker = (id: OrderId, storeHash: StoreHash): string => `BigCommerce order ${id} (store ${storeHash})`;

/**
 * The order of this store that a sale was made from, also when Hike gave the sale a number of its own. Where a marker
 * of ours stands in the note, the note alone decides: the number cannot tell two stores apart.
 */
export const orderIdFromSaleReference = ({ number, note }: { number: string; note: string }, storeHash: StoreHash): OrderId | null => {
  const marker = NOTE.exec(note);
  if (marker) return marker[2] === storeHash ? orderId(marker[1]) : null;
  return orderId(NUMBER.exec(number.trim())?.[1]);
};
