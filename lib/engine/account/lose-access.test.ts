import { describe, expect, it } from 'vitest';
import type { HikeConnectionRecord } from '../ports/tables';
import { sampleConnection, sampleStore, sampleTokens } from '../testing/batteries/sample-records';
import { HIKE_REFUSES, loseAccess } from './lose-access';
import { STORE, createTestAccount } from './testing/create-test-account';

const setUp = async (connection: Partial<HikeConnectionRecord> = {}) => {
  const test = createTestAccount();
  const { database, clock } = test;
  await database.tables.stores.save(sampleStore(STORE));
  await database.tables.connections.save(sampleConnection(STORE, connection));
  /** A slice reads store and connection once; what fails in it fails against those. */
  const slice = async () => {
    const store = await database.tables.stores.find(STORE);
    if (!store) throw new Error('no store');
    return { storeHash: STORE, store, connection: await database.tables.connections.find(STORE), now: () => clock.now(), record: database.transaction };
  };
  const log = async () =>
    database.tables.entries.list(STORE, { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 10 });
  const watch = () => database.tables.dirty.find(STORE, 'watch', '-');
  return { ...test, slice, log, watch };
};

describe('losing BigCommerce', () => {
  it('needs three slices in a row, however many rows fail in each', async () => {
    const { slice, database } = await setUp();
    for (const expected of ['active', 'active', 'reauthorise']) {
      const context = await slice();
      for (let row = 0; row < 5; row += 1) await loseAccess(context, 'bigcommerce');
      expect(await database.tables.stores.find(STORE)).toMatchObject({ state: expected });
    }
  });

  it('tells the merchant once, and has both sides looked at', async () => {
    const { slice, database, log, watch, clock } = await setUp();
    await database.tables.stores.countUnauthorized(STORE, 2);
    await loseAccess(await slice(), 'bigcommerce');
    await loseAccess(await slice(), 'bigcommerce');
    expect(await log()).toMatchObject([{ thing: 'connection', direction: 'bigcommerce-to-hike', recordId: 'bigcommerce', label: 'Connection to BigCommerce', result: 'needs-you', problem: { code: 'store-needs-reauthorising' }, trigger: 'schedule', attempts: 1 }]);
    expect(await watch()).toMatchObject({ notBefore: clock.now(), priority: 10, trigger: 'follow-up' });
  });

  it('tells nobody, and has nobody look, before that', async () => {
    const { slice, log, watch } = await setUp();
    await loseAccess(await slice(), 'bigcommerce');
    expect([await log(), await watch()]).toEqual([[], null]);
  });

  it('is forgotten when a call succeeded in between', async () => {
    const { slice, database } = await setUp();
    await loseAccess(await slice(), 'bigcommerce');
    await loseAccess(await slice(), 'bigcommerce');
    await database.tables.stores.countUnauthorized(STORE, 0);
    await loseAccess(await slice(), 'bigcommerce');
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'active', unauthorizedRuns: 1 });
  });
});

describe('losing Hike', () => {
  it('asks to connect again and keeps everything', async () => {
    const { slice, database, log, watch, clock } = await setUp();
    await loseAccess(await slice(), 'hike');
    expect(await database.tables.connections.find(STORE)).toMatchObject({ state: 'reconnect', trouble: HIKE_REFUSES, fingerprint: 'f1', lists: { readAt: expect.any(String) as string } });
    expect(await log()).toMatchObject([{ thing: 'connection', direction: 'hike-to-bigcommerce', recordId: 'hike', label: 'Connection to Hike', result: 'needs-you', problem: { code: 'hike-not-connected' } }]);
    expect(await watch()).toMatchObject({ notBefore: clock.now() });
  });

  it('is told once, also where a renewal that was refused has marked the connection before', async () => {
    const { slice, database, log } = await setUp();
    const context = await slice();
    await database.tables.connections.save(sampleConnection(STORE, { state: 'reconnect', trouble: 'Hike refused to renew.' }));
    await loseAccess(context, 'hike');
    await loseAccess(await slice(), 'hike');
    expect(await log()).toMatchObject([{ attempts: 1, problem: { code: 'hike-not-connected' } }]);
    expect(await database.tables.connections.find(STORE)).toMatchObject({ trouble: 'Hike refused to renew.' });
  });

  it('is nothing where there is no connection, or there was none', async () => {
    const { slice, database, log } = await setUp();
    await loseAccess({ ...(await slice()), connection: null }, 'hike');
    const context = await slice();
    await database.tables.connections.delete(STORE);
    await loseAccess(context, 'hike');
    expect(await log()).toEqual([]);
  });

  it('leaves a connection alone that was made anew meanwhile', async () => {
    const { slice, database, clock } = await setUp();
    const context = await slice();
    await database.tables.connections.save(sampleConnection(STORE, { tokens: sampleTokens('new'), connectedAt: clock.now() }));
    await loseAccess(context, 'hike');
    expect(await database.tables.connections.find(STORE)).toMatchObject({ state: 'connected' });
  });

  it('blames a candidate that nobody has looked at yet, not the connection that works', async () => {
    const { slice, database, log } = await setUp({ candidate: { tokens: sampleTokens('new'), fingerprint: null, shopName: null, lists: null } });
    await loseAccess(await slice(), 'hike');
    expect(await log()).toEqual([]);
    expect(await database.tables.connections.find(STORE)).toMatchObject({ state: 'connected', candidate: null, trouble: expect.stringContaining('new connection') as string });
  });
});
