import { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Order } from '../../../domain/order';
import type { Reconciliation } from '../../../domain/reconciliation';
import { orderIdFromSaleReference } from '../../../domain/rules/sale-reference';
import type { Sale } from '../../../domain/sale';
import type { MeetOdd } from '../../ports/odd-item';
import type { SeenDifference } from '../../ports/tables';
import { chunksOf } from '../chunks-of';
import { archivedOrderPages, changedOrderPages } from '../follow-orders/changed-order-pages';
import type { JobContext } from '../job';
import { lookAround } from './look-around';

/** Both platforms' own word on the days that are compared, read for this comparison. */
export interface MoneyRead {
  sales: Map<SaleId, Sale>;
  orders: Map<OrderId, Order>;
  /** Moments around which Hike was asked for sales; outside of them and of the days nothing is missed. */
  wasAsked(at: Instant): boolean;
  /** Differences known from before that may have vanished. */
  open: SeenDifference[];
  /** Sales and orders that are there, but in no shape that is known. */
  odd: { sales: ReadonlySet<string>; orders: ReadonlySet<string> };
}

/** Known differences that are looked at again each time; beyond them nobody reads the list any more. */
export const MOST_KNOWN = 2_000;
const MOST_IMPORTS = 1_000;
const IDS_PER_READ = 500;

export const readMoney = async (context: JobContext, { from, to }: Pick<Reconciliation, 'from' | 'to'>): Promise<MoneyRead> => {
  const { database: { tables }, storeHash } = context;
  const orders = new Map<OrderId, Order>();
  const odd = { sales: new Set<string>(), orders: new Set<string>() };
  const meetOdd = (where: Set<string>): MeetOdd => ({ id }) => void where.add(id ?? '');
  for (const pages of [changedOrderPages, archivedOrderPages]) {
    for await (const page of pages(context, from, meetOdd(odd.orders))) for (const order of page) orders.set(order.id, order);
  }
  const sales = new Map((await context.hike.sales.listByDate(from, to, meetOdd(odd.sales))).filter(({ transactionDate: date }) => date < to).map((sale) => [sale.id, sale]));
  const known = await tables.differences.list(storeHash, { states: ['open', 'fixing', 'ignored'], offset: 0, limit: MOST_KNOWN });
  const open = known.filter(({ difference: { saleId, orderId } }) => saleId !== null || orderId !== null);
  await addOrders(context, orders, [...open.flatMap(({ difference: { orderId } }) => orderId ?? []), ...(await importedSince(context, from))]);
  const asked = await lookAround(context, sales, await momentsOf(context, { sales, orders, open, window: { from, to } }));
  await addOrders(context, orders, await ordersNamedBy(context, [...sales.values()]));
  return { sales, orders, open, odd, wasAsked: (at) => (at >= from && at < to) || asked(at) };
};

/** An import changes nothing on its order, so the list of changed orders does not hold it. */
const importedSince = async ({ database: { tables }, storeHash }: JobContext, from: Instant): Promise<OrderId[]> => {
  const filter = { results: ['done'], direction: 'bigcommerce-to-hike', thing: 'order', search: '', from, before: null, limit: MOST_IMPORTS } as const;
  return (await tables.entries.list(storeHash, filter)).flatMap(({ recordId }) => OrderId.safeParse(Number(recordId)).data ?? []);
};

/** Orders of which only the ids are known; deleted ones are told as deleted. */
const addOrders = async (context: JobContext, orders: Map<OrderId, Order>, ids: readonly OrderId[]): Promise<void> => {
  for (const some of chunksOf([...new Set(ids)].filter((id) => !orders.has(id)), IDS_PER_READ)) {
    for (const order of await context.bigcommerce.orders.listByIds(some, () => undefined)) orders.set(order.id, order);
  }
};

interface Gathered {
  sales: ReadonlyMap<SaleId, Sale>;
  orders: ReadonlyMap<OrderId, Order>;
  open: readonly SeenDifference[];
  window: Pick<Reconciliation, 'from' | 'to'>;
}

/** When sales that belong to what was read were made, where that is on other days. */
const momentsOf = async (context: JobContext, { sales, orders, open, window }: Gathered): Promise<Instant[]> => {
  const { database: { tables }, storeHash, installation } = context;
  const links = await tables.links.findByBigCommerce(storeHash, 'order', [...orders.keys()].map(String));
  const linked = new Set(links.filter(({ hikeId }) => !sales.has(SaleId.parse(Number(hikeId)))).map(({ bigcommerceId }) => Number(bigcommerceId)));
  const namedSale = ({ externalSource, externalOrderId }: Order): SaleId | null => (externalSource === installation.appId ? (SaleId.safeParse(Number(externalOrderId)).data ?? null) : null);
  const unread = [...orders.values()].flatMap((order) => namedSale(order) ?? []).filter((id) => !sales.has(id));
  const isOurs = (order: Order) => unread.includes(namedSale(order) ?? (0 as SaleId));
  // An order that somebody made by hand may be of another day than the sale that it names.
  const known = (await tables.sales.findMany(storeHash, unread)).map(({ sale }) => sale.transactionDate);
  const dates = [...known, ...[...orders.values()].filter((order) => linked.has(order.id) || isOurs(order)).map(({ createdAt }) => createdAt)];
  return [...dates, ...open.flatMap(({ difference: { at } }) => at ?? [])].filter((at) => at < window.from || at >= window.to);
};

/** What links and references of sales name. */
const ordersNamedBy = async ({ database: { tables }, storeHash }: JobContext, sales: readonly Sale[]): Promise<OrderId[]> => {
  const originals = sales.flatMap(({ originalSaleId }) => originalSaleId ?? []);
  const links = await tables.links.findByHike(storeHash, 'order', [...sales.map(({ id }) => id), ...originals].map(String));
  return [...links.map(({ bigcommerceId }) => OrderId.parse(Number(bigcommerceId))), ...sales.flatMap((sale) => orderIdFromSaleReference(sale, storeHash) ?? [])];
};
