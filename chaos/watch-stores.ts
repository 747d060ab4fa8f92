import { setTimeout as pause } from 'node:timers/promises';
import { createLooker, type Lease, type Look } from './look-at-stores';

export const FAULTS = ['kills', 'stops', 'databaseKills'] as const;
export type Fault = (typeof FAULTS)[number];

/** How long a store of a struck process stood still. */
export interface Wait {
  fault: Fault;
  ms: number;
  /** It was struck once more meanwhile, so that this is the time of several faults. */
  wasStruckAgain: boolean;
}

type StoreAtToken = Pick<Lease, 'storeHash' | 'token'>;

/** The stores as the database shows them, asked again and again. */
export interface StoreWatch {
  /** Leases that live, as last seen. */
  held(): Lease[];
  /** Every store, whoever speaks for it. */
  stores(): StoreAtToken[];
  /** The process of these is struck, or the database of all of them; whether it will lose its leases over that. */
  struck(fault: Fault, stores: readonly StoreAtToken[], options: { losesLeases: boolean }): void;
  /** Until another process spoke for the store. */
  takeovers(): Wait[];
  /** Until the next step forward was committed on a store that had work due. */
  steps(): Wait[];
  /** The faults of stores that had nothing due when they were struck. */
  idle(): Fault[];
  /** The faults of stores that have made no step since. */
  standing(): Fault[];
  /** Every store that was struck has made a step, or has stood still for that long. */
  untilGoneOn(patienceMs: number): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 50;
/** What the struck process had sent already may still be committed; from then on it is somebody else's. */
const LATE_MS = 200;

interface Awaited extends StoreAtToken {
  fault: Fault;
  /** `null` until the database was away and accepts connections again. */
  since: number | null;
  wasAway: boolean;
  wasStruckAgain: boolean;
}

/** A row that was due is gone, or a lost create was looked for. */
const hasStepped = (storeHash: string, before: Look, now: Look): boolean => {
  const rows = now.rows.get(storeHash);
  return [...(before.due.get(storeHash) ?? [])].some((row) => rows?.has(row) !== true) || (now.looks.get(storeHash) ?? 0) > (before.looks.get(storeHash) ?? 0);
};

const waitOf = ({ fault, since, wasStruckAgain }: Awaited): Wait => ({ fault, ms: performance.now() - (since ?? Number.NaN), wasStruckAgain });

/** Those of which it is known by now are taken out and answered. */
const takeOut = (awaited: Set<Awaited>, isOver: (one: Awaited) => boolean): Awaited[] => {
  const over = [...awaited].filter(isOver);
  for (const one of over) awaited.delete(one);
  return over;
};

interface Book {
  takeovers: Wait[];
  steps: Wait[];
  idle: Fault[];
  /** Faults whose end is still to be seen. */
  leases: Set<Awaited>;
  fresh: Set<Awaited>;
  standing: Set<Awaited>;
}

const all = ({ leases, fresh, standing }: Book): Awaited[] => [...leases, ...fresh, ...standing];

const note = (book: Book, before: Look | null, now: Look): void => {
  for (const one of all(book)) if (one.wasAway) one.since ??= performance.now();
  book.takeovers.push(...takeOut(book.leases, ({ storeHash, token }) => (now.tokens.get(storeHash) ?? 0n) > token).map(waitOf));
  if (before !== null) book.steps.push(...takeOut(book.standing, ({ storeHash }) => hasStepped(storeHash, before, now)).map(waitOf));
  // A dead database commits nothing late.
  const isOld = ({ fault, since }: Awaited) => since !== null && (fault === 'databaseKills' || performance.now() - since >= LATE_MS);
  for (const one of takeOut(book.fresh, isOld)) {
    if ((now.due.get(one.storeHash)?.size ?? 0) > 0) book.standing.add(one);
    else book.idle.push(one.fault);
  }
};

const noteFault = (book: Book, ...[fault, stores, { losesLeases }]: Parameters<StoreWatch['struck']>): void => {
  const since = fault === 'databaseKills' ? null : performance.now();
  for (const one of all(book)) if (stores.some(({ storeHash }) => storeHash === one.storeHash)) one.wasStruckAgain = true;
  const lists = losesLeases ? [book.leases, book.fresh] : [book.fresh];
  for (const store of stores) for (const list of lists) list.add({ ...store, fault, since, wasAway: false, wasStruckAgain: false });
};

export const watchStores = (databaseUrl: string): StoreWatch => {
  const looker = createLooker(databaseUrl);
  const book: Book = { takeovers: [], steps: [], idle: [], leases: new Set(), fresh: new Set(), standing: new Set() };
  let last: Look | null = null;
  let known: Look | null = null;
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await pause(EVERY_MS)) {
      const now = await looker.look();
      if (now === null) for (const one of all(book)) one.wasAway = true;
      else note(book, last, now);
      last = now;
      known = now ?? known;
    }
  })();
  return {
    held: () => known?.held ?? [],
    stores: () => [...(known?.tokens ?? [])].map(([storeHash, token]) => ({ storeHash, token })),
    struck: (...given) => noteFault(book, ...given),
    takeovers: () => book.takeovers,
    steps: () => book.steps,
    idle: () => book.idle,
    standing: () => [...book.standing].map(({ fault }) => fault),
    untilGoneOn: async (patienceMs) => {
      const deadline = performance.now() + patienceMs;
      while (book.fresh.size + book.standing.size > 0 && performance.now() < deadline) await pause(EVERY_MS);
    },
    stop: async () => {
      isOver = true;
      await watching;
      await looker.stop();
    },
  };
};
