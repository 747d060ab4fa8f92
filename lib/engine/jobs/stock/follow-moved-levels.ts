import { ProductId, type VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import type { DirtyRow, SeenLevel, SeenStoreProduct } from '../../ports/tables';
import { failTogether } from '../fail-together';
import type { Failure, Job, JobContext } from '../job';
import { levelsByKey } from './level-key';
import { isSettling, ordersReach, settledAt } from './level-times';
import { defaultOf, locationsOf } from './locations-of';
import { ALL_LEVELS, passOverLevels } from './pass-over-levels';
import { closeReadAgain, recordToldLevels } from './record-told-levels';
import { hikeIdsOf } from './stock-shelf';
import { STOCK_READ } from './stock-subject';

const run = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]> => {
  const { settings } = context;
  const locations = locationsOf(context);
  try {
    if (settings.catalogue.startedAt === null || settings.catalogue.owners.stock !== 'hike' || locations.length === 0) {
      await remember(context, rows);
      return [];
    }
    for (const row of rows.filter(({ id }) => id === ALL_LEVELS)) await passOverLevels(context, row, locations);
    const products = rows.filter(({ id }) => id !== ALL_LEVELS);
    if (products.length > 0) await readProducts(context, products, locations);
    return [];
  } catch (error) {
    return failTogether(context, { rows, error, subject: STOCK_READ, recordId: STOCK_READ.recordId });
  }
};

/** Nothing of it is ours yet: should we write it one day, it is read before. */
const remember = async (context: JobContext, rows: readonly DirtyRow[]): Promise<void> => {
  const seen = await seenProducts(context, rows);
  await context.record('moved-levels-remembered', async (tables) => {
    await tables.levels.markStale(context.storeHash, seen.flatMap(({ product }) => product.variants.map(({ id }) => id)));
    await tables.dirty.settleMany(context.storeHash, rows);
    await closeReadAgain(context, tables);
  });
};

const seenProducts = ({ database: { tables }, storeHash }: JobContext, rows: readonly DirtyRow[]): Promise<SeenStoreProduct[]> =>
  tables.storeProducts.findMany(storeHash, rows.flatMap(({ id }) => ProductId.safeParse(Number(id)).data ?? []));

interface MovedProducts {
  /** Linked variants per row. */
  variants: Map<string, VariantId[]>;
  hikeIds: Awaited<ReturnType<typeof hikeIdsOf>>;
  known: SeenLevel[];
}

const readProducts = async (context: JobContext, rows: readonly DirtyRow[], locations: readonly LocationToFill[]): Promise<void> => {
  const { storeHash } = context;
  const { variants, hikeIds, known } = await load(context, rows);
  const readableAt = (row: DirtyRow) => readable(context, known.filter(({ variantId }) => variants.get(row.id)?.includes(variantId)));
  const ready = rows.filter((row) => readableAt(row) === null);
  const variantIds = ready.flatMap(({ id }) => variants.get(id) ?? []);
  const told = variantIds.length === 0 ? [] : await context.bigcommerce.inventory.listLevels(variantIds, locations.map(({ id }) => id));
  const facts = { told, known: levelsByKey(known), hikeIds, defaultLocationId: defaultOf(locations), ordersSince: ordersReach(context) };
  await recordToldLevels(context, facts, {
    trigger: 'webhook',
    end: async (tables) => {
      await tables.dirty.settleMany(storeHash, ready);
      for (const row of rows) {
        const later = readableAt(row);
        if (later !== null) await tables.dirty.postpone(storeHash, row, later);
      }
    },
  });
};

const load = async (context: JobContext, rows: readonly DirtyRow[]): Promise<MovedProducts> => {
  const { database: { tables }, storeHash } = context;
  const seen = await seenProducts(context, rows);
  const hikeIds = await hikeIdsOf(tables, storeHash, seen.flatMap(({ product }) => product.variants.map(({ id }) => id)));
  const variants = new Map(seen.map(({ product }) => [String(product.id), product.variants.map(({ id }) => id).filter((id) => hikeIds.has(id))]));
  return { variants, hikeIds, known: await tables.levels.findByVariants(storeHash, [...hikeIds.keys()]) };
};

/** When the last of what we have just written can be read back; `null` when all of it can. */
const readable = (context: JobContext, levels: readonly SeenLevel[]): Instant | null => {
  const times = levels.filter((level) => isSettling(level, context)).flatMap(({ writtenAt }) => (writtenAt === null ? [] : [settledAt(writtenAt)]));
  return times.sort().at(-1) ?? null;
};

/** Learns what moved BigCommerce's levels: an order, a person, or ourselves; and sees to it that Hike's count stands again. */
export const followMovedLevels: Job = {
  batch: 250,
  needs: ['bigcommerce'],
  isUpkeep: false,
  // Before "Start" the rows are settled without a call.
  isPaused: ({ catalogue, paused }) => catalogue.startedAt !== null && paused.stock,
  subject: () => STOCK_READ,
  run,
};
