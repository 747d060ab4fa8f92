import type { Instant } from '../../../domain/instant';
import type { Order } from '../../../domain/order';
import { chunksOf } from '../chunks-of';
import type { OddItem } from '../../ports/odd-item';
import type { JobContext } from '../job';
import { ODD_ORDERS, tellOddItems } from '../tell-odd-items';
import { archivedOrderPages, changedOrderPages } from './changed-order-pages';
import { takeInOrder } from './take-in-order';

/** Each takes several statements: a page of 250 in one transaction outlasts its time where the database is busy or far away. */
const AT_ONCE = 25;

/** Reads the orders that changed since then, page by page; `meet` sees each of them. */
export const takeInOrdersSince = async (context: JobContext, since: Instant, meet: (order: Order) => void = () => undefined): Promise<void> => {
  const odd: OddItem[] = [];
  for await (const orders of changedOrderPages(context, since, (one) => odd.push(one))) {
    await takeIn(context, orders, odd.splice(0));
    orders.forEach(meet);
  }
};

/** Of the orders that we know those that were archived since then: what they hold back is free, and nobody imports them any more. */
export const takeInArchivedSince = async (context: JobContext, since: Instant): Promise<void> => {
  const { storeHash, database: { tables } } = context;
  const odd: OddItem[] = [];
  for await (const orders of archivedOrderPages(context, since, (one) => odd.push(one))) {
    const known = new Set((await tables.orders.findMany(storeHash, orders.map(({ id }) => id))).map(({ id }) => id));
    await takeIn(context, orders.filter(({ id }) => known.has(id)), odd.splice(0));
  }
};

const takeIn = async (context: JobContext, orders: readonly Order[], odd: readonly OddItem[]): Promise<void> => {
  const chunks = chunksOf(orders, AT_ONCE);
  for (const [index, some] of (chunks.length === 0 && odd.length > 0 ? [[]] : chunks).entries()) {
    await context.record('orders-page-taken-in', async (tables) => {
      for (const order of some) await takeInOrder(context, tables, { order, trigger: 'schedule' });
      await tellOddItems(context, tables, { thing: ODD_ORDERS, page: { odd: index === 0 ? odd : [], understood: some.map(({ id }) => id) } });
    });
  }
};
