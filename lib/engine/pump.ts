import type { StoreHash } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { millisOfInstant } from '../domain/instant-arithmetic';
import type { Settings } from '../domain/settings';
import type { Installation, Job, JobContext } from './jobs/job';
import type { Clock } from './ports/clock';
import { LeaseLost, type Side } from './ports/failures';
import type { Log } from './ports/log';
import type { Queue } from './ports/queue';
import type { Database, DirtyKind, DirtyRow, JobThing } from './ports/tables';
import type { Vendors } from './ports/vendors';
import { settleFailure } from './settle-failure';

export interface PumpDeps {
  database: Database;
  vendors: Vendors;
  queue: Queue;
  clock: Clock;
  random: () => number;
  log: Log;
  installation: Installation;
  jobs: Readonly<Record<JobThing, Job>>;
  /** Names this process; unique per start. */
  owner: string;
}

const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 10_000;
/** After a slice the store goes to the back of the queue, so that a busy store cannot starve a quiet one. */
const SLICE_MS = 5_000;

/** One pump's turn on a store. */
interface Slice {
  storeHash: StoreHash;
  token: bigint;
  /** Sides whose quota is used up, until when; outlives the slice. */
  blocked: Map<Side, Instant>;
  /** Sides that are not connected now: their rows wait, nothing fails. */
  cutOff: Set<Side>;
  /** As last read; `null` before. */
  settings: Settings | null;
}

/** Drains a store's dirty set while it holds the store's lease; returns at once when another process holds it. */
export const createPump = (deps: PumpDeps): ((storeHash: StoreHash) => Promise<void>) => {
  const blockedByStore = new Map<StoreHash, Slice['blocked']>();
  return async (storeHash) => {
    const { leases } = deps.database.tables;
    const token = await leases.acquire(storeHash, deps.owner, { now: deps.clock.now(), ttlMs: LEASE_MS });
    if (token === null) return;
    const blocked = blockedByStore.get(storeHash) ?? new Map<Side, Instant>();
    blockedByStore.set(storeHash, blocked);
    const slice: Slice = { storeHash, token, blocked, cutOff: new Set(), settings: null };
    const stopRenewing = keepLease(deps, storeHash, token);
    try {
      await drain(deps, slice);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      deps.log.warn('another process took the store over', { storeHash });
    } finally {
      stopRenewing();
      await leases.release(storeHash, token);
    }
    if (await hasDueRows(deps, slice)) await deps.queue.wake(storeHash);
  };
};

/** A call may take longer than a lease lives; the lease is renewed beside it. */
const keepLease = (deps: PumpDeps, storeHash: StoreHash, token: bigint): (() => void) => {
  let stopped = false;
  const renew = async () => {
    for (;;) {
      await deps.clock.sleep(RENEW_EVERY_MS);
      if (stopped) return;
      const held = await deps.database.tables.leases.renew(storeHash, token, { now: deps.clock.now(), ttlMs: LEASE_MS });
      if (!held) return;
    }
  };
  // A renewal that fails lets the lease run out; the fencing token then refuses this process's writes.
  renew().catch((error: unknown) => deps.log.warn('the lease could not be renewed', { storeHash, error }));
  return () => {
    stopped = true;
  };
};

const drain = async (deps: PumpDeps, slice: Slice): Promise<void> => {
  const end = millisOfInstant(deps.clock.now()) + SLICE_MS;
  const handled = new Set<string>();
  while (millisOfInstant(deps.clock.now()) < end) {
    const batch = await nextBatch(deps, slice, handled);
    // Read after the rows: what marked a row was committed with it, so a row never meets an older state of its store.
    const context = await openContext(deps, slice);
    if (context === null) return;
    const [first] = batch;
    if (first === undefined) return;
    const job = deps.jobs[first.thing];
    if (isBlocked(job, slice, deps.clock.now())) continue;
    for (const row of batch) handled.add(keyOf(row));
    await runBatch(deps, context, { job, rows: batch, slice });
  }
};

