import { describe, expect, it } from 'vitest';
import { instantPlus } from '../../domain/instant-arithmetic';
import { AccessLost } from '../ports/failures';
import type { HikeConnectionRecord } from '../ports/tables';
import { sampleConnection, sampleTokens } from '../testing/batteries/sample-records';
import { createTestEngine, type TestEngine } from '../testing/create-test-engine';

const CANDIDATE = { tokens: sampleTokens('second'), fingerprint: null, shopName: null, lists: null };

const reading = async (change: Partial<HikeConnectionRecord>): Promise<TestEngine> => {
  const engine = await createTestEngine();
  await engine.database.tables.connections.save(sampleConnection(engine.storeHash, change));
  await engine.pages.refreshHikeLists(engine.storeHash);
  await engine.settle();
  return engine;
};

const connectionOf = (engine: TestEngine) => engine.database.tables.connections.find(engine.storeHash);

describe('reading the lists of Hike', () => {
  it('keeps what a new connection leads to, and says so in the log', async () => {
    const engine = await reading({ fingerprint: null, shopName: null, lists: null });
    expect(await connectionOf(engine)).toMatchObject({ shopName: 'Main', lists: { registers: [{ name: 'Online' }] } });
    expect(await engine.entries()).toMatchObject([{ thing: 'connection', result: 'done', message: 'Connected to Main.' }]);
  });

  it('comes round once a day, and says nothing about it', async () => {
    const engine = await reading({ fingerprint: null, shopName: null, lists: null });
    engine.vendors.calls.length = 0;
    await engine.pass(25 * 60 * 60_000, 25);
    expect(engine.vendors.calls.filter((name) => name === 'shop.lists')).toHaveLength(1);
    expect(await engine.entries()).toHaveLength(1);
  });

  it('leaves a different shop waiting for the merchant’s yes', async () => {
    const engine = await reading({ candidate: CANDIDATE });
    expect(await connectionOf(engine)).toMatchObject({ fingerprint: 'f1', candidate: { shopName: 'Main' } });
  });

  it('forgets a candidate that Hike refuses, and leaves the connection alone', async () => {
    const engine = await createTestEngine();
    engine.vendors.onCall = (moment) => {
      if (moment === 'shop.lists') throw new AccessLost('hike');
    };
    await engine.database.tables.connections.save(sampleConnection(engine.storeHash, { candidate: CANDIDATE }));
    await engine.pages.refreshHikeLists(engine.storeHash);
    await engine.settle();
    expect(await connectionOf(engine)).toMatchObject({ state: 'connected', candidate: null });
  });

  it('rests while the connection is dead, until it is made anew', async () => {
    const engine = await reading({ state: 'reconnect' });
    await engine.pass(60_000, 10);
    expect(engine.vendors.calls).toEqual([]);
    expect(await engine.database.tables.dirty.listDue(engine.storeHash, instantPlus(engine.clock.now(), 1), 10)).toEqual([]);
  });
});
