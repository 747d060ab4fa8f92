import type { OrderId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { OrderStatusId } from '../../../domain/order';
import type { JudgedImport } from '../../../domain/rules/reconciliation/compare-imports';
import { ImportTerms } from '../../../domain/rules/reconciliation/import-terms';
import { orderIdFromSaleReference, saleNoteMarker } from '../../../domain/rules/sale-reference';
import type { Sale } from '../../../domain/sale';
import type { Link } from '../../ports/tables';
import type { JobContext } from '../job';
import type { MoneyRead } from './read-money';

export interface ImportsJudged {
  judged: JudgedImport[];
  /** Their sales may be on days that there were no calls left to look at. */
  notCompared: number;
}

const DAY_MS = 24 * 60 * 60_000;
/** Hike may have moved a sale's date: the last look before a sale is missed, for so many orders. */
const MOST_WIDE_LOOKS = 10;

/** Orders that were imported, or whose sale says so, with all sales that name them. */
export const judgeImports = async (context: JobContext, read: MoneyRead): Promise<ImportsJudged> => {
  const { database: { tables }, storeHash } = context;
  const bySale = salesByOrder(context, [...read.sales.values()]);
  const ids = new Set([...read.orders.keys(), ...bySale.keys()]);
  const links = new Map((await tables.links.findByBigCommerce(storeHash, 'order', [...ids].map(String))).map((link) => [Number(link.bigcommerceId), link]));
  // A lost link takes the order's place on the page with it; what was done for it stays.
  const imported = new Set((await tables.intents.findMany(storeHash, 'sale', [...ids].map(String))).filter(({ state }) => state === 'done').map(({ key }) => Number(key)));
  const answer: ImportsJudged = { judged: [], notCompared: 0 };
  let looks = MOST_WIDE_LOOKS;
  for (const orderId of ids) {
    const link = links.get(orderId);
    const order = read.orders.get(orderId) ?? null;
    let sales = bySale.get(orderId) ?? [];
    const isLinked = link?.origin === 'bigcommerce';
    if (!isLinked && !sales.some((sale) => order !== null || isMarked(context, sale, orderId))) continue;
    if (sales.length === 0 && order !== null) {
      if (!read.wasAsked(order.createdAt) || looks <= 0) {
        answer.notCompared += 1;
        continue;
      }
      looks -= 1;
      sales = await lookWide(context, orderId, order.createdAt);
    }
    const wasImported = imported.has(orderId);
    answer.judged.push({ orderId, order, sales, isLinked, wasImported, importedStatusId: statusOf(link), terms: termsOf(link), isUnderway: await isUnderway(context, orderId) });
  }
  return answer;
};

const salesByOrder = ({ storeHash }: JobContext, sales: readonly Sale[]): Map<OrderId, Sale[]> => {
  const byOrder = new Map<OrderId, Sale[]>();
  for (const sale of sales) {
    const orderId = sale.originalSaleId === null ? orderIdFromSaleReference(sale, storeHash) : null;
    if (orderId !== null) byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), sale]);
  }
  return byOrder;
};

/** Where there is no such order, a number alone may be anybody's; our marker names this store. */
const isMarked = ({ storeHash }: JobContext, { note }: Sale, orderId: OrderId): boolean => note.includes(saleNoteMarker(orderId, storeHash));

const statusOf = (link: Link | undefined): JudgedImport['importedStatusId'] => OrderStatusId.safeParse(link?.facts.statusId).data ?? null;

const termsOf = (link: Link | undefined): ImportTerms | null => ImportTerms.safeParse(link?.facts).data ?? null;

const lookWide = async (context: JobContext, orderId: OrderId, at: Sale['transactionDate']): Promise<Sale[]> => {
  const sales = await context.hike.sales.listByDate(instantPlus(at, -DAY_MS), instantPlus(at, DAY_MS), () => undefined);
  return salesByOrder(context, sales).get(orderId) ?? [];
};

const isUnderway = async ({ database: { tables }, storeHash }: JobContext, orderId: OrderId): Promise<boolean> => {
  const id = String(orderId);
  return (await tables.dirty.find(storeHash, 'import-order', id)) !== null || (await tables.dirty.find(storeHash, 'order', id)) !== null;
};
