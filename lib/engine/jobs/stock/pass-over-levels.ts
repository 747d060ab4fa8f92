import { z } from 'zod';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import { nextQuietHour } from '../../../domain/rules/stock/next-quiet-hour';
import { PRIORITY } from '../../priorities';
import type { DirtyRow, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { levelsByKey } from './level-key';
import { isSettling } from './level-times';
import { defaultOf } from './locations-of';
import { recordToldLevels } from './record-told-levels';
import { hikeIdsOf } from './stock-shelf';

/** A row `store-stock` with this id stands for the pass over all levels, once a night. */
export const ALL_LEVELS = '*';

const CURSOR = 'stock-pass';
const Progress = z.object({ page: z.int() });

/** Between two passes some hook may have been lost: an order of that time explains a move. */
const REACH_MS = 25 * 60 * 60_000;

/** Plans the nightly pass where none is planned. */
export const planPass = async (context: JobContext, tables: Tables): Promise<void> => {
  if (context.settings.catalogue.startedAt === null || (await tables.dirty.find(context.storeHash, 'store-stock', ALL_LEVELS)) !== null) return;
  await markPass(context, tables, nextQuietHour(context.now(), context.store.profile?.timeZone ?? 'UTC'));
};

/** Has the pass over all levels begin by then, where there is one. */
export const passSoon = async (context: JobContext, tables: Tables, notBefore: Instant): Promise<void> => {
  if (context.settings.catalogue.startedAt !== null) await markPass(context, tables, notBefore);
};

const markPass = (context: JobContext, tables: Tables, notBefore: Instant): Promise<void> =>
  tables.dirty.mark(context.storeHash, { thing: 'store-stock', id: ALL_LEVELS, priority: PRIORITY.upkeep, notBefore, trigger: 'schedule' });

/**
 * One page of the nightly pass: what no hook told of is found, and every linked variant on it is published anew, which
 * costs a call only where BigCommerce differs. The progress is kept with each page, so a killed process goes on there.
 */
export const passOverLevels = async (context: JobContext, row: DirtyRow, locations: readonly LocationToFill[]): Promise<void> => {
  const { database: { tables }, storeHash } = context;
  const { page } = Progress.catch({ page: 1 }).parse(await tables.cursors.find(storeHash, CURSOR));
  const { levels, next } = await context.bigcommerce.inventory.listAllLevels(locations.map(({ id }) => id), page);
  const variantIds = [...new Set(levels.map(({ variantId }) => variantId))];
  const known = await tables.levels.findByVariants(storeHash, variantIds);
  const settling = new Set(known.filter((level) => isSettling(level, context)).map(({ variantId }) => variantId));
  const facts = {
    told: levels.filter(({ variantId }) => !settling.has(variantId)),
    known: levelsByKey(known),
    hikeIds: await hikeIdsOf(tables, storeHash, variantIds),
    defaultLocationId: defaultOf(locations),
    ordersSince: instantPlus(context.now(), -REACH_MS),
  };
  await recordToldLevels(context, facts, {
    trigger: 'schedule',
    isPass: true,
    end: async (inside) => {
      await inside.cursors.save(storeHash, CURSOR, { page: next ?? 1 });
      if (next !== null) return markPass(context, inside, context.now());
      await inside.dirty.settle(storeHash, row);
      await planPass(context, inside);
    },
  });
};
