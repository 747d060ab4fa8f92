import { describe, expect, it } from 'vitest';
import type { HikeConnectionRecord } from '../ports/tables';
import { sampleConnection, sampleStore, sampleTokens } from '../testing/batteries/sample-records';
import { loseAccess } from './lose-access';
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
  return { ...test, slice, log };
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

  it('tells the merchant once', async () => {
    const { slice, database, log } = await setUp();
    await database.tables.stores.countUnauthorized(STORE, 2);
    await loseAccess(await slice(), 'bigcommerce');
    expect(await log()).toMatchObject([{ thing: 'connection', result: 'needs-you', problem: { code: 'store-needs-reauthorising' } }]);
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
    const { slice, database, log } = await setUp();
    await loseAccess(await slice(), 'hike');
    expect(await database.tables.connections.find(STORE)).toMatchObject({ state: 'reconnect', fingerprint: 'f1', lists: { readAt: expect.any(String) as string } });
    expect(await log()).toMatchObject([{ thing: 'connection', result: 'needs-you', problem: { code: 'hike-not-connected' } }]);
  });

  it('leaves a connection alone that was made anew meanwhile', async () => {
    const { slice, database, clock } = await setUp();
    const context = await slice();
    await database.tables.connections.save(sampleConnection(STORE, { tokens: sampleTokens('new'), connectedAt: clock.now() }));
    await loseAccess(context, 'hike');
    expect(await database.tables.connections.find(STORE)).toMatchObject({ state: 'connected' });
  });

  it('blames a candidate that nobody has looked at yet, not the connection that works', async () => {
    const { slice, database } = await setUp({ candidate: { tokens: sampleTokens('new'), fingerprint: null, shopName: null, lists: null } });
    await loseAccess(await slice(), 'hike');
    expect(await database.tables.connections.find(STORE)).toMatchObject({ state: 'connected', candidate: null, trouble: expect.stringContaining('new connection') as string });
  });
});
