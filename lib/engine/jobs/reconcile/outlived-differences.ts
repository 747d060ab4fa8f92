import { differenceKey } from '../../../domain/reconciliation';
import { levelSubject } from '../../../domain/rules/reconciliation/compare-levels';
import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import type { JobContext } from '../job';
import { openStockShelf } from '../stock/stock-shelf';
import { MOST_KNOWN } from './read-money';

/**
 * Keys of differences of stock that no comparison comes upon any more: their product is gone on either side, or no longer
 * linked, or its location is no longer filled. What is left to do about it is told elsewhere.
 */
export const outlivedDifferences = async (context: JobContext, locations: readonly LocationToFill[]): Promise<string[]> => {
  const { database: { tables }, storeHash } = context;
  const known = await tables.differences.list(storeHash, { states: ['open', 'fixing', 'ignored'], offset: 0, limit: MOST_KNOWN });
  const ofStock = known.filter(({ difference: { kind } }) => kind === 'stock-differs' || kind === 'hike-count-differs');
  if (ofStock.length === 0) return [];
  const hikeIds = ofStock.flatMap(({ difference: { hikeId } }) => hikeId ?? []);
  const { items } = await openStockShelf(context, hikeIds);
  const levels = new Set(items.flatMap(({ variantId }) => locations.map((location) => differenceKey({ kind: 'stock-differs', subject: levelSubject({ variantId, location }) }))));
  const products = await tables.hikeProducts.findByVariants(storeHash, hikeIds);
  const inHike = new Set(products.flatMap(({ goneAt, product }) => (goneAt === null ? product.variants.map(({ id }) => id) : [])));
  return ofStock.flatMap(({ key, difference: { kind, hikeId } }) => ((kind === 'stock-differs' ? levels.has(key) : hikeId !== null && inHike.has(hikeId)) ? [] : [key]));
};
