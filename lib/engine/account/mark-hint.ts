import type { OrderId, ProductId, StoreHash, VariantId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { readRun } from '../jobs/catalogue/run-cursor';
import { PRIORITY } from '../priorities';
import type { Tables } from '../ports/tables';
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

/** True when something is due at once; what is due a little later is the sweeper's to find. */
export const markHint = async (tables: Tables, storeHash: StoreHash, { hint, now }: { hint: ReadingHint; now: Instant }): Promise<boolean> => {
  switch (hint.kind) {
    case 'store':
      await markNow(tables, storeHash, { thing: 'store', now, trigger: 'webhook' });
      return true;
    case 'order':
      await tables.dirty.mark(storeHash, { thing: 'order', id: String(hint.id), priority: PRIORITY.order, notBefore: now, trigger: 'webhook' });
      return true;
    case 'product':
    case 'product-stock': {
      const { state } = await readRun(tables, storeHash);
      // Before anybody asked for the catalogue there is nothing to keep up to date.
      const verdict = state === 'never' ? 'echo' : await verdictOf(tables, storeHash, hint);
      if (verdict === 'unclear' && state === 'in-step') await markSweep(tables, storeHash, now);
      if (verdict !== 'news') return false;
      const thing = hint.kind === 'product' ? 'store-product' : 'store-stock';
      const priority = hint.kind === 'product' ? PRIORITY.product : PRIORITY.stock;
      await tables.dirty.mark(storeHash, { thing, id: String(hint.id), priority, notBefore: instantPlus(now, COALESCE_MS), trigger: 'webhook' });
      return false;
    }
  }
};

/** The hook may be ours or tell of a person's edit: one look at what changed answers all of a burst, instead of one each. */
const markSweep = (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> =>
  tables.dirty.mark(storeHash, { thing: 'store-products', id: '-', priority: PRIORITY.product, notBefore: instantPlus(now, STOCK_ECHO_MS), trigger: 'webhook' });

/** Our own writes come back as hooks. What is taken for an echo by mistake is found by the sweeps. */
const verdictOf = async (tables: Tables, storeHash: StoreHash, hint: ProductHint | StockHint): Promise<'news' | 'echo' | 'unclear'> => {
  const { at } = hint;
  const [known] = await tables.storeProducts.findMany(storeHash, [hint.id]);
  if (hint.kind === 'product' && hint.isDeleted) return known === undefined || known.goneAt !== null ? 'echo' : 'news';
  if (known === undefined || at === null) return 'news';
  const { modifiedAt } = known.product;
  if (hint.kind === 'product' && modifiedAt !== null && at <= instantPlus(modifiedAt, PRODUCT_ECHO_MS)) return 'echo';
  if (hint.kind === 'product-stock' && !hint.isAbsolute) return 'news';
  const variantIds = hint.kind === 'product-stock' && hint.variantId !== null ? [hint.variantId] : known.product.variants.map(({ id }) => id);
  const levels = await tables.levels.findByVariants(storeHash, variantIds);
  const isNearOurs = levels.some(({ writtenAt }) => writtenAt !== null && at >= instantPlus(writtenAt, -STOCK_ECHO_MS) && at <= instantPlus(writtenAt, STOCK_ECHO_MS));
  if (!isNearOurs) return 'news';
  // A level that we set is told of as a change of the product as well (reference: bigcommerce 4.2).
  return hint.kind === 'product' ? 'unclear' : 'echo';
};
