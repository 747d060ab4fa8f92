import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { NEW_SALES_CURSOR } from '../../domain/rules/sales-window';
import { sampleMember, sampleStore } from '../testing/batteries/sample-records';
import { SESSION_MS, type SessionClaims, checkSession, endSessions, noteVisit } from './check-session';
import { STAFF, STORE, createTestAccount } from './testing/create-test-account';

const OTHER = 'other99' as StoreHash;

const setUp = async () => {
  const test = createTestAccount();
  const now = test.clock.now();
  for (const storeHash of [STORE, OTHER]) {
    await test.database.tables.stores.save(sampleStore(storeHash, { installedAt: now }));
    await test.database.tables.members.save(sampleMember(storeHash, { user: { ...STAFF, locale: 'en' }, sessionsSince: now }));
  }
  const claims: SessionClaims = { storeHash: STORE, userId: STAFF.id, issuedAt: now, startedAt: now };
  return { ...test, claims };
};

describe('a session', () => {
  it('opens its own store', async () => {
    const { deps, claims } = await setUp();
    expect(await checkSession(deps, STORE, claims)).toMatchObject({ store: { hash: STORE }, member: { user: STAFF } });
  });

  it('opens no other store, though the person belongs to it', async () => {
    const { deps, claims } = await setUp();
    expect(await checkSession(deps, OTHER, claims)).toBeNull();
  });

  it('opens no store that is not there', async () => {
    const { deps, claims } = await setUp();
    const gone = 'gone99' as StoreHash;
    expect(await checkSession(deps, gone, { ...claims, storeHash: gone })).toBeNull();
  });

  it('ends with a log-out, in this store alone, and a later one works', async () => {
    const { deps, claims, clock } = await setUp();
    await endSessions(deps, { storeHash: STORE, userId: STAFF.id });
    expect(await checkSession(deps, STORE, claims)).toBeNull();
    expect(await checkSession(deps, OTHER, { ...claims, storeHash: OTHER })).not.toBeNull();
    await clock.advance(1);
    expect(await checkSession(deps, STORE, { ...claims, issuedAt: clock.now() })).not.toBeNull();
  });

  it('ends when the person is removed', async () => {
    const { deps, claims, database } = await setUp();
    await database.tables.members.delete(STORE, STAFF.id);
    expect(await checkSession(deps, STORE, claims)).toBeNull();
  });

  it('ends with an uninstall and does not come back with a re-install', async () => {
    const { deps, claims, database, clock } = await setUp();
    await database.tables.stores.changeState(STORE, 'uninstalled', clock.now());
    expect(await checkSession(deps, STORE, claims)).toBeNull();
    await clock.advance(1);
    await database.tables.stores.save(sampleStore(STORE, { installedAt: clock.now() }));
    expect(await checkSession(deps, STORE, claims)).toBeNull();
  });

  it('lives a day from the launch, however often it is renewed', async () => {
    const { deps, claims, clock } = await setUp();
    await clock.advance(SESSION_MS);
    expect(await checkSession(deps, STORE, { ...claims, issuedAt: clock.now() })).not.toBeNull();
    await clock.advance(1);
    expect(await checkSession(deps, STORE, { ...claims, issuedAt: clock.now() })).toBeNull();
  });

  it('stays open while BigCommerce waits for the merchant to confirm', async () => {
    const { deps, claims, database, clock } = await setUp();
    await database.tables.stores.changeState(STORE, 'reauthorise', clock.now());
    expect(await checkSession(deps, STORE, claims)).toMatchObject({ store: { state: 'reauthorise' } });
  });
});

describe('a visit', () => {
  it('is noted once a minute', async () => {
    const { deps, database, clock } = await setUp();
    const look = async () => {
      const store = await database.tables.stores.find(STORE);
      if (store) await noteVisit(deps, store);
      return (await database.tables.stores.find(STORE))?.lastSeenAt;
    };
    const first = clock.now();
    expect(await look()).toBe(first);
    await clock.advance(59_000);
    expect(await look()).toBe(first);
    await clock.advance(1_000);
    expect(await look()).toBe(clock.now());
  });

  it('after a silence has sales and counts read at once, though nobody planned it', async () => {
    const { deps, database, clock } = await setUp();
    const { tables } = database;
    const planned = async () => [await tables.dirty.find(STORE, 'hike-sales', '-'), await tables.dirty.find(STORE, 'hike-products', '-')].map((row) => row?.notBefore ?? null);
    const visit = async () => noteVisit(deps, (await tables.stores.find(STORE))!);
    await visit();
    expect(await planned()).toEqual([clock.now(), clock.now()]);
    for (const thing of ['hike-sales', 'hike-products'] as const) await tables.dirty.deleteThing(STORE, thing);
    await clock.advance(119_000);
    await visit();
    expect(await planned()).toEqual([null, null]);
    await clock.advance(121_000);
    await visit();
    expect(await planned()).toEqual([clock.now(), clock.now()]);
  });

  it('never asks Hike more often than an open page does', async () => {
    const { deps, database, clock } = await setUp();
    const { tables } = database;
    const last = clock.now();
    await tables.cursors.save(STORE, 'hike-sales', { ...NEW_SALES_CURSOR, goodUntil: last });
    await tables.cursors.save(STORE, 'hike-products', { goodUntil: last, pass: null, sweep: 1, sweptAt: last, sweepCalls: 1, orphans: [], isChecking: false });
    await clock.advance(5_000);
    await noteVisit(deps, (await tables.stores.find(STORE))!);
    expect((await tables.dirty.find(STORE, 'hike-sales', '-'))?.notBefore).toBe(instantPlus(last, 15_000));
    expect((await tables.dirty.find(STORE, 'hike-products', '-'))?.notBefore).toBe(instantPlus(last, 60_000));
  });
});
