import { NEEDING_A_PERSON, type Standing } from '../../../domain/catalogue-words';
import type { HikeProductId } from '../../../domain/ids';
import { PRIORITY } from '../../priorities';
import type { DirtyRow, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { markStock } from '../stock/mark-stock';
import { endStageWhenDone } from './end-stage';
import { markProducts, worksOfProducts } from './mark-products';
import { isWriting, readRunForUpdate, saveRun } from './run-cursor';
import { callsLeft, TO_WRITE } from './run-pace';

/** Marks that one transaction takes easily. */
const CHUNK = 1000;

/** What is linked; of removed ones single variants may be all that is gone. */
const TO_PUBLISH: readonly Standing[] = ['update', 'unchanged', 'removed', 'kept'];

/** Puts a row for each product in the place of the one that stands for all. Killed on the way, it begins again: nothing of it was worked on yet. */
export const spreadEverything = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { storeHash, now } = context;
  const begun = await context.record('run-read-to-spread', (tables) => readRunForUpdate(tables, storeHash));
  const { state } = begun;
  const isStart = isWriting(begun);
  const mark = async (tables: Tables, hikeIds: readonly HikeProductId[]): Promise<void> => {
    if (state === 'comparing') return markMany(context, tables, { hikeIds, row });
    return markProducts(tables, storeHash, { hikeIds, now: now(), trigger: row.trigger });
  };
  const total = await inChunks(context, isStart ? [...TO_WRITE, ...NEEDING_A_PERSON] : null, mark);
  if (isStart) await inChunks(context, TO_PUBLISH, (tables, hikeIds) => markStockOf(context, tables, hikeIds));
  await context.record('everything-spread', async (tables) => {
    const run = await readRunForUpdate(tables, storeHash);
    if (run.state === state && (state === 'comparing' || isStart)) await saveRun(tables, storeHash, { ...run, total, pace: isStart ? { since: now(), calls: await callsLeft(tables, storeHash) } : null });
    await tables.dirty.settle(storeHash, row);
    if ((await worksOfProducts(tables, storeHash)).length > 0) await endStageWhenDone(context, tables);
  });
};

/** A look after "Start" compares as well, where changes are otherwise written at once. */
const markMany = ({ storeHash, now }: JobContext, tables: Tables, { hikeIds, row }: { hikeIds: readonly HikeProductId[]; row: DirtyRow }): Promise<void> =>
  tables.dirty.markMany(
    storeHash,
    hikeIds.map((id) => ({ thing: 'compare', id: String(id), priority: PRIORITY.product, notBefore: now(), trigger: row.trigger })),
  );

const inChunks = async (
  context: JobContext,
  standings: readonly Standing[] | null,
  work: (tables: Tables, hikeIds: readonly HikeProductId[]) => Promise<void>,
): Promise<number> => {
  let count = 0;
  for (let after: HikeProductId | null = null; ; ) {
    const ids: HikeProductId[] = await context.database.tables.hikeProducts.listIds(context.storeHash, { after, limit: CHUNK, ...(standings === null ? {} : { standings }) });
    const last = ids.at(-1);
    if (last === undefined) return count;
    await context.record('products-chunk-marked', (tables) => work(tables, ids));
    count += ids.length;
    after = last;
  }
};

/** From here on counts follow by themselves: what the dry run told of them is a plan no longer. */
const markStockOf = async ({ storeHash, now }: JobContext, tables: Tables, ids: readonly HikeProductId[]): Promise<void> => {
  const seen = await tables.hikeProducts.findMany(storeHash, ids);
  const told = seen.flatMap(({ product: { id }, plan }) => (plan === null || plan.levels.length === 0 ? [] : [{ id, plan: { ...plan, levels: [], goesToZero: [] } }]));
  await tables.hikeProducts.savePlans(storeHash, told);
  await markStock(tables, storeHash, { hikeIds: seen.flatMap(({ product }) => product.variants.map(({ id }) => id)), now: now() });
};
