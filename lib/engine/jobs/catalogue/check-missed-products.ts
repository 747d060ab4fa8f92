import type { HikeProductId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { DirtyRow, Tables } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext, Subject } from '../job';
import { findHikeProduct } from './find-hike-product';
import { readHikeReading, saveHikeReading, type HikeReading } from './hike-reading';
import { isListCutShort, MOST_MISSED } from './is-list-cut-short';
import { listStranded } from './list-stranded';
import { markProducts } from './mark-products';
import { readRun } from './run-cursor';
import { takeInHikeProducts } from './take-in-hike-products';
import { takeInStranded } from './take-in-stranded';

/** Single looks per round: each costs a call of a budget that sales need more. */
const LOOKS_PER_ROUND = 5;
const SUBJECT: Subject = { thing: 'product', direction: 'hike-to-bigcommerce', label: 'Products that are missing in Hike', bigcommerceId: null, hikeId: null };

/** Products that the full reading did not meet are asked for one by one: only Hike's own "there is none" makes one gone. */
export const checkMissedProducts = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { tables } = context.database;
  const reading = await readHikeReading(tables, context.storeHash);
  const missed = reading.isChecking ? await listMissing(context, reading) : [];
  if (await isCutShort(context, missed.length)) return stopChecking(context, row, missed.length);
  const ids = [...new Set([...reading.doubted, ...reading.orphans, ...missed])];
  for (const id of ids.slice(0, LOOKS_PER_ROUND)) await lookAt(context, id);
  // What is linked with something in BigCommerce shows once that side is read as well.
  const { store } = await readRun(tables, context.storeHash);
  if (ids.length <= LOOKS_PER_ROUND && reading.isChecking && store.isDone) await changeReading(context, () => ({ isChecking: false }));
};

const listMissing = async (context: JobContext, { sweep }: HikeReading): Promise<HikeProductId[]> => {
  const missed = await context.database.tables.hikeProducts.listMissed(context.storeHash, sweep, MOST_MISSED + 1);
  return missed.length > MOST_MISSED ? missed : [...missed, ...(await listStranded(context))];
};

const isCutShort = async ({ storeHash, database }: JobContext, missed: number): Promise<boolean> =>
  missed > 0 && isListCutShort(missed, await database.tables.hikeProducts.count(storeHash, { standings: [], search: '' }));

const lookAt = async (context: JobContext, id: HikeProductId): Promise<void> => {
  const { storeHash } = context;
  const product = await findHikeProduct(context, id);
  const [seen] = await context.database.tables.hikeProducts.findMany(storeHash, [id]);
  await context.record('missed-product-looked-at', async (tables) => {
    const reading = await readHikeReading(tables, storeHash);
    const others = (list: readonly HikeProductId[]) => list.filter((one) => one !== id);
    await saveHikeReading(tables, storeHash, { ...reading, orphans: others(reading.orphans), doubted: others(reading.doubted) });
    if (product === 'not-understood') {
      if (seen !== undefined) await tables.hikeProducts.saveMany(storeHash, [{ ...seen, sweep: reading.sweep }]);
      return;
    }
    if (product !== null) return takeInHikeProducts(context, tables, { products: [product], sweep: reading.sweep, isFull: true, isAlone: true });
    if (seen === undefined && !(await takeInStranded(context, tables, { id, sweep: reading.sweep }))) return;
    // Whatever was decided while Hike still had it was not about this.
    if (seen !== undefined) await tables.hikeProducts.saveMany(storeHash, [{ ...seen, goneAt: context.now(), removal: seen.goneAt === null ? null : seen.removal }]);
    await markProducts(tables, storeHash, { hikeIds: [id], now: context.now(), trigger: 'schedule' });
  });
};

const stopChecking = (context: JobContext, row: DirtyRow, missed: number): Promise<void> =>
  context.record('missed-products-refused', async (tables) => {
    await setReading(context, tables, () => ({ isChecking: false }));
    const outcome = refusalOf(problem('products-missing-in-list', { count: missed > MOST_MISSED ? `more than ${MOST_MISSED}` : String(missed) }));
    await tables.entries.record(context.storeHash, entryOf(context, { row: { ...row, id: 'missing' }, subject: SUBJECT, outcome }));
  });

const changeReading = (context: JobContext, change: (reading: HikeReading) => Partial<HikeReading>): Promise<void> =>
  context.record('missed-products-noted', (tables) => setReading(context, tables, change));

const setReading = async ({ storeHash }: JobContext, tables: Tables, change: (reading: HikeReading) => Partial<HikeReading>): Promise<void> => {
  const reading = await readHikeReading(tables, storeHash);
  await saveHikeReading(tables, storeHash, { ...reading, ...change(reading) });
};
