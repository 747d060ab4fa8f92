import type { StoreHash } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { millisOfInstant } from '../domain/instant-arithmetic';
import type { Clock } from './ports/clock';
import { LeaseLost } from './ports/failures';
import type { Log } from './ports/log';
import type { Database, Leases } from './ports/tables';

export interface LeaseDeps {
  database: Database;
  clock: Clock;
  /** The time that all processes agree on, the database's: by their own clocks, one that is ahead would take every lease for run out. */
  agreedNow: () => Promise<Instant>;
  log: Log;
  /** Names this process; unique per start. */
  owner: string;
}

/** One process's right to speak for a store, kept up until it is released. */
export interface HeldLease {
  token: bigint;
  /**
   * Throws LeaseLost once the lease may have run out: a process that slept, was stopped or lost its database cannot know
   * who speaks for the store by now. Asked before each write goes out; what it writes here, the token guards.
   */
  maySpeak(): void;
  /** Until `restUntil` no sweep finds the store; whoever is woken for it may take it at once. */
  release(restUntil: Instant | null): Promise<void>;
}

/** How long the store of a process that was killed rests; long enough for the database to be started anew. */
const LEASE_MS = 8_000;
const RENEW_EVERY_MS = 2_500;

/** `null` while another process holds it. */
export const takeLease = async (deps: LeaseDeps, storeHash: StoreHash): Promise<HeldLease | null> => {
  const { leases } = deps.database.tables;
  const until = endFrom(deps.clock);
  const token = await leases.acquire(storeHash, deps.owner, await termOf(deps));
  if (token === null) return null;
  const held = { token, until, isOver: false };
  // Beside the work: a call may take longer than a lease lives.
  void keepUp(deps, storeHash, held);
  return {
    token,
    maySpeak: () => {
      if (millisOfInstant(deps.clock.now()) >= held.until) throw new LeaseLost(`the lease of store ${storeHash} may have run out`);
    },
    release: async (restUntil) => {
      held.isOver = true;
      await leases.release(storeHash, token, restUntil);
    },
  };
};

type Term = Parameters<Leases['acquire']>[2];

const termOf = async ({ agreedNow }: LeaseDeps): Promise<Term> => ({ now: await agreedNow(), ttlMs: LEASE_MS });

/** By the process's own clock, and counted from before the question is asked, so that it ends here no later than in the database. */
const endFrom = (clock: Clock): number => millisOfInstant(clock.now()) + LEASE_MS;

const keepUp = async (deps: LeaseDeps, storeHash: StoreHash, held: { token: bigint; until: number; isOver: boolean }): Promise<void> => {
  const { database, clock, log } = deps;
  for (;;) {
    await clock.sleep(RENEW_EVERY_MS);
    if (held.isOver) return;
    const until = endFrom(clock);
    try {
      if (!(await database.tables.leases.renew(storeHash, held.token, await termOf(deps)))) {
        held.until = 0;
        return;
      }
      held.until = until;
    } catch (error) {
      // Tried again: a database that was only started anew has kept the lease.
      log.warn('the lease could not be renewed', { storeHash, error });
    }
  }
};
