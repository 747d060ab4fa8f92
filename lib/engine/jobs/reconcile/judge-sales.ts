import { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Order } from '../../../domain/order';
import type { JudgedSale } from '../../../domain/rules/reconciliation/compare-sales';
import { expectedOrderOfSale } from '../../../domain/rules/reconciliation/expected-order-of-sale';
import { saleFingerprintParts } from '../../../domain/rules/sale-fingerprint-parts';
import { orderIdFromSaleReference } from '../../../domain/rules/sale-reference';
import type { Sale } from '../../../domain/sale';
import type { StoreProfile } from '../../../domain/shop-lists';
import { fingerprint } from '../../fingerprint';
import { BrokenContract } from '../../ports/failures';
import type { Link, SeenSale } from '../../ports/tables';
import type { JobContext } from '../job';
import { salesReadUntil } from '../sales-cursor';
import type { MoneyRead } from './read-money';

export interface SalesJudged {
  judged: JudgedSale[];
  /** Orders that bear our name, by the sale that they name. */
  orders: Map<SaleId, Order[]>;
  /** Beyond the calls that a comparison may cost, or not understood. */
  notCompared: number;
}

/** Sales without an order that BigCommerce is asked about one by one, two calls each. */
const MOST_LOOKS = 100;

/** Changes of older sales are found by every few polls only. */
const REACH_MS = 60 * 60_000;

/** What each sale should be in BigCommerce, and what is there. */
export const judgeSales = async (context: JobContext, { sales, orders }: MoneyRead, profile: StoreProfile): Promise<SalesJudged> => {
  const { database: { tables }, storeHash } = context;
  const all = new Map([...(await originalsOf(context, [...sales.values()])), ...sales]);
  const seen = new Map((await tables.sales.findMany(storeHash, [...all.keys()])).map((one) => [one.sale.id, one]));
  const links = new Map((await tables.links.findByHike(storeHash, 'order', [...all.keys()].map(String))).map((link) => [Number(link.hikeId), link]));
  const facts = { profile, sales: [...sales.values()], readUntil: await salesReadUntil(tables, storeHash) };
  const judged: JudgedSale[] = [];
  for (const sale of all.values()) judged.push(await judge(context, sale, { ...facts, seen: seen.get(sale.id), link: links.get(sale.id) }));
  const byOrder = ordersBySale(context, [...orders.values()]);
  const unsure = await askForMissing(context, judged, byOrder);
  return { judged: judged.filter((one) => !unsure.has(one)), orders: byOrder, notCompared: unsure.size };
};

/** A refund changes the order of a sale that may have been made on another day. */
const originalsOf = async ({ database: { tables }, storeHash }: JobContext, sales: readonly Sale[]): Promise<Map<SaleId, Sale>> => {
  const originals = await tables.sales.findMany(storeHash, [...new Set(sales.flatMap(({ originalSaleId }) => originalSaleId ?? []))]);
  return new Map(originals.map(({ sale }) => [sale.id, sale]));
};

interface SaleFacts {
  profile: StoreProfile;
  /** All that were read. */
  sales: readonly Sale[];
  /** Hike's changes are known up to here. */
  readUntil: Instant | null;
  seen: SeenSale | undefined;
  link: Link | undefined;
}

const judge = async (context: JobContext, sale: Sale, { profile, sales, readUntil, seen, link }: SaleFacts): Promise<JudgedSale> => {
  const { database: { tables }, storeHash, settings } = context;
  const laterSales = [...(await tables.sales.listByOriginal(storeHash, sale.id)), ...sales.filter(({ originalSaleId }) => originalSaleId === sale.id)];
  const linkedTo = link === undefined ? null : OrderId.parse(Number(link.bigcommerceId));
  const importedFrom = link?.origin === 'bigcommerce' ? linkedTo : orderIdFromSaleReference(sale, storeHash);
  const isRead = seen !== undefined && seen.fingerprint === fingerprint(saleFingerprintParts(sale));
  const isStillToRead = !isRead && (readUntil === null || sale.modifiedAt >= instantPlus(readUntil, -REACH_MS));
  const work = [sale.id, ...laterSales.map(({ id }) => id)];
  return {
    sale,
    expected: expectedOrderOfSale(sale, { settings, profile, importedFrom, laterSales }),
    linkedTo,
    isUnderway: settings.paused.sales || isStillToRead || (await isAnyDirty(context, work)),
    isRefused: isRead && (seen.state === 'needs-you' || seen.state === 'left-out'),
  };
};

const isAnyDirty = async ({ database: { tables }, storeHash }: JobContext, ids: readonly SaleId[]): Promise<boolean> => {
  for (const id of ids) if ((await tables.dirty.find(storeHash, 'sale', String(id))) !== null) return true;
  return false;
};

const ordersBySale = ({ installation }: JobContext, orders: readonly Order[]): Map<SaleId, Order[]> => {
  const bySale = new Map<SaleId, Order[]>();
  for (const order of orders) {
    const saleId = SaleId.safeParse(Number(order.externalOrderId ?? Number.NaN)).data;
    if (order.externalSource === installation.appId && saleId !== undefined) bySale.set(saleId, [...(bySale.get(saleId) ?? []), order]);
  }
  return bySale;
};

/**
 * A list may be short of an order: before one is missed it is asked for by its sale. Answers those of which nobody knows
 * whether they are there.
 */
const askForMissing = async (context: JobContext, judged: readonly JudgedSale[], orders: Map<SaleId, Order[]>): Promise<ReadonlySet<JudgedSale>> => {
  const isMissing = ({ sale, expected, isUnderway }: JudgedSale) => !isUnderway && expected.kind !== 'none' && !(orders.get(sale.id) ?? []).some(({ isArchived }) => !isArchived);
  const missing = judged.filter(isMissing);
  const unsure = new Set(missing.slice(MOST_LOOKS));
  for (const one of missing.slice(0, MOST_LOOKS)) {
    try {
      const found = await context.bigcommerce.orders.listBySale(one.sale.id);
      if (found.length > 0) orders.set(one.sale.id, found);
    } catch (error) {
      if (!(error instanceof BrokenContract)) throw error;
      unsure.add(one);
    }
  }
  return unsure;
};
