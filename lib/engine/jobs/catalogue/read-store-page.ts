import { fingerprint } from '../../fingerprint';
import type { StoreLevel } from '../../ports/bigcommerce';
import { BrokenContract } from '../../ports/failures';
import type { SeenLevel, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { levelKey, levelsByKey, newLevel } from '../stock/level-key';
import { locationsOf } from '../stock/locations-of';
import { endReading } from './end-reading';
import { forgetMissed } from './forget-missed';
import { readRunForUpdate, saveRun } from './run-cursor';
import { readStoreReading, saveStoreReading, type StorePass } from './store-reading';
import { takeInStoreProducts } from './take-in-store-products';

/** As many as a page holds, and as one look by id takes. */
const PER_CALL = 250;

/** Reads one page and keeps it together with the progress; `null` when the pass is over. */
export const readStorePage = (context: JobContext, sweep: number, pass: StorePass): Promise<StorePass | null> => {
  switch (pass.kind) {
    case 'full':
      return readFullPage(context, sweep, pass);
    case 'levels':
      return readLevelsPage(context, sweep, pass);
    case 'changes':
      return readChanges(context, pass);
  }
};

const readFullPage = async (context: JobContext, sweep: number, pass: Extract<StorePass, { kind: 'full' }>): Promise<StorePass | null> => {
  const { products, next } = await context.bigcommerce.catalogue.listProducts(pass.after);
  if (next !== null && pass.after !== null && next <= pass.after) throw new BrokenContract('bigcommerce', `bigcommerce, list of products: behind ${pass.after} it goes on with ${next}`);
  return context.record('store-page-taken-in', async (tables) => {
    const run = await readRunForUpdate(tables, context.storeHash);
    await takeInStoreProducts(context, tables, { products, sweep: run.store.sweep });
    // A person asked for another full reading meanwhile.
    if (run.store.sweep !== sweep) return null;
    const storeCallsPerSecond = context.vendors.storeCallsPerSecond(context.storeHash) ?? run.storeCallsPerSecond;
    await saveRun(tables, context.storeHash, { ...run, storeCallsPerSecond, store: { ...run.store, read: run.store.read + products.length } });
    const going: StorePass = next === null ? { kind: 'levels', startedAt: pass.startedAt, page: 1 } : { ...pass, after: next };
    await savePass(context, tables, going);
    return going;
  });
};

/** The dry run says what would fall to zero, so levels belong to the reading. Without a location to fill there are none of ours. */
const readLevelsPage = async (context: JobContext, sweep: number, pass: Extract<StorePass, { kind: 'levels' }>): Promise<StorePass | null> => {
  // Single looks for what was missed take more than one round.
  if (pass.page === 1 && !(await forgetMissed(context, sweep))) return pass;
  const locations = locationsOf(context).map(({ id }) => id);
  const { levels, next } = locations.length === 0 ? { levels: [], next: null } : await context.bigcommerce.inventory.listAllLevels(locations, pass.page);
  return context.record('levels-page-taken-in', async (tables) => {
    const run = await readRunForUpdate(tables, context.storeHash);
    await keepLevels(context, tables, levels);
    if (run.store.sweep !== sweep) return null;
    if (next !== null) {
      await savePass(context, tables, { ...pass, page: next });
      return { ...pass, page: next };
    }
    const reading = await readStoreReading(tables, context.storeHash);
    await saveStoreReading(tables, context.storeHash, { ...reading, goodUntil: pass.startedAt, sweptAt: pass.startedAt, pass: null });
    await endReading(tables, context.storeHash, { run: { ...run, store: { ...run.store, total: run.store.read } }, side: 'store', now: context.now() });
    return null;
  });
};

/** Only levels that we never wrote: of the others the stock job knows more, and whoever moved them is its concern. */
const keepLevels = async ({ storeHash, now }: JobContext, tables: Tables, told: readonly StoreLevel[]): Promise<void> => {
  const known = levelsByKey(await tables.levels.findByVariants(storeHash, [...new Set(told.map(({ variantId }) => variantId))]));
  const fresh = told.flatMap((level): SeenLevel[] => {
    const was = known.get(levelKey(level)) ?? newLevel(level, UNLINKED);
    return was.written === null ? [{ ...was, onHand: level.onHand, seenAt: now() }] : [];
  });
  await tables.levels.saveMany(storeHash, fresh);
};

/** Until the variant is linked nobody knows whose level it is. */
const UNLINKED = 0 as SeenLevel['hikeId'];

const readChanges = async (context: JobContext, pass: Extract<StorePass, { kind: 'changes' }>): Promise<StorePass | null> => {
  const products = await context.bigcommerce.catalogue.listModifiedSince(pass.since, pass.page);
  const content = fingerprint(products.map(({ id, modifiedAt }) => `${id} ${modifiedAt}`).join());
  if (products.length > 0 && content === pass.last) throw new BrokenContract('bigcommerce', `bigcommerce, list of changed products: page ${pass.page} is the page before it again`);
  return context.record('store-changes-taken-in', async (tables) => {
    const run = await readRunForUpdate(tables, context.storeHash);
    await takeInStoreProducts(context, tables, { products, sweep: run.store.sweep });
    const reading = await readStoreReading(tables, context.storeHash);
    const isOver = products.length < PER_CALL;
    const going = isOver ? null : { ...pass, page: pass.page + 1, last: content };
    await saveStoreReading(tables, context.storeHash, { ...reading, pass: going, ...(isOver ? { goodUntil: pass.startedAt } : {}) });
    return going;
  });
};

const savePass = async ({ storeHash }: JobContext, tables: Tables, pass: StorePass): Promise<void> =>
  saveStoreReading(tables, storeHash, { ...(await readStoreReading(tables, storeHash)), pass });
