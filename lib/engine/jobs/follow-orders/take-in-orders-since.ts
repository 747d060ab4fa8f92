import type { Instant } from '../../../domain/instant';
import type { Order } from '../../../domain/order';
import type { JobContext } from '../job';
import { takeInOrder } from './take-in-order';

/** Reads the orders that changed since then, page by page; `meet` sees each of them. */
export const takeInOrdersSince = async (context: JobContext, since: Instant, meet: (order: Order) => void = () => undefined): Promise<void> => {
  for (let page = 1; ; page += 1) {
    const orders = await context.bigcommerce.orders.listModifiedSince(since, page);
    if (orders.length === 0) return;
    await context.record(async (tables) => {
      for (const order of orders) await takeInOrder(context, tables, order);
    });
    orders.forEach(meet);
  }
};
