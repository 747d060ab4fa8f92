import type { ProblemCode } from '../../lib/domain/problems';
import type { Customer, HikeProduct, Order, Sale } from '../traffic/things';
import type { Evidence, Told } from './evidence';
import { CALLED_OFF, isCalledOff, isOurs, isSoldOnline, isStanding, keyOfEmail, numberOfImport } from './in-words';

/** Whether what a refusal says is so, by what both platforms hold. A refusal that is not named here excuses nothing. */
type Reasons<Thing> = Partial<Record<ProblemCode, (thing: Thing, evidence: Evidence) => boolean>>;

const DELETED = { hike: 'till.product.deleted', bigcommerce: 'product.deleted' } as const;

/** Incomplete, Pending, Declined, Awaiting Payment, Manual Verification, Disputed. */
const NOT_IMPORTABLE = new Set([0, 1, 6, 7, 12, 13]);
/** Partially Shipped, Partially Refunded. */
const PARTIAL = new Set([3, 14]);

const isChangedSinceImport = (order: Order, { sales }: Evidence): boolean => isCalledOff(order) && sales.some((sale) => sale.number === numberOfImport(order) && isStanding(sale));

const isNotInHike = ({ lines }: Order, { shop }: Evidence): boolean => lines.some(({ sku }) => !shop.products.some((product) => product.sku === sku));

/** Of an order: product.md, "BigCommerce order -> Hike sale". */
const OF_ORDERS: Reasons<Order> = {
  // "Incomplete, Pending, ...: not importable: shown, with why"; a deleted one is in no status at all.
  'order-status-not-importable': ({ status_id: status }) => NOT_IMPORTABLE.has(status),
  'order-called-off': ({ status_id: status }) => CALLED_OFF.has(status),
  'order-archived': ({ is_deleted: isDeleted }) => isDeleted,
  // "Partially Shipped (3), Partially Refunded (14), part-paid: refused, with why"
  'order-partial': ({ status_id: status, lines }) => PARTIAL.has(status) || lines.some(({ quantity_refunded: refunded }) => refunded > 0),
  // Marked as completed by hand, though what was paid went back, or never came: "part-paid: refused", and so is what is not paid at all.
  'order-not-paid': ({ payment_status: payment }) => payment === 'refunded' || payment === 'declined',
  // "a sale that came from Hike is never sent back"
  'order-from-hike': isOurs,
  // "Currency must agree."
  'currency-differs': ({ currency_code: currency }, { shop }) => currency !== shop.currency,
  // "matched by link, then SKU, then barcode; never guessed"
  'product-not-in-hike': isNotInHike,
  // "an imported order that is cancelled or refunded later: shown as changed since import"
  'changed-since-import': isChangedSinceImport,
  // A product was deleted there, and Hike itself is the first to say so.
  'refused-by-hike': isNotInHike,
  // Its sale was voided at the till before the order was shipped: what a person did there stands.
  'sale-moved-at-till': (order, evidence) => evidence.sales.some(({ number, status }) => number === numberOfImport(order) && status === 'Voided'),
};

/** Of a sale: product.md, "Hike sale -> BigCommerce order". */
const OF_SALES: Reasons<Sale> = {
  // A refund or an exchange of goods that were sold before the app was started: their sale has no order that it could change.
  'original-sale-unknown': ({ referenceInvoiceId: original }, { beginning }) => original !== null && beginning.saleIds.has(original),
};

const deletedIn = ({ ledger }: Evidence, side: 'hike' | 'bigcommerce') => ledger.filter((row) => row.side === side && row.kind === DELETED[side]);

/** What was in the store under one of the SKUs that the product or its variants have, or had at the beginning, was deleted there. */
const isDeletedInStore = (product: HikeProduct, evidence: Evidence): boolean => {
  const { shop, beginning } = evidence;
  const own = [product, ...shop.products.filter(({ parentId }) => parentId === product.id)];
  const skus = new Set(own.flatMap(({ id, sku }) => [sku, beginning.skus.get(id) ?? sku]));
  const skusOf = (id: number, reference: string | undefined): string[] => {
    const before = beginning.products.get(id);
    return before === undefined ? [reference ?? ''] : [before.sku, ...before.variants.map(({ sku }) => sku)];
  };
  return deletedIn(evidence, 'bigcommerce').some(({ id, reference }) => skusOf(Number(id), reference).some((sku) => sku !== '' && skus.has(sku)));
};

