import type { Difference } from '../../../domain/reconciliation';
import type { ProductId } from '../../../domain/ids';
import { findGone } from '../catalogue/find-gone';
import type { JobContext } from '../job';
import type { StockShelf } from '../stock/stock-shelf';

/** Single looks per chunk: each is a call. */
const MOST_LOOKS = 25;

/** BigCommerce tells no level of a product that was deleted there: the products of such levels are asked for. */
export const findGoneProducts = async ({ bigcommerce }: JobContext, { items }: StockShelf, silent: readonly Difference[]): Promise<ProductId[]> => {
  const variantIds = new Set(silent.map(({ variantId }) => variantId));
  const asked = [...new Set(items.flatMap(({ variantId, productId }) => (variantIds.has(variantId) ? [productId] : [])))].slice(0, MOST_LOOKS);
  return findGone({ bigcommerce }, asked);
};
