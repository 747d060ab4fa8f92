import { OrderId, SaleId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import { problem } from '../../../domain/problems';
import type { SaleStatus } from '../../../domain/sale';
import { closeCameThrough } from '../../close-retried';
import type { OddItem } from '../../ports/odd-item';
import type { DirtyRow, Link, SeenOrderState, Tables } from '../../ports/tables';
import { entryOf, type Outcome, refusalOf } from '../entry-of';
import { importSubject } from '../import-order/import-subject';
import { createSaleLookUps, NEAR } from '../import-order/sale-look-ups';
import { type Job, type JobContext, jobPerRow } from '../job';
import { repeatably } from '../repeatably';
import { ODD_ORDERS, tellOddItems } from '../tell-odd-items';
import { decideFollowing, takeInOrder } from './take-in-order';

interface Loaded {
  orders: Map<string, Order>;
  /** Those that are not understood. */
  odd: OddItem[];
  links: Map<string, Link>;
}

const load = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Loaded> => {
  const ids = rows.map(({ id }) => id);
  const links = await context.database.tables.links.findByBigCommerce(context.storeHash, 'order', ids);
  const odd: OddItem[] = [];
  const orders = await context.bigcommerce.orders.listByIds(ids.map((id) => OrderId.parse(Number(id))), (one) => odd.push(one));
  return { odd, orders: new Map(orders.map((order) => [String(order.id), order])), links: new Map(links.map((link) => [link.bigcommerceId, link])) };
};

const work = async (context: JobContext, row: DirtyRow, { orders, odd, links }: Loaded): Promise<void> => {
  const order = orders.get(row.id);
  if (order === undefined) return endWithout(context, row, odd.filter(({ id }) => id === row.id));
  const remembered = links.get(row.id);
  const link = remembered && (await asHikeHasIt(context, row, { order, link: remembered }));
  const decision = decideFollowing(context, order, link);
  if (link !== undefined && decision.kind === 'complete-sale') return moveSale(context, row, { order, link, to: 'Completed' });
  if (link !== undefined && decision.kind === 'reverse-sale') return moveSale(context, row, { order, link, to: 'Voided' });
  await context.record('order-followed', async (tables) => {
    if (link !== undefined && link !== remembered) await tables.links.save(context.storeHash, link, context.now());
    await takeInOrder(context, tables, { order, trigger: row.trigger });
    await tables.dirty.settle(context.storeHash, row);
    if (row.trigger !== 'person') return;
    const [after] = await tables.orders.findMany(context.storeHash, [order.id]);
    await closeAsked(context, tables, { row, state: after?.state });
  });
};

/** Whoever was asked to void the sale does it at the till, and tries the entry again: Hike tells whether it still stands. */
const asHikeHasIt = async (context: JobContext, row: DirtyRow, { order, link }: { order: Order; link: Link }): Promise<Link> => {
  if (row.trigger !== 'person' || decideFollowing(context, order, link).kind !== 'refuse') return link;
  const around = await createSaleLookUps(context).around(order.createdAt, NEAR);
  const sale = around.find(({ id }) => String(id) === link.hikeId);
  return sale === undefined || sale.status === link.facts.status ? link : { ...link, facts: { ...link.facts, status: sale.status } };
};

const OPEN: readonly unknown[] = ['importing', 'checking', 'needs-you', 'changed'];

/** Reading it was all that a person tried again; an import under way, or a change to settle, has an end of its own. */
const closeAsked = async (context: JobContext, tables: Tables, { row, state }: { row: DirtyRow; state: SeenOrderState | undefined }): Promise<void> => {
  if (OPEN.includes(state)) return;
  const { thing, direction } = importSubject(row);
  await closeCameThrough(context, tables, { thing, direction, recordIds: [row.id], results: ['waiting'] });
};

/** Nothing to follow: it is gone, or nobody understands it. */
const endWithout = (context: JobContext, row: DirtyRow, odd: readonly OddItem[]): Promise<void> =>
  context.record('order-gone-settled', async (tables) => {
    await tellOddItems(context, tables, { thing: ODD_ORDERS, page: { odd, understood: [] } });
    await tables.dirty.settle(context.storeHash, row);
  });

const MOVED = {
  Completed: 'The order was shipped, so its sale is completed.',
  Voided: 'The order was cancelled, so its sale is voided.',
} as const;

/** Repeating it does no harm: the sale is read, and posted only while it is parked. */
const moveSale = async (context: JobContext, row: DirtyRow, { order, link, to }: { order: Order; link: Link; to: keyof typeof MOVED }): Promise<void> => {
  const found = await repeatably(context.hike.sales.changeStatus(SaleId.parse(Number(link.hikeId)), { from: 'Parked', to }, order.createdAt));
  const status = found === 'Parked' ? to : found;
  await context.record('sale-of-order-moved', async (tables) => {
    await tables.links.save(context.storeHash, { ...link, facts: { ...link.facts, status, statusId: order.statusId } }, context.now());
    await takeInOrder(context, tables, { order, trigger: row.trigger });
    await tables.dirty.settle(context.storeHash, row);
    const outcome = outcomeOfMove(to, status);
    if (outcome !== null) await tables.entries.record(context.storeHash, entryOf(context, { row, subject: importSubject(row, link.hikeId), outcome }));
  });
};

/** What a person at the till made of the sale meanwhile stands; `null` where what follows from it is told already. */
const outcomeOfMove = (to: keyof typeof MOVED, status: SaleStatus): Outcome | null => {
  if (status === to) return { result: 'done', message: MOVED[to] };
  if (to === 'Completed') return refusalOf(problem('sale-moved-at-till', { status }));
  return status === 'Completed' ? null : { result: 'done', message: `The order was cancelled; its sale was ${status} at the till already.` };
};

/** Reads an order that a webhook or a page asked about, and makes its imported sale follow it. */
export const followOrder: Job = {
  batch: 50,
  needs: ['bigcommerce'],
  isUpkeep: false,
  subject: (row) => importSubject(row),
  run: jobPerRow({ load, work }),
};
