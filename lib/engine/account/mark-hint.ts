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
      // Before anybody asked for the catalogue there is nothing to keep up to date.
      if ((await readRun(tables, storeHash)).state === 'never' || (await isOurEcho(tables, storeHash, hint))) return false;
      const thing = hint.kind === 'product' ? 'store-product' : 'store-stock';
      const priority = hint.kind === 'product' ? PRIORITY.product : PRIORITY.stock;
      await tables.dirty.mark(storeHash, { thing, id: String(hint.id), priority, notBefore: instantPlus(now, COALESCE_MS), trigger: 'webhook' });
      return false;
    }
  }
};

/** Our own writes come back as hooks. One that is taken for an echo by mistake is found by the sweeps. */
const isOurEcho = async (tables: Tables, storeHash: StoreHash, hint: ProductHint | StockHint): Promise<boolean> => {
  const { at } = hint;
  const [known] = await tables.storeProducts.findMany(storeHash, [hint.id]);
  if (hint.kind === 'product' && hint.isDeleted) return known === undefined || known.goneAt !== null;
  if (known === undefined || at === null) return false;
  const { modifiedAt } = known.product;
  if (hint.kind === 'product' && modifiedAt !== null && at <= instantPlus(modifiedAt, PRODUCT_ECHO_MS)) return true;
  if (hint.kind === 'product-stock' && !hint.isAbsolute) return false;
  // A level that we set is told of as a change of the product as well.
  const variantIds = hint.kind === 'product-stock' && hint.variantId !== null ? [hint.variantId] : known.product.variants.map(({ id }) => id);
  const levels = await tables.levels.findByVariants(storeHash, variantIds);
  return levels.some(({ writtenAt }) => writtenAt !== null && at >= instantPlus(writtenAt, -STOCK_ECHO_MS) && at <= instantPlus(writtenAt, STOCK_ECHO_MS));
};
