import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import type { SeenLevel } from '../../ports/tables';
import type { JobContext } from '../job';
import { levelKey } from './level-key';
import { isSettling, ordersReach } from './level-times';
import { defaultOf } from './locations-of';
import type { StockShelf } from './stock-shelf';
import { type LevelNews, takeInLevels } from './take-in-levels';

/** Reads the levels that were never looked at, or that a hint says have moved; fresh ones cost nothing. */
export const readStaleLevels = async (context: JobContext, { items, levels }: StockShelf, locations: readonly LocationToFill[]): Promise<LevelNews> => {
  const isUnknown = (level: SeenLevel | undefined) => level === undefined || level.onHand === null || (level.isStale && !isSettling(level, context));
  const wanted = items.filter(({ variantId }) => locations.some(({ id }) => isUnknown(levels.get(levelKey({ variantId, locationId: id })))));
  if (wanted.length === 0) return { levels: [], moves: [], outside: [] };
  const told = await context.bigcommerce.inventory.listLevels(
    wanted.map(({ variantId }) => variantId),
    locations.map(({ id }) => id),
  );
  return takeInLevels(context, {
    told: told.filter((level) => isUnknown(levels.get(levelKey(level)))),
    known: levels,
    hikeIds: new Map(wanted.map(({ variantId, hikeId }) => [variantId, hikeId])),
    defaultLocationId: defaultOf(locations),
    ordersSince: ordersReach(context),
  });
};
