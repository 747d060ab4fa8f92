import type { OrderId, ProductId, StoreHash, VariantId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { readRun } from '../jobs/catalogue/run-cursor';
import { lastPublishedMany } from '../jobs/stock/last-published';
import { PRIORITY } from '../priorities';
import type { DirtyMark, SeenLevel, SeenStoreProduct, Tables } from '../ports/tables';
import { markNow } from './mark-now';

/** A product was written or deleted, at the time that BigCommerce states; `null` where it states none. */
interface ProductHint {
  kind: 'product';
  id: ProductId;
  isDeleted: boolean;
  at: Instant | null;
}

/** Levels of a product moved; `isAbsolute` where they were set, not moved by an order. */
interface StockHint {
  kind: 'product-stock';
  id: ProductId;
  variantId: VariantId | null;
  isAbsolute: boolean;
  at: Instant | null;
}

/** What a webhook hints at, as far as it leads to reading. */
export type ReadingHint = { kind: 'order'; id: OrderId } | { kind: 'store' } | ProductHint | StockHint;

/** One save in the control panel sends several hooks; what is read a little later answers them all. */
const COALESCE_MS = 5_000;
/** BigCommerce states whole seconds, and the hook's time is taken a little after the product's. */
const PRODUCT_ECHO_MS = 2_000;
/** Levels are set with a delay of BigCommerce's own. */
const STOCK_ECHO_MS = 60_000;

/** Something is due at once; what is due a little later is the sweeper's to find. */
export const isDueAtOnce = ({ kind }: ReadingHint): boolean => kind === 'order' || kind === 'store';

/** Marks what these hint at; what is marked already, or several of them hint at, is marked once. */
export const markHints = async (tables: Tables, storeHash: StoreHash, { hints, now }: { hints: readonly ReadingHint[]; now: Instant }): Promise<void> => {
  if (hints.some(({ kind }) => kind === 'store')) await markNow(tables, storeHash, { thing: 'store', now, trigger: 'webhook' });
  const orders = hints.flatMap((hint) => (hint.kind === 'order' ? [markOf('order', hint.id, { priority: PRIORITY.order, notBefore: now })] : []));
  const marks = [...orders, ...(await catalogueMarks(tables, storeHash, { hints: hints.filter(isOfCatalogue), now }))];
  await tables.dirty.markMany(storeHash, [...new Map(marks.map((mark) => [`${mark.thing} ${mark.id}`, mark])).values()]);
};

type CatalogueHint = ProductHint | StockHint;

const isOfCatalogue = (hint: ReadingHint): hint is CatalogueHint => hint.kind === 'product' || hint.kind === 'product-stock';

const markOf = (thing: DirtyMark['thing'], id: number | '-', due: Pick<DirtyMark, 'priority' | 'notBefore'>): DirtyMark => ({ thing, id: String(id), ...due, trigger: 'webhook' });

const catalogueMarks = async (tables: Tables, storeHash: StoreHash, { hints, now }: { hints: readonly CatalogueHint[]; now: Instant }): Promise<DirtyMark[]> => {
  const verdicts = hints.length === 0 ? [] : await verdictsOf(tables, storeHash, hints);
  if (verdicts.every((verdict) => verdict === 'echo')) return [];
  const { state } = await readRun(tables, storeHash);
  // Before anybody asked for the catalogue there is nothing to keep up to date.
  if (state === 'never') return [];
  const notBefore = instantPlus(now, COALESCE_MS);
  const publishedMany = verdicts.includes('unclear') ? await lastPublishedMany(tables, storeHash) : null;
  return hints.flatMap((hint, index) => {
    if (verdicts[index] === 'unclear' && state === 'in-step') return isAround(hint.at, publishedMany) ? [] : [sweepMark(now)];
    if (verdicts[index] !== 'news') return [];
    return [hint.kind === 'product' ? markOf('store-product', hint.id, { priority: PRIORITY.product, notBefore }) : markOf('store-stock', hint.id, { priority: PRIORITY.stock, notBefore })];
  });
};

/**
 * The hook may be ours or tell of a person's edit: one look at what changed answers all of a burst, instead of one each.
 * Where we published many counts, even that look would cost pages, so an edit of that minute is left to the hourly one.
 */
const sweepMark = (now: Instant): DirtyMark => markOf('store-products', '-', { priority: PRIORITY.product, notBefore: instantPlus(now, STOCK_ECHO_MS) });

type Verdict = 'news' | 'echo' | 'unclear';

/** Our own writes come back as hooks. What is taken for an echo by mistake is found by the sweeps. */
const verdictsOf = async (tables: Tables, storeHash: StoreHash, hints: readonly CatalogueHint[]): Promise<Verdict[]> => {
  const seen = new Map((await tables.storeProducts.findMany(storeHash, [...new Set(hints.map(({ id }) => id))])).map((one) => [one.product.id, one]));
  const verdicts = hints.map((hint) => verdictByProduct(hint, seen.get(hint.id)));
  const variants = hints.map((hint, index) => (verdicts[index] === null ? variantsOf(hint, seen.get(hint.id)) : []));
  const levels = variants.every((ids) => ids.length === 0) ? [] : await tables.levels.findByVariants(storeHash, [...new Set(variants.flat())]);
  return hints.map((hint, index) => verdicts[index] ?? verdictByLevels(hint, levels.filter(({ variantId }) => variants[index]?.includes(variantId))));
};

/** `null` where it takes the levels as well to tell. */
const verdictByProduct = (hint: CatalogueHint, known: SeenStoreProduct | undefined): Verdict | null => {
  if (hint.kind === 'product' && hint.isDeleted) return known === undefined || known.goneAt !== null ? 'echo' : 'news';
  if (known === undefined || hint.at === null) return 'news';
  const { modifiedAt } = known.product;
  if (hint.kind === 'product' && modifiedAt !== null && hint.at <= instantPlus(modifiedAt, PRODUCT_ECHO_MS)) return 'echo';
  return hint.kind === 'product-stock' && !hint.isAbsolute ? 'news' : null;
};

const variantsOf = (hint: CatalogueHint, known: SeenStoreProduct | undefined): VariantId[] =>
  hint.kind === 'product-stock' && hint.variantId !== null ? [hint.variantId] : (known?.product.variants.map(({ id }) => id) ?? []);

const isAround = (at: Instant | null, ours: Instant | null): boolean => at !== null && ours !== null && at >= instantPlus(ours, -STOCK_ECHO_MS) && at <= instantPlus(ours, STOCK_ECHO_MS);

const verdictByLevels = ({ kind, at }: CatalogueHint, levels: readonly SeenLevel[]): Verdict => {
  const isNearOurs = levels.some(({ writtenAt }) => isAround(at, writtenAt));
  if (!isNearOurs) return 'news';
  // A level that we set is told of as a change of the product as well (reference: bigcommerce 4.2).
  return kind === 'product' ? 'unclear' : 'echo';
};