/** Of a product of Hike's: product.md, "What syncs". */
const OF_PRODUCTS: Reasons<HikeProduct> = {
  // "One deleted in BigCommerce but alive in Hike is a problem: delete it in Hike first"
  'product-deleted-in-bigcommerce': isDeletedInStore,
  // "A product gone from Hike is offered for deletion", and a variant is one, too.
  'variants-gone-from-hike': ({ id }, evidence) => deletedIn(evidence, 'hike').some(({ data }) => (data as HikeProduct).parentId === id),
  // "Deletes: a product gone from Hike is offered for deletion (choice: ask me - default)"
  'product-not-online': (product) => !isSoldOnline(product),
};

/** Of a customer of Hike's: product.md, "What syncs". */
const OF_CUSTOMERS: Reasons<Customer> = {
  // "never guessed": it could be several.
  'customer-match-ambiguous': ({ email }, { shop, customers }) => [shop.customers, customers].some((all) => all.filter((other) => keyOfEmail(other.email) === keyOfEmail(email)).length > 1),
};

const isSo = <Thing extends { id: number }>({ recordId, code }: Told, evidence: Evidence, { things, reasons }: { things: readonly Thing[]; reasons: Reasons<Thing> }): boolean => {
  const thing = things.find(({ id }) => String(id) === recordId);
  return thing !== undefined && code !== null && reasons[code]?.(thing, evidence) === true;
};

/** "A product gone from Hike is offered for deletion (choice: ask me - default)" */
const isGoneFromHike = ({ recordId }: Told, evidence: Evidence): boolean => deletedIn(evidence, 'hike').some(({ id }) => String(id) === recordId);

/** Whether what the app asks of a person is theirs to do, and so. */
const isRight = (told: Told, evidence: Evidence): boolean => {
  const { orders, shop } = evidence;
  switch (told.thing) {
    case 'order':
      return isSo(told, evidence, { things: orders, reasons: OF_ORDERS });
    case 'sale':
      return isSo(told, evidence, { things: shop.sales, reasons: OF_SALES });
    case 'product':
      return told.code === 'product-gone-from-hike' ? isGoneFromHike(told, evidence) : isSo(told, evidence, { things: shop.products, reasons: OF_PRODUCTS });
    case 'customer':
      return isSo(told, evidence, { things: shop.customers, reasons: OF_CUSTOMERS });
    default:
      // "Reconciliation result of the last night": it counts as a difference what only a person may settle.
      return told.code === 'differences-found' && orders.some((order) => isChangedSinceImport(order, evidence) || (isOurs(order) && evidence.touched.has(order.id)));
  }
};

const refusalsOf = (evidence: Evidence, thing: 'order' | 'sale' | 'product' | 'customer', { id }: { id: number }): Told[] =>
  evidence.told.filter((told) => (told.isAsked || told.isIgnored) && told.thing === thing && told.recordId === String(id) && told.sentence !== '' && isRight(told, evidence));

/** Whether the app told the merchant, in a sentence that is true, why this needs a person. */
export const isRefused = (...about: Parameters<typeof refusalsOf>): boolean => refusalsOf(...about).length > 0;

/** Whether the merchant put aside what the app asked about it, for whatever reason it asked: then nothing is tried again. */
export const isPutAside = (evidence: Evidence, thing: 'order' | 'sale', { id }: { id: number }): boolean =>
  evidence.told.some((told) => told.isIgnored && told.thing === thing && told.recordId === String(id));

export const isToldChanged = (evidence: Evidence, order: Order): boolean => refusalsOf(evidence, 'order', order).some(({ code }) => code === 'changed-since-import');

const isOfComparison = ({ code }: Told): boolean => code === 'differences-found';

/** Nothing is put to a person that the product's rules do not put to one: that nothing answered, or was not understood, is over by now. */
export const refusalsAreRight = (evidence: Evidence): string[] => wrongRefusals(evidence, (told) => !isOfComparison(told));

/** What changed within the last hour is under way, and no comparison judges it: what was found of it before stands until the next. */
export const comparisonIsRight = (evidence: Evidence): string[] => wrongRefusals(evidence, isOfComparison);

const wrongRefusals = (evidence: Evidence, isMeant: (told: Told) => boolean): string[] =>
  evidence.told
    .filter((told) => told.isAsked && isMeant(told) && !isRight(told, evidence))
    .map(({ thing, recordId, label, code, sentence }) => `${label || `${thing} ${recordId}`} waits for a person without need (${code}): ${sentence}`);
