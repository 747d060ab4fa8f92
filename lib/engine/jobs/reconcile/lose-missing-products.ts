import type { Difference } from '../../../domain/reconciliation';
import type { ProductId } from '../../../domain/ids';
import { confirmGone } from '../catalogue/confirm-gone';
import { loseStoreProducts } from '../catalogue/lose-store-products';
import type { JobContext } from '../job';
import type { StockShelf } from '../stock/stock-shelf';

/** Single looks per chunk: each is a call. */
const MOST_LOOKS = 25;

/** BigCommerce tells no level of a product that was deleted there: the products of such levels are asked for, and those that are gone leave the mirror. */
export const loseMissingProducts = async (context: JobContext, { items }: StockShelf, silent: readonly Difference[]): Promise<ReadonlySet<ProductId>> => {
  const variantIds = new Set(silent.map(({ variantId }) => variantId));
  const asked = [...new Set(items.flatMap(({ variantId, productId }) => (variantIds.has(variantId) ? [productId] : [])))].slice(0, MOST_LOOKS);
  if (asked.length === 0) return new Set();
  const there = new Set((await context.bigcommerce.catalogue.listByIds(asked)).map(({ id }) => id));
  const { gone } = await confirmGone(context, asked.filter((id) => !there.has(id)));
  if (gone.length > 0) await context.record('missed-store-products-forgotten', (tables) => loseStoreProducts(context, tables, gone));
  return new Set(gone);
};
