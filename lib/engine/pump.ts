import type { CatalogueRun } from '../domain/catalogue-run';
import type { ConnectionWatch, Probe } from '../domain/connection-watch';
import type { StoreHash } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { instantPlus, millisOfInstant } from '../domain/instant-arithmetic';
import { isUnreachable } from '../domain/rules/connection/side-after-probe';
import type { Settings } from '../domain/settings';
import { type HeldLease, takeLease } from './hold-lease';
import { type Installation, type Job, type JobContext, NotReached } from './jobs/job';
import { readRun } from './jobs/catalogue/run-cursor';
import { readWatch } from './jobs/watch/read-watch';
import type { Clock } from './ports/clock';
import { LeaseLost, type Side } from './ports/failures';
import type { Log } from './ports/log';
import type { Mail } from './ports/mail';
import type { Queue } from './ports/queue';
import type { Database, DirtyKind, DirtyRow, HikeConnectionRecord, JobThing, StoreRecord } from './ports/tables';
import type { Vendors } from './ports/vendors';
import { probeSide } from './probe-side';
import { runApart } from './run-apart';
import { closeRetried } from './close-retried';
import { settleFailure } from './settle-failure';

export interface PumpDeps {
  database: Database;
  vendors: Vendors;
  queue: Queue;
  clock: Clock;
  /** The time that all processes agree on. */
  agreedNow: () => Promise<Instant>;
  random: () => number;
  log: Log;
  /** `null`: nothing is mailed. */
  mail: Mail | null;
  installation: Installation;
  jobs: Readonly<Record<JobThing, Job>>;
  /** Names this process; unique per start. */
  owner: string;
}

/** After a slice the store goes to the back of the queue, so that a busy store cannot starve a quiet one. */
const SLICE_MS = 5_000;
/** A store whose due work all waits for a side, or for a person, is looked at no more often. */
const IDLE_MS = 10_000;
/** Many rows that fail at one moment ask after their side once. */
const PROBE_HOLDS_MS = 20_000;

/** What a process remembers of a store between slices. */
interface Memory {
  /** Sides whose quota is used up, or that refused or did not answer, until when. */
  blocked: Map<Side, Instant>;
  probes: Map<Side, { probe: Promise<Probe>; at: Instant }>;
}

/** One pump's turn on a store. */
interface Slice extends Memory {
  storeHash: StoreHash;
  lease: HeldLease;
  /** Sides that are not connected, or do not answer: their rows wait, nothing fails. */
  cutOff: Set<Side>;
  /** As last read; `null` before. */
  asked: { settings: Settings; run: CatalogueRun } | null;
  /** Jobs whose rows wait for more of their kind, until another job has run. */
  waiting: Set<Job>;
}

/** Drains a store's dirty set while it holds the store's lease; returns at once when another process holds it. */
export const createPump = (deps: PumpDeps): ((storeHash: StoreHash) => Promise<void>) => {
  const memories = new Map<StoreHash, Memory>();
  return async (storeHash) => {
    const lease = await takeLease(deps, storeHash);
    if (lease === null) return;
    const memory: Memory = memories.get(storeHash) ?? { blocked: new Map(), probes: new Map() };
    memories.set(storeHash, memory);
    const slice: Slice = { ...memory, storeHash, lease, cutOff: new Set(), asked: null, waiting: new Set() };
    let rest: Instant | null = null;
    try {
      if ((await drain(deps, slice)) === 'something due') rest = await restOf(deps, slice);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      deps.log.warn('this process no longer speaks for the store', { storeHash });
    } finally {
      await lease.release(rest);
    }
    if (rest === null && (await hasDueRows(deps, slice))) await deps.queue.wake(storeHash);
  };
};

/** Answers what is left when it ends, as far as it has looked. */
const drain = async (deps: PumpDeps, slice: Slice): Promise<'nothing due' | 'something due'> => {
  const end = millisOfInstant(deps.clock.now()) + SLICE_MS;
  const handled = new Set<string>();
  while (millisOfInstant(deps.clock.now()) < end) {
    const batch = await nextBatch(deps, slice, handled);
    // A quiet store is asked no further: whether anything is free again matters only to what is due.
    if (batch === 'nothing due') return batch;
    // Read after the rows: what marked a row was committed with it, so a row never meets an older state of its store.
    const context = await openContext(deps, slice);
    if (context === null) return 'nothing due';
    const [first] = batch;
    if (first === undefined) return 'something due';
    const job = deps.jobs[first.thing];
    if (isBlocked(job, slice, deps.clock.now())) continue;
    if (await job.waits?.(context, batch)) {
      slice.waiting.add(job);
      continue;
    }
    slice.waiting.clear();
    for (const row of batch) handled.add(keyOf(row));
    await runBatch(deps, context, { job, rows: batch, slice });
  }
  return 'something due';
};

const listDueKinds = (deps: PumpDeps, { storeHash }: Slice): Promise<DirtyKind[]> => deps.database.tables.dirty.listDueKinds(storeHash, deps.clock.now());

/** A row is worked on once per slice and version, so that a mistake can never spin. */
const keyOf = (row: DirtyRow): string => `${row.thing}:${row.id}:${row.version}`;

