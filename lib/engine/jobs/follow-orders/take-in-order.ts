import type { Trigger } from '../../../domain/entry';
import { OrderStatusId, type Order } from '../../../domain/order';
import { isProblem, problem } from '../../../domain/problems';
import { type FollowDecision, followImportedOrder } from '../../../domain/rules/follow-imported-order';
import { orderStatusLabel } from '../../../domain/rules/order-status-label';
import { saleStatusFromOrderStatus } from '../../../domain/rules/sale-status-from-order-status';
import { reserveOfOrder } from '../../../domain/rules/stock/reserve-of-order';
import { SaleId } from '../../../domain/ids';
import { SaleStatus } from '../../../domain/sale';
import { PRIORITY } from '../../priorities';
import type { Link, SeenOrder, Tables } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import { importSubject } from '../import-order/import-subject';
import type { JobContext } from '../job';
import { keepReserve } from '../stock/keep-reserve';
import { summaryOf } from '../summary-of-order';
import { isLeftOutByPerson } from './is-left-out-by-person';


export interface ToldOrder {
  order: Order;
  /** Why it was read. */
  trigger: Trigger;
}

/**
 * Brings the Orders page up to date with what BigCommerce says of an order; marks it when its sale has to follow, and says
 * so when it cannot.
 */
export const takeInOrder = async (context: JobContext, tables: Tables, { order, trigger }: ToldOrder): Promise<void> => {
  const id = String(order.id);
  const [before] = await tables.orders.findMany(context.storeHash, [order.id]);
  const [link] = await tables.links.findByBigCommerce(context.storeHash, 'order', [id]);
  const isImporting = (await tables.dirty.find(context.storeHash, 'import-order', id)) !== null;
  const standing = standingOf(context, order, { before, link, isImporting });
  await tables.orders.save(context.storeHash, { ...summaryOf(order), ...standing });
  await holdBack(context, tables, { order, standing, isLinked: link !== undefined });
  if (standing.problem !== null && isNews(standing, before, trigger)) {
    const row = { id, trigger };
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: importSubject(row, link?.hikeId ?? null), outcome: refusalOf(standing.problem) }));
  }
  const decision = decideFollowing(context, order, link);
  if (decision.kind === 'complete-sale' || decision.kind === 'reverse-sale') {
    await tables.dirty.mark(context.storeHash, { thing: 'order', id, priority: PRIORITY.order, notBefore: context.now(), trigger: 'follow-up' });
  }
};

/** A change that nothing can follow is told once, and again to whoever asks. */
const isNews = ({ state, problem: reason }: Standing, before: SeenOrder | undefined, trigger: Trigger): boolean =>
  state === 'changed' && (trigger === 'person' || before?.state !== 'changed' || before.problem?.details.status !== reason?.details.status);

/** Units that Hike has not heard of are held back from the published stock, until Hike hears of them or the order falls away. */
const holdBack = async (context: JobContext, tables: Tables, { order, standing, isLinked }: { order: Order; standing: Standing; isLinked: boolean }): Promise<void> => {
  if (!order.linesComplete) {
    // Part of the lines would free the units of the rest.
    return tables.dirty.mark(context.storeHash, { thing: 'order', id: String(order.id), priority: PRIORITY.order, notBefore: context.now(), trigger: 'follow-up' });
  }
  const units = reserveOfOrder(order, {
    isInHike: isLinked || order.externalSource === context.installation.appId,
    isLeftOutByPerson: isLeftOutByPerson(standing),
    startDate: context.settings.startDate,
  });
  await keepReserve(tables, context.storeHash, { orderId: order.id, units, now: context.now(), movesLevels: true });
};

/**
 * What the order's present state means for the sale that was made of it. A completed sale is never refunded by itself:
 * giving money and stock back at the till takes a person, and Hike's public API is not proven to do it.
 */
export const decideFollowing = (context: JobContext, order: Order, link: Link | undefined): FollowDecision => {
  if (link?.origin !== 'bigcommerce') return { kind: 'nothing' };
  const decision = followImportedOrder(
    {
      order,
      importedStatusId: OrderStatusId.safeParse(link.facts.statusId).data ?? null,
      saleStatus: SaleStatus.catch('Completed').parse(link.facts.status),
    },
    { settings: context.settings, statusLabels: statusLabelsOf(context) },
  );
  if (decision.kind !== 'reverse-sale' || decision.how === 'void') return decision;
  return { kind: 'refuse', problem: problem('changed-since-import', { status: orderStatusLabel(order.statusId, statusLabelsOf(context)) }) };
};

type Standing = Pick<SeenOrder, 'state' | 'problem' | 'saleId' | 'saleNumber'>;

interface Known {
  before: SeenOrder | undefined;
  link: Link | undefined;
  isImporting: boolean;
}

const standingOf = (context: JobContext, order: Order, { before, link, isImporting }: Known): Standing => {
  const noSale = { saleId: null, saleNumber: null };
  if (link?.origin === 'bigcommerce') {
    const decision = decideFollowing(context, order, link);
    const sale = { saleId: SaleId.parse(Number(link.hikeId)), saleNumber: String(link.facts.number ?? link.hikeId) };
    return decision.kind === 'refuse' ? { state: 'changed', problem: decision.problem, ...sale } : { state: 'imported', problem: null, ...sale };
  }
  if (link !== undefined || order.externalSource === context.installation.appId) {
    return { state: 'left-out', problem: problem('order-from-hike', { sale: link?.hikeId ?? order.externalOrderId ?? '' }), ...noSale };
  }
  if (before !== undefined && isKept(before, isImporting)) return { state: before.state, problem: before.problem, ...noSale };
  const status = saleStatusFromOrderStatus(order.statusId, { settings: context.settings, statusLabels: statusLabelsOf(context) });
  if (order.isArchived) return { state: 'left-out', problem: problem('order-archived'), ...noSale };
  return isProblem(status) ? { state: 'left-out', problem: status, ...noSale } : { state: 'to-import', problem: null, ...noSale };
};

/**
 * States that only the import itself, or a person, ends. An import whose work is gone, as after an uninstall, is over:
 * asked for again, it looks first.
 */
const isKept = (seen: SeenOrder, isImporting: boolean): boolean => {
  if (seen.state === 'importing' || seen.state === 'checking') return isImporting;
  return seen.state === 'needs-you' || isLeftOutByPerson(seen);
};

const statusLabelsOf = ({ store }: JobContext): Record<string, string> => store.profile?.statusLabels ?? {};