const listDueKinds = (deps: PumpDeps, { storeHash }: Slice): Promise<DirtyKind[]> => deps.database.tables.dirty.listDueKinds(storeHash, deps.clock.now());

/** A row is worked on once per slice and version, so that a mistake can never spin. */
const keyOf = (row: DirtyRow): string => `${row.thing}:${row.id}:${row.version}`;

/** Rows for one run of the most urgent job that is free, as far as the store's state was last read. */
const nextBatch = async (deps: PumpDeps, slice: Slice, handled: ReadonlySet<string>): Promise<DirtyRow[]> => {
  for (const kind of await listDueKinds(deps, slice)) {
    if (isBlocked(deps.jobs[kind.thing], slice, deps.clock.now())) continue;
    const batch = await listUnhandled(deps, slice, { kind, handled });
    if (batch.length > 0) return batch;
  }
  return [];
};

const listUnhandled = async (
  deps: PumpDeps,
  { storeHash }: Slice,
  { kind, handled }: { kind: DirtyKind; handled: ReadonlySet<string> },
): Promise<DirtyRow[]> => {
  const { batch } = deps.jobs[kind.thing];
  // Rows that a run left as they were stand before the others: looks past them.
  for (let limit = batch; ; limit *= 2) {
    const due = await deps.database.tables.dirty.listDueOf(storeHash, kind, { now: deps.clock.now(), limit });
    const free = due.filter((row) => !handled.has(keyOf(row)));
    if (free.length > 0 || due.length < limit) return free.slice(0, batch);
  }
};

const isBlocked = (job: Job, { blocked, cutOff, settings }: Slice, now: Instant): boolean =>
  (settings !== null && job.isPaused?.(settings) === true) ||
  job.needs.some((side) => {
    const until = blocked.get(side);
    return cutOff.has(side) || (until !== undefined && until > now);
  });

const runBatch = async (
  deps: PumpDeps,
  context: JobContext,
  { job, rows, slice }: { job: Job; rows: DirtyRow[]; slice: Slice },
): Promise<void> => {
  let failures;
  try {
    failures = await job.run(context, rows);
  } catch (error) {
    failures = rows.map((row) => ({ row, error }));
  }
  for (const { row, error } of failures) {
    const block = await settleFailure(context, job, { row, error });
    if (block !== null) slice.blocked.set(block.side, block.until);
  }
  if (failures.length > 0) deps.log.info('rows failed', { storeHash: context.storeHash, thing: rows[0]?.thing, rows: failures.length });
};

const hasDueRows = async (deps: PumpDeps, slice: Slice): Promise<boolean> => {
  const due = await listDueKinds(deps, slice);
  return due.some(({ thing }) => !isBlocked(deps.jobs[thing], slice, deps.clock.now()));
};

const openContext = async (deps: PumpDeps, slice: Slice): Promise<JobContext | null> => {
  const { storeHash, token, cutOff } = slice;
  const { tables } = deps.database;
  const [store, settings, connection] = await Promise.all([
    tables.stores.find(storeHash),
    tables.settings.get(storeHash),
    tables.connections.find(storeHash),
  ]);
  if (store === null || store.state === 'uninstalled') {
    await tables.dirty.deleteAll(storeHash);
    return null;
  }
  slice.settings = settings.value;
  cutOff.clear();
  if (store.state !== 'active') cutOff.add('bigcommerce');
  if (connection?.state !== 'connected') cutOff.add('hike');
  return {
    storeHash,
    store,
    settings: settings.value,
    connection,
    lists: connection?.lists ?? null,
    bigcommerce: deps.vendors.bigcommerce(store),
    hike: deps.vendors.hike(store),
    vendors: deps.vendors,
    database: deps.database,
    installation: deps.installation,
    log: deps.log,
    now: () => deps.clock.now(),
    random: deps.random,
    record: (work) =>
      deps.database.transaction(async (inside) => {
        await inside.leases.assertHeld(storeHash, token);
        return work(inside);
      }),
  };
};