/** Rows for one run of the most urgent job that is free, as far as the store's state was last read. */
const nextBatch = async (deps: PumpDeps, slice: Slice, handled: ReadonlySet<string>): Promise<DirtyRow[] | 'nothing due'> => {
  const kinds = await listDueKinds(deps, slice);
  if (kinds.length === 0) return 'nothing due';
  for (const kind of kinds) {
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

const isBlocked = (job: Job, { blocked, cutOff, asked, waiting }: Slice, now: Instant): boolean =>
  waiting.has(job) ||
  (asked !== null && job.isPaused?.(asked.settings, asked.run) === true) ||
  job.needs.some((side) => {
    const until = blocked.get(side);
    return cutOff.has(side) || (until !== undefined && until > now);
  });

const runBatch = async (
  deps: PumpDeps,
  context: JobContext,
  { job, rows, slice }: { job: Job; rows: DirtyRow[]; slice: Slice },
): Promise<void> => {
  const left = await runApart(context, job, rows);
  const failures = left.filter(({ error }) => !(error instanceof NotReached));
  for (const { row, error } of failures) {
    const block = await settleFailure(context, job, { row, error });
    if (block !== null) slice.blocked.set(block.side, block.until);
  }
  const undone = new Set(left.map(({ row }) => row));
  await closeRetried(context, job, rows.filter((row) => !undone.has(row)));
  if (failures.length > 0) deps.log.info('rows failed', { storeHash: context.storeHash, thing: rows[0]?.thing, rows: failures.length });
};

const hasDueRows = async (deps: PumpDeps, slice: Slice): Promise<boolean> => {
  const due = await listDueKinds(deps, slice);
  return due.some(({ thing }) => !isBlocked(deps.jobs[thing], slice, deps.clock.now()));
};

/** Until when the sweeper passes the store by: all that is due is blocked. Whoever wakes the store is heard all the same. */
const restOf = async (deps: PumpDeps, slice: Slice): Promise<Instant | null> => {
  // What waits for more of its kind is about to get it.
  if (slice.waiting.size > 0) return null;
  const now = deps.clock.now();
  const due = await listDueKinds(deps, slice);
  if (due.length === 0 || due.some(({ thing }) => !isBlocked(deps.jobs[thing], slice, now))) return null;
  const ends = [...slice.blocked.values()].filter((until) => until > now);
  return [instantPlus(now, IDLE_MS), ...ends].sort()[0] ?? null;
};

const probeOf = (deps: PumpDeps, { probes }: Slice, sides: Parameters<typeof probeSide>[0]): JobContext['probe'] => (side) => {
  const known = probes.get(side);
  if (known !== undefined && deps.clock.now() < instantPlus(known.at, PROBE_HOLDS_MS)) return known.probe;
  const probe = probeSide(sides, side);
  probes.set(side, { probe, at: deps.clock.now() });
  // What was thrown is no answer of the side's: the next one asks again.
  probe.catch(() => probes.delete(side));
  return probe;
};

/** As with the platforms: whoever may have lost the store hands nothing more out. */
const fencedMail = (mail: Mail | null, lease: HeldLease): Mail | null =>
  mail && {
    send: async (message) => {
      lease.maySpeak();
      return mail.send(message);
    },
  };

const cutOffSides = (store: StoreRecord, connection: HikeConnectionRecord | null, watch: ConnectionWatch): Side[] => [
  ...(store.state !== 'active' || isUnreachable(watch.bigcommerce) ? ['bigcommerce' as const] : []),
  ...(connection?.state !== 'connected' || isUnreachable(watch.hike) ? ['hike' as const] : []),
];

const openContext = async (deps: PumpDeps, slice: Slice): Promise<JobContext | null> => {
  const { storeHash, lease, cutOff } = slice;
  const { tables } = deps.database;
  const [store, settings, connection, watch, run] = await Promise.all([
    tables.stores.find(storeHash),
    tables.settings.get(storeHash),
    tables.connections.find(storeHash),
    readWatch(tables, storeHash),
    readRun(tables, storeHash),
  ]);
  if (store === null || store.state === 'uninstalled') {
    await tables.dirty.deleteAll(storeHash);
    return null;
  }
  slice.asked = { settings: settings.value, run };
  cutOff.clear();
  for (const side of cutOffSides(store, connection, watch)) cutOff.add(side);
  const sides = { bigcommerce: deps.vendors.bigcommerce(store, lease.maySpeak), hike: deps.vendors.hike(store, lease.maySpeak) };
  return {
    storeHash,
    store,
    settings: settings.value,
    connection,
    lists: connection?.lists ?? null,
    ...sides,
    probe: probeOf(deps, slice, sides),
    mail: fencedMail(deps.mail, lease),
    vendors: deps.vendors,
    database: deps.database,
    installation: deps.installation,
    log: deps.log,
    now: () => deps.clock.now(),
    random: deps.random,
    record: (commit, work) =>
      deps.database.transaction(commit, async (inside) => {
        await inside.leases.assertHeld(storeHash, lease.token);
        return work(inside);
      }),
  };
};
