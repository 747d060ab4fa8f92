import type { OrderId } from '../../lib/domain/ids';
import type { ProblemCode } from '../../lib/domain/problems';
import type { Entry } from '../../lib/engine/ports/tables';
import type { LedgerRow } from '../../sandbox/core/contract.ts';
import { customersOf, type Order, ordersOf, type Sale, type Shop, shopOf, type StoreCustomer, type StoreProduct, storeProductsOf } from '../traffic/things';
import type { Stage, Wanted } from '../world/stage';
import { noSecretIsTold } from './no-secret-is-told';

/** An entry of the sync log, as far as a merchant reads it. */
export interface Told {
  thing: string;
  recordId: string;
  hikeId: string | null;
  bigcommerceId: string | null;
  label: string;
  result: string;
  /** The app can do nothing more about it: a person's turn. */
  isAsked: boolean;
  /** The merchant has put it aside. */
  isIgnored: boolean;
  /** Of a refusal: which one. */
  code: ProblemCode | null;
  sentence: string;
}

/** What both platforms hold in the end, by their own account; of the app's own tables only what it tells the merchant. */
export interface Evidence {
  beginning: Beginning;
  shop: Shop;
  /** Made after the app was started; what was there before is nobody's business. */
  sales: Sale[];
  orders: Order[];
  products: StoreProduct[];
  customers: StoreCustomer[];
  ledger: LedgerRow[];
  /** The whole sync log, newest first. */
  told: Told[];
  /** Hike's ids of the customers that the page lists as those whose details are not complete. */
  withoutDetails: ReadonlySet<number>;
  /** Hike's ids of the products that the page lists as removed, and asks what is to become of them. */
  removed: ReadonlySet<number>;
  /** Orders that the merchant left out, and did not take in again; those that a rule leaves out still hold their goods back. */
  leftOut: ReadonlySet<number>;
  /** Orders that people changed in the control panel. */
  touched: ReadonlySet<number>;
  /** Calls that a platform turned away by its own limits; those of planned accidents never reached it. */
  turnedAway: number;
  /** The most that the store was worked on within ten seconds. */
  mostTurns: number;
  /** Lines and entries in which something stood that must never be written. */
  leaks: string[];
  outletId: number;
  startDate: number;
}

/** The first moment of the store's life with the app. */
export interface Beginning {
  saleIds: ReadonlySet<number>;
  orderIds: ReadonlySet<number>;
  products: ReadonlyMap<number, StoreProduct>;
  customerIds: ReadonlySet<number>;
  /** Of Hike's customers. */
  phones: ReadonlyMap<number, string | null>;
  /** Of Hike's products. */
  skus: ReadonlyMap<number, string>;
  /** Rows of the ledger before it. */
  ledgerLength: number;
}

const MANY = 5_000;
const TOO_MANY = 429;

export const beginningOf = async (stage: Stage): Promise<Beginning> => {
  const [shop, orders, products] = [await shopOf(stage), await ordersOf(stage), await storeProductsOf(stage)];
  return {
    saleIds: new Set(shop.sales.map(({ id }) => id)),
    orderIds: new Set(orders.map(({ id }) => id)),
    products: new Map(products.map((product) => [product.id, product])),
    customerIds: new Set(customersOf(stage).map(({ id }) => id)),
    phones: new Map(shop.customers.map(({ id, phone }) => [id, phone])),
    skus: new Map(shop.products.map(({ id, sku }) => [id, sku])),
    ledgerLength: stage.platforms.sandbox.core.ledger.list().length,
  };
};

const toldBy = (entry: Entry, { ignored }: Wanted): Told => ({
  ...entry,
  isAsked: entry.result === 'needs-you',
  isIgnored: entry.result === 'ignored' && ignored.has(entry.id),
  code: entry.problem?.code ?? null,
  sentence: entry.message,
});

// One page of each holds them all: these shops are small.
const withoutDetailsOf = async ({ fleet: { web: { app } }, storeHash }: Stage): Promise<Set<number>> =>
  new Set((await app.pages.customers(storeHash, { state: 'no-details', search: '', offset: 0 })).rows.map(({ hikeId }) => hikeId));

const removedOf = async ({ fleet: { web: { app } }, storeHash }: Stage): Promise<Set<number>> =>
  new Set((await app.pages.products(storeHash, { tab: 'removed', search: '', offset: 0 })).rows.flatMap(({ hike }) => hike?.id ?? []));

export const gatherEvidence = async (stage: Stage, beginning: Beginning): Promise<Evidence> => {
  const { storeHash, database: { tables }, platforms: { sandbox }, place, wanted } = stage;
  const [shop, orders, products] = [await shopOf(stage), await ordersOf(stage), await storeProductsOf(stage)];
  const entries = await tables.entries.list(storeHash, { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: MANY });
  const askedOut = await tables.orders.findMany(storeHash, [...wanted.askedOut] as OrderId[]);
  const { value } = await tables.settings.get(storeHash);
  return {
    beginning,
    shop,
    sales: shop.sales.filter(({ id }) => !beginning.saleIds.has(id)),
    orders,
    products,
    customers: customersOf(stage),
    ledger: sandbox.core.ledger.list().slice(beginning.ledgerLength).filter(({ tenant }) => tenant === place.storeHash || tenant === place.shopId),
    told: entries.map((entry) => toldBy(entry, wanted)),
    withoutDetails: await withoutDetailsOf(stage),
    removed: await removedOf(stage),
    leftOut: new Set(askedOut.filter(({ state, problem }) => state === 'left-out' && problem === null).map(({ id }) => id)),
    touched: wanted.touched,
    turnedAway: [place.storeHash, place.shopId].flatMap((tenant) => sandbox.core.exchanges.counts({ tenant })).reduce((sum, { status, times }) => (status === TOO_MANY ? sum + times : sum), 0),
    mostTurns: stage.woken.mostTurns(),
    leaks: await noSecretIsTold(stage, entries),
    outletId: value.outletId ?? 0,
    startDate: Date.parse(value.startDate ?? ''),
  };
};
