import type { OrderId, SaleId } from '../../../domain/ids';
import type { Difference, Reconciliation } from '../../../domain/reconciliation';
import { compareImports } from '../../../domain/rules/reconciliation/compare-imports';
import { compareSales, ordersOfUnknownSales } from '../../../domain/rules/reconciliation/compare-sales';
import { dayTotals } from '../../../domain/rules/reconciliation/day-totals';
import { ordersNotRead } from '../../../domain/rules/reconciliation/orders-not-read';
import type { StoreProfile } from '../../../domain/shop-lists';
import { ordersReadUntil } from '../follow-orders/sweep-orders';
import type { JobContext } from '../job';
import { type ImportsJudged, judgeImports } from './judge-imports';
import { judgeSales, type SalesJudged } from './judge-sales';
import { type MoneyRead, readMoney } from './read-money';
import type { Compared } from './record-compared';

interface Judged extends MoneyRead {
  sold: SalesJudged;
  imported: ImportsJudged;
}

/** Orders, sales and money of the days compared, from what both platforms say now. */
export const compareMoney = async (context: JobContext, run: Reconciliation, profile: StoreProfile): Promise<Omit<Compared, 'number'>> => {
  const read = await readMoney(context, run);
  const judged = { ...read, sold: await judgeSales(context, read, profile), imported: await judgeImports(context, read) };
  const { timeZone, currency } = profile;
  const inDays = daysOf(judged, run);
  const counts = {
    sales: judged.sold.judged.filter(({ expected }) => expected.kind === 'order').length,
    imports: judged.imported.judged.length,
    underway: [...judged.sold.judged, ...judged.imported.judged].filter(({ isUnderway }) => isUnderway).length,
    notCompared: judged.sold.notCompared + judged.imported.notCompared + read.odd.sales.size + read.odd.orders.size,
  };
  return {
    found: await findDifferences(context, judged, profile),
    looked: lookedAt(judged),
    change: (before) => ({ counts: { ...before.counts, ...counts }, totals: dayTotals(inDays.sales, inDays.orders, { timeZone, currency }) }),
  };
};

const findDifferences = async (context: JobContext, { sold, imported, sales, orders, odd, wasAsked }: Judged, profile: StoreProfile): Promise<Difference[]> => {
  const { database: { tables }, storeHash, settings } = context;
  const { statusLabels } = profile;
  const seen = new Map((await tables.orders.findMany(storeHash, [...orders.keys()])).map((one) => [one.id, one]));
  const unread = ordersNotRead([...orders.values()], seen, await ordersReadUntil(tables, storeHash));
  const due = await Promise.all(unread.map(async ({ subject }) => (await tables.dirty.find(storeHash, 'order', subject)) ?? tables.dirty.find(storeHash, 'import-order', subject)));
  const known = new Set([...sales.keys(), ...sold.judged.map(({ sale }) => sale.id)]);
  return [
    ...compareSales({ sales: sold.judged, orders: sold.orders, statusLabels }),
    ...ordersOfUnknownSales(sold.orders, known).filter(({ at, saleId }) => at !== null && wasAsked(at) && !odd.sales.has(String(saleId))),
    ...compareImports(imported.judged.filter(({ orderId }) => !odd.orders.has(String(orderId))), { settings, statusLabels }),
    ...unread.filter((_, index) => due[index] === null),
  ];
};

const daysOf = ({ sold }: Judged, { from, to }: Reconciliation) => {
  const isInside = (at: string) => at >= from && at < to;
  const sales = sold.judged.filter(({ sale }) => isInside(sale.transactionDate));
  const ids = new Set(sales.map(({ sale }) => sale.id));
  const others = new Set(sold.judged.map(({ sale }) => sale.id));
  const orders = [...sold.orders].filter(([id, [order]]) => ids.has(id) || (!others.has(id) && order !== undefined && isInside(order.createdAt)));
  return { sales, orders: new Map(orders) };
};

/** Known differences whose both sides were in hand, less those that work is under way on: their end shows next time. */
const lookedAt = ({ sold, imported, sales, orders, open, wasAsked }: Judged): string[] => {
  const busySales = new Set<SaleId | null>(sold.judged.filter(({ isUnderway }) => isUnderway).map(({ sale }) => sale.id));
  const busyOrders = new Set<OrderId | null>(imported.judged.filter(({ isUnderway }) => isUnderway).map(({ orderId }) => orderId));
  const isInHand = ({ saleId, orderId, at }: Difference) => (saleId !== null && sales.has(saleId)) || (orderId !== null && orders.has(orderId)) || (at !== null && wasAsked(at));
  return open.filter(({ difference }) => isInHand(difference) && !busySales.has(difference.saleId) && !busyOrders.has(difference.orderId)).map(({ key }) => key);
};
