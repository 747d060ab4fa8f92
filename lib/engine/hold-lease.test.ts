import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../domain/ids';
import { instantPlus } from '../domain/instant-arithmetic';
import { takeLease } from './hold-lease';
import { LeaseLost } from './ports/failures';
import { createMemoryDatabase } from './testing/create-memory-database';
import { createTestClock } from './testing/create-test-clock';

const STORE = 'abc123' as StoreHash;

/** Two processes with one database; `isDown` makes renewals fail. */
const createBench = async () => {
  const database = createMemoryDatabase();
  const { leases } = database.tables;
  const clock = createTestClock();
  const trouble = { isDown: false };
  const renew: typeof leases.renew = async (...asked) => {
    if (trouble.isDown) throw new Error('no connection');
    return leases.renew(...asked);
  };
  const warned: unknown[] = [];
  const log = { info: () => undefined, warn: (...said: unknown[]) => void warned.push(said), error: () => undefined };
  const deps = { database: { ...database, tables: { ...database.tables, leases: { ...leases, renew } } }, clock, agreedNow: async () => clock.now(), log };
  const take = (owner: string, aheadMs = 0) => {
    const own = { ...clock, now: () => instantPlus(clock.now(), aheadMs) };
    return takeLease({ ...deps, clock: own, owner }, STORE);
  };
  const first = await take('first');
  if (first === null) throw new Error('The lease of a new store was refused.');
  return { clock, trouble, leases, take, first, warned };
};

describe('a lease', () => {
  it('is kept up for as long as the work takes', async () => {
    const { clock, take, first } = await createBench();
    await clock.advance(120_000);
    expect(first.maySpeak).not.toThrow();
    expect(await take('second')).toBeNull();
  });

  it('goes to another within eight seconds once its holder is gone', async () => {
    const { clock, trouble, take } = await createBench();
    await clock.advance(4_000);
    trouble.isDown = true;
    await clock.advance(8_000);
    expect(await take('second')).not.toBeNull();
  });

  it.each([-60_000, 60_000])('is not taken by a process whose clock is %s ms off', async (aheadMs) => {
    const { clock, take } = await createBench();
    await clock.advance(4_000);
    expect(await take('second', aheadMs)).toBeNull();
    await clock.advance(60_000);
    expect(await take('second', aheadMs)).toBeNull();
  });

  it('is free at once when it was given back, and not kept up any more', async () => {
    const { clock, take, first, trouble, warned } = await createBench();
    await first.release(null);
    const second = await take('second');
    await clock.advance(60_000);
    expect(second?.token).toBe(first.token + 1n);
    expect(second?.maySpeak).not.toThrow();
    trouble.isDown = true;
    await second?.release(null);
    await clock.advance(60_000);
    expect(warned).toEqual([]);
  });

  it('outlasts a database that is away for seconds', async () => {
    const { clock, trouble, take, first } = await createBench();
    trouble.isDown = true;
    await clock.advance(6_000);
    trouble.isDown = false;
    await clock.advance(60_000);
    expect(first.maySpeak).not.toThrow();
    expect(await take('second')).toBeNull();
  });

  it('lets its holder say no more once it may have run out, even while nobody took it', async () => {
    const { clock, trouble, first, warned } = await createBench();
    trouble.isDown = true;
    await clock.advance(8_000);
    expect(first.maySpeak).toThrow(new LeaseLost('the lease of store abc123 may have run out'));
    expect(warned[0]).toEqual(['the lease could not be renewed', { storeHash: STORE, error: new Error('no connection') }]);
    trouble.isDown = false;
    await clock.advance(2_500);
    expect(first.maySpeak).not.toThrow();
  });

  it('lets its holder say no more as soon as it learns of another', async () => {
    const { clock, leases, first } = await createBench();
    await leases.release(STORE, first.token);
    await leases.acquire(STORE, 'second', { now: clock.now(), ttlMs: 60_000 });
    await clock.advance(3_000);
    expect(first.maySpeak).toThrow(LeaseLost);
  });
});
