import { z } from 'zod';
import type { CatalogueRun } from '../../../domain/catalogue-run';
import { ProductId, type StoreHash } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { readRunForUpdate, saveRun } from './run-cursor';

export const STORE_READING_CURSOR = 'store-products';

/** Hash of what the page before held: a list that answers it again has no end. */
const LastPage = z.string().default('');

/** What is read next; a killed process goes on with it. */
const StorePass = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('full'), startedAt: Instant, after: ProductId.nullable() }),
  // The last part of a full reading: what each location holds.
  z.object({ kind: z.literal('levels'), startedAt: Instant, page: z.int() }),
  z.object({ kind: z.literal('changes'), startedAt: Instant, since: Instant, page: z.int(), last: LastPage }),
]);
export type StorePass = z.infer<typeof StorePass>;

const StoreReading = z.object({
  goodUntil: Instant.nullable(),
  pass: StorePass.nullable(),
  /** The full reading that `pass` belongs to. */
  sweep: z.int(),
  sweptAt: Instant.nullable(),
});
type StoreReading = z.infer<typeof StoreReading>;

const NEW_READING: StoreReading = { goodUntil: null, pass: null, sweep: 0, sweptAt: null };

export const readStoreReading = async (tables: Tables, storeHash: StoreHash): Promise<StoreReading> =>
  StoreReading.nullable().parse(await tables.cursors.find(storeHash, STORE_READING_CURSOR)) ?? NEW_READING;

export const saveStoreReading = (tables: Tables, storeHash: StoreHash, reading: StoreReading): Promise<void> => tables.cursors.save(storeHash, STORE_READING_CURSOR, reading);

const MINUTE_MS = 60_000;
/** Longer than any clock of theirs is off. */
const OVERLAP_MS = 10 * MINUTE_MS;
/** What neither a hook nor the sweep by date tells of: pictures, and deletions whose hook was lost. */
const SWEEP_EVERY_MS = 7 * 24 * 60 * MINUTE_MS;

/** The pass to go on with, or a new one: everything when that was asked for or is due, else what changed since the last. */
export const openStorePass = (context: JobContext): Promise<StoreReading & { pass: StorePass }> =>
  context.record('store-pass-opened', async (tables) => {
    const { storeHash } = context;
    const run = await readRunForUpdate(tables, storeHash);
    const reading = await readStoreReading(tables, storeHash);
    const isDue = reading.pass === null && run.store.isDone && reading.sweptAt !== null && instantPlus(reading.sweptAt, SWEEP_EVERY_MS) <= context.now();
    const store = isDue ? nextSweep(run) : run.store;
    if (isDue) await saveRun(tables, storeHash, { ...run, store });
    const isGoingOn = reading.pass !== null && (store.isDone ? reading.pass.kind === 'changes' : reading.pass.kind !== 'changes' && reading.sweep === store.sweep);
    if (isGoingOn && reading.pass !== null) return { ...reading, pass: reading.pass };
    const opened = { ...reading, sweep: store.sweep, pass: newPass(context.now(), store.isDone ? reading.goodUntil : null) };
    await saveStoreReading(tables, storeHash, opened);
    return opened;
  });

const nextSweep = ({ store }: CatalogueRun): CatalogueRun['store'] => ({ sweep: store.sweep + 1, read: 0, total: null, isDone: false });

/** Has everything read again, from the beginning; false where nobody asked for the catalogue yet. */
export const readStoreAnew = async (tables: Tables, storeHash: StoreHash): Promise<boolean> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.state === 'never') return false;
  await saveRun(tables, storeHash, { ...run, store: nextSweep(run) });
  return true;
};

const newPass = (startedAt: Instant, goodUntil: Instant | null): StorePass =>
  goodUntil === null ? { kind: 'full', startedAt, after: null } : { kind: 'changes', startedAt, since: instantPlus(goodUntil, -OVERLAP_MS), page: 1, last: '' };
