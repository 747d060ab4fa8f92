import type { HikeProduct } from '../../../domain/hike-product';
import { hikeCountsMoved } from '../../../domain/rules/stock/hike-counts-moved';
import type { StockMove } from '../../../domain/stock';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { locationsOf } from './locations-of';
import { markStock } from './mark-stock';

interface Told {
  before: HikeProduct | null;
  after: HikeProduct;
}

/**
 * Keeps what Hike tells of products' counts in the stock timeline, and marks what has to be published anew. Before
 * "Start" nothing is marked: starting publishes everything.
 */
export const noteHikeCounts = async (context: JobContext, tables: Tables, told: readonly Told[]): Promise<void> => {
  const { storeHash, settings } = context;
  const outletIds = [...new Set(locationsOf(context).flatMap((location) => location.outletIds))];
  const moved = told.map((one) => hikeCountsMoved(one, outletIds));
  const names = new Map((context.lists?.outlets ?? []).map(({ id, name }) => [id, name]));
  const moves = moved.flatMap((one) => one.moves).map(
    ({ hikeId, outletId, before, after }): StockMove => ({
      at: context.now(),
      hikeId,
      variantId: null,
      locationId: null,
      side: 'hike',
      before,
      after,
      reason: 'hike-count',
      source: names.get(outletId) ?? '',
      sum: null,
    }),
  );
  if (moves.length > 0) await tables.moves.record(storeHash, moves);
  const hikeIds = moved.flatMap(({ toPublish }) => toPublish);
  if (hikeIds.length > 0 && settings.catalogue.startedAt !== null) await markStock(tables, storeHash, { hikeIds, now: context.now() });
};
