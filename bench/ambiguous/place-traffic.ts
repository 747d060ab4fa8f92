import type { Place } from '../catalogue/start-connector';
import type { Stage } from '../catalogue/start-stage';

/** Shoppers' orders by their numbers, and the shoppers who are new to Hike. */
export interface Orders {
  ids: number[];
  guests: string[];
}

/** Every tenth order is a new shopper's, so that customers too are made on the way. */
const GUEST_EVERY = 10;

const LINES = [{ sku: 'TOTE-01' }];

export const placeOrders = async (stage: Stage, { storeHash }: Place, count: number): Promise<Orders> => {
  const orders: Orders = { ids: [], guests: [] };
  for (let index = 0; index < count; index += 1) {
    const email = index % GUEST_EVERY === 0 ? `guest.${index}@${storeHash}.example.com` : null;
    const guest = email === null ? {} : { guest: { firstName: 'Gia', lastName: `Guest ${index}`, email } };
    orders.ids.push((await stage.control<{ id: number }>(`/stores/${storeHash}/orders`, { body: { lines: LINES, ...guest } })).id);
    if (email !== null) orders.guests.push(email);
  }
  return orders;
};

/** Answers the sales' numbers. */
export const ringUp = async (stage: Stage, { shopId }: Place, count: number): Promise<number[]> => {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await stage.control<{ id: number }>(`/hike/shops/${shopId}/sales`, { body: { lines: LINES } })).id);
  return ids;
};
