import type { HikeProduct } from '../../../domain/hike-product';
import { hikeCountsMoved } from '../../../domain/rules/stock/hike-counts-moved';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { locationsOf } from './locations-of';
import { markStock } from './mark-stock';

/**
 * Keeps what Hike tells of a product's counts in the stock timeline, and marks what has to be published anew. Before
 * "Start" nothing is marked: starting publishes everything.
 */
export const noteHikeCounts = async (context: JobContext, tables: Tables, told: { before: HikeProduct | null; after: HikeProduct }): Promise<void> => {
  const { storeHash, settings } = context;
  const outletIds = [...new Set(locationsOf(context).flatMap((location) => location.outletIds))];
  const { moves, toPublish } = hikeCountsMoved(told, outletIds);
  const names = new Map((context.lists?.outlets ?? []).map(({ id, name }) => [id, name]));
  if (moves.length > 0) {
    await tables.moves.record(
      storeHash,
      moves.map(({ hikeId, outletId, before, after }) => ({
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
      })),
    );
  }
  if (toPublish.length > 0 && settings.catalogue.startedAt !== null) await markStock(tables, storeHash, { hikeIds: toPublish, now: context.now() });
};
