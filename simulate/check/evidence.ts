import type { OrderId } from '../../lib/domain/ids';
import type { Entry } from '../../lib/engine/ports/tables';
import type { LedgerRow } from '../../sandbox/core/contract.ts';
import { type Order, ordersOf, type Sale, type Shop, shopOf, type StoreProduct, storeProductsOf } from '../traffic/things';
import type { Stage } from '../world/stage';

/** Who an entry of the sync log speaks of, while it waits for a person. */
interface Refusal {
  thing: string;
  recordId: string;
  hikeId: string | null;
  bigcommerceId: string | null;
  sentence: string;
}

/** What both platforms hold in the end, by their own account; of the app's own tables only what it tells the merchant. */
export interface Evidence {
  shop: Shop;
  /** Made after the app was started; what was there before is nobody's business. */
  sales: Sale[];
  orders: Order[];
  products: StoreProduct[];
  ledger: LedgerRow[];
  refusals: Refusal[];
  /** Ids in Hike of products for which the Products page asks for a person, with why. */
  asked: Set<string>;
  /** Orders that the merchant left out, and did not take in again; those that a rule leaves out still hold their goods back. */
  leftOut: Set<number>;
  /** Entries that the app still means to do something about by itself. */
  unsettled: string[];
  /** Calls that a platform turned away by its own limits; those of planned accidents never reached it. */
  turnedAway: number;
  /** The most that the store was worked on within ten seconds. */
  mostTurns: number;
  outletId: number;
  startDate: number;
}

/** The first moment of the store's life with the app. */
export interface Beginning {
  saleIds: ReadonlySet<number>;
  orderIds: ReadonlySet<number>;
  /** Rows of the ledger before it. */
  ledgerLength: number;
}

const OPEN = ['needs-you', 'waiting', 'retrying', 'checking'] as const;
const ASKING = ['ambiguous', 'clash', 'duplicate', 'refused', 'removed'] as const;
const MANY = 1_000;
const TOO_MANY = 429;

export const beginningOf = async (stage: Stage): Promise<Beginning> => {
  const [shop, orders] = [await shopOf(stage), await ordersOf(stage)];
  return {
    saleIds: new Set(shop.sales.map(({ id }) => id)),
    orderIds: new Set(orders.map(({ id }) => id)),
    ledgerLength: stage.platforms.sandbox.core.ledger.list().length,
  };
};

/** A person's turn: the app waits for a decision that is theirs, or could not do it. */
const isAsked = ({ result, nextTryAt, problem }: Entry): boolean => result === 'needs-you' || (result === 'waiting' && nextTryAt === null && problem !== null);

export const gatherEvidence = async (stage: Stage, beginning: Beginning): Promise<Evidence> => {
  const [shop, orders, products] = [await shopOf(stage), await ordersOf(stage), await storeProductsOf(stage)];
  const entries = await stage.database.tables.entries.list(stage.storeHash, { results: [...OPEN, 'ignored'], direction: null, thing: null, search: '', from: null, before: null, limit: MANY });
  const leftOut = await stage.database.tables.orders.findMany(stage.storeHash, [...stage.wanted.askedOut] as OrderId[]);
  const shown = await stage.database.tables.hikeProducts.list(stage.storeHash, { standings: ASKING, search: '', offset: 0, limit: MANY });
  const { value } = await stage.database.tables.settings.get(stage.storeHash);
  return {
    shop,
    sales: shop.sales.filter(({ id }) => !beginning.saleIds.has(id)),
    orders,
    products,
    ledger: stage.platforms.sandbox.core.ledger.list().slice(beginning.ledgerLength).filter(({ tenant }) => tenant === stage.place.storeHash || tenant === stage.place.shopId),
    refusals: entries.filter((entry) => isAsked(entry) || stage.wanted.ignored.has(entry.id)).map(({ message, ...entry }) => ({ ...entry, sentence: message })),
    asked: new Set(shown.filter(({ plan }) => plan !== null && plan.problem !== null).map(({ product }) => String(product.id))),
    leftOut: new Set(leftOut.filter(({ state, problem }) => state === 'left-out' && problem === null).map(({ id }) => id)),
    unsettled: entries.filter((entry) => !isAsked(entry) && entry.result !== 'ignored').map(({ result, thing, recordId, label, message }) => `${label || `${thing} ${recordId}`} is still ${result}: ${message}`),
    turnedAway: [stage.place.storeHash, stage.place.shopId].flatMap((tenant) => stage.platforms.sandbox.core.exchanges.counts({ tenant })).reduce((sum, { status, times }) => (status === TOO_MANY ? sum + times : sum), 0),
    mostTurns: stage.woken.mostTurns(),
    outletId: value.outletId ?? 0,
    startDate: Date.parse(value.startDate ?? ''),
  };
};

/** Whether the app told the merchant, in a sentence, that this needs a person. */
export const isExplained = ({ refusals }: Evidence, { sale, order }: { sale?: number; order?: number }): boolean =>
  refusals.some(
    ({ thing, recordId, hikeId, bigcommerceId, sentence }) =>
      sentence !== '' && ((sale !== undefined && thing === 'sale' && (recordId === String(sale) || hikeId === String(sale))) || (order !== undefined && thing === 'order' && (recordId === String(order) || bigcommerceId === String(order)))),
  );
