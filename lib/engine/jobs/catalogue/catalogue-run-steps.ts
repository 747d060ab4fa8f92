import type { CatalogueRun, Hold } from '../../../domain/catalogue-run';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Settings } from '../../../domain/settings';
import { markNow } from '../../account/mark-now';
import type { Tables } from '../../ports/tables';
import { compareAnew, discardHeld } from './holds';
import { markEverything } from './mark-everything';
import { isWriting, readRunForUpdate, saveRun } from './run-cursor';

/*
 * What a person does to the run, inside a transaction of the caller's, who also wakes the pump. Nothing here writes to
 * BigCommerce.
 */

/** What a person asked for by itself has nothing written before that person says so. */
const ON_DEMAND: Hold = { before: null, most: 0 };

/**
 * Both catalogues are read anew and compared. Asked for again while that is under way, it begins again; false while products
 * are being written, for which there is a pause.
 */
export const askForDryRun = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<boolean> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (isWriting(run)) return false;
  const { value } = await tables.settings.get(storeHash);
  await tables.dirty.deleteThing(storeHash, 'compare');
  await saveRun(tables, storeHash, {
    ...run,
    state: 'reading',
    hike: { sweep: run.hike.sweep + 1, read: 0, total: null, isDone: false },
    store: { sweep: run.store.sweep + 1, read: 0, total: null, isDone: false },
    total: 0,
    stageSince: now,
    hold: value.catalogue.startedAt === null ? null : (run.hold ?? ON_DEMAND),
    isPaused: false,
  });
  await readNow(tables, storeHash, now);
  return true;
};

const readNow = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> => {
  for (const thing of ['hike-products', 'store-products'] as const) await markNow(tables, storeHash, { thing, now });
};

/** The reading before "Start" rests, or goes on where it was. After "Start" counts come by the same lists, so it never does. */
export const pauseReading = async (tables: Tables, storeHash: StoreHash, { isPaused, now }: { isPaused: boolean; now: Instant }): Promise<void> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.state !== 'reading' || run.hold !== null) return;
  await saveRun(tables, storeHash, { ...run, isPaused });
  if (!isPaused) await readNow(tables, storeHash, now);
};

type StartAnswer = 'started' | 'not-compared' | 'started-before';

/** From here on BigCommerce is written to. Only after a dry run, and once. */
export const startCatalogue = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<StartAnswer> => {
  const run = await readRunForUpdate(tables, storeHash);
  const { value } = await tables.settings.get(storeHash);
  if (value.catalogue.startedAt !== null) return 'started-before';
  if (run.state !== 'ready') return 'not-compared';
  await changeStart(tables, storeHash, { startedAt: now, now });
  await saveRun(tables, storeHash, { ...run, state: 'running', total: 0, stageSince: now });
  await markEverything(tables, storeHash, { now, trigger: 'person' });
  await markNow(tables, storeHash, { thing: 'hike-customers', now });
  return 'started';
};

/**
 * Ends the stage that runs and goes back to where it was before. A first sync that is cancelled counts as never started;
 * what it has written stays, and what is left of it is compared anew.
 */
export const cancelCatalogue = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.hold !== null) await discardHeld(tables, storeHash, now);
  else if (run.state === 'reading' || run.state === 'comparing') {
    const { value } = await tables.settings.get(storeHash);
    await tables.dirty.deleteThing(storeHash, 'compare');
    await saveRun(tables, storeHash, { ...run, state: stateBefore(run, value), total: 0, stageSince: now, isPaused: false });
  } else if (run.state === 'running') {
    await tables.dirty.deleteThing(storeHash, 'product');
    await changeStart(tables, storeHash, { startedAt: null, now });
    await compareAnew(tables, storeHash, { run, now });
  }
};

const stateBefore = ({ comparedAt }: CatalogueRun, { catalogue }: Settings): CatalogueRun['state'] => {
  if (comparedAt === null) return 'never';
  return catalogue.startedAt === null ? 'ready' : 'in-step';
};

const changeStart = async (tables: Tables, storeHash: StoreHash, { startedAt, now }: { startedAt: Instant | null; now: Instant }): Promise<void> => {
  const { value, version, savedBy } = await tables.settings.get(storeHash);
  const changed = { ...value, catalogue: { ...value.catalogue, startedAt } };
  const wasSaved = await tables.settings.save(storeHash, version, { value: changed, savedAt: now, savedBy });
  if (!wasSaved) throw new Error('somebody saved the settings at the same moment');
};
