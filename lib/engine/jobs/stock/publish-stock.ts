import { HikeProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import { TransientFailure } from '../../ports/failures';
import type { DirtyRow } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import { readHikeReading } from '../catalogue/hike-reading';
import { failTogether } from '../fail-together';
import type { Failure, Job, JobContext } from '../job';
import { guardZeros } from './guard-zeros';
import { levelKey, levelsByKey } from './level-key';
import { locationsOf } from './locations-of';
import { ALL_STOCK, markStockOfAll } from './mark-all-stock';
import { planLevels } from './plan-levels';
import { readStaleLevels } from './read-stale-levels';
import { recordStock } from './record-stock';
import { openStockShelf } from './stock-shelf';
import { stockSubject, WHOLE_STOCK } from './stock-subject';
import { withSettingsInForce } from './with-settings-in-force';
import { writeLevels } from './write-levels';

const run = async (asked: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]> => {
  const context = await withSettingsInForce(asked);
  const everything = rows.find(({ id }) => id === ALL_STOCK);
  if (everything !== undefined) await markStockOfAll(context, everything);
  const variants = rows.filter((row) => row !== everything);
  try {
    const { undone, error } = await publish(context, variants);
    return await failTogether(context, { rows: undone, error, subject: WHOLE_STOCK });
  } catch (error) {
    return failTogether(context, { rows: variants, error, subject: WHOLE_STOCK });
  }
};

interface Published {
  undone: DirtyRow[];
  error: unknown;
}

/** Brings BigCommerce's levels of these variants to what Hike's counts, the reserve and the buffers make of them. */
const publish = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Published> => {
  const { storeHash, settings, database } = context;
  const locations = settings.catalogue.owners.stock === 'hike' ? knownLocations(context) : [];
  if (locations.length === 0 || rows.length === 0) {
    await context.record('unwanted-stock-settled', (tables) => tables.dirty.settleMany(storeHash, rows));
    return { undone: [], error: null };
  }
  const shelf = await openStockShelf(context, rows.flatMap(({ id }) => HikeProductId.safeParse(Number(id)).data ?? []));
  const news = await readStaleLevels(context, shelf, locations);
  const levels = new Map([...shelf.levels, ...levelsByKey(news.levels)]);
  const reserves = await database.tables.reserves.sumByVariant(storeHash, shelf.items.map(({ variantId }) => variantId));
  const plan = planLevels({ items: shelf.items, locations, levels, reserves, stock: settings.stock });
  const zeros = await guardZeros(context, plan);
  const wanted = [...plan.writes, ...zeros.writes];
  const outcome = await writeLevels(context, wanted);
  const reached = new Set([...outcome.written, ...outcome.refused].map(({ level }) => levelKey(level)));
  const missed = new Set(wanted.filter(({ level }) => !reached.has(levelKey(level))).map(({ level }) => String(level.hikeId)));
  const undone = rows.filter(({ id }) => missed.has(id));
  await recordStock(context, { rows: rows.filter(({ id }) => !missed.has(id)), shelf, news, confirmed: plan.confirmed, zeros, outcome });
  return { undone, error: outcome.error };
};

const knownLocations = (context: JobContext): LocationToFill[] => {
  if ((context.store.profile?.locations ?? []).length === 0) throw new TransientFailure('the locations of the store have not been read yet');
  return locationsOf(context);
};

const ROWS = 2000;

/** Hike tells 5,500 rows a minute: a longer list is read in pieces that lie as far apart. */
const MOST_WAIT_MS = 60_000;

/** Counts that fill no call wait while Hike's list of changes is not read to its end; a count that comes alone ends its list itself. */
const waits = async ({ database, storeHash, now }: JobContext, rows: readonly DirtyRow[]): Promise<boolean> => {
  const [oldest] = rows;
  if (oldest === undefined || rows.length === ROWS || oldest.priority !== PRIORITY.stock || instantPlus(oldest.notBefore, MOST_WAIT_MS) < now()) return false;
  const { pass } = await readHikeReading(database.tables, storeHash);
  return pass !== null && !pass.isFull;
};

/** Publishes Hike's stock in BigCommerce, absolute, 2,000 levels a call. */
export const publishStock: Job = {
  batch: ROWS,
  needs: ['bigcommerce'],
  isUpkeep: false,
  isPaused: ({ catalogue, paused }) => catalogue.startedAt === null || paused.stock,
  waits,
  subject: ({ id }) => stockSubject({ hikeId: id, variantId: null, name: `Hike product ${id}` }),
  run,
};
