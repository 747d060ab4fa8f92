import { describe, expect, it } from 'vitest';
import type { SideWatch } from '../../domain/connection-watch';
import { saveWatch } from '../jobs/watch/read-watch';
import { createTestEngine, type TestEngine } from '../testing/create-test-engine';

const withWatch = async (hike: Partial<SideWatch>): Promise<TestEngine> => {
  const engine = await createTestEngine();
  const connected: SideWatch = { state: 'connected', since: engine.clock.now(), checkedAt: engine.clock.now(), failures: 0, trouble: null, reason: null };
  await saveWatch(engine.database.tables, engine.storeHash, { bigcommerce: connected, hike: { ...connected, ...hike } });
  return engine;
};

describe('both sides as the overview shows them', () => {
  it('says nothing of sides that were never looked at', async () => {
    const { pages, storeHash } = await createTestEngine();
    expect((await pages.overview(storeHash)).watch).toEqual({ bigcommerce: null, hike: null });
  });

  it('says since when a side does not answer', async () => {
    const { pages, storeHash, clock } = await withWatch({ state: 'attention', trouble: 'unreachable', failures: 3 });
    const since = clock.now();
    expect((await pages.overview(storeHash)).watch).toEqual({
      bigcommerce: { state: 'connected', since, trouble: null, reason: null },
      hike: { state: 'attention', since, trouble: 'unreachable', reason: null },
    });
  });

  it('keeps to what is known of the connection since the watch last looked', async () => {
    const { pages, storeHash } = await withWatch({ state: 'reconnect' });
    const { hike, watch } = await pages.overview(storeHash);
    expect(hike.state).toBe('connected');
    expect(watch.hike).toBeNull();
  });
});

describe('the settings page', () => {
  it('says whether mail can be sent here', async () => {
    const without = await createTestEngine();
    expect((await without.pages.settings(without.storeHash)).canMail).toBe(false);
    const withServer = await createTestEngine({ mail: { send: async () => ({ refused: 0 }) } });
    expect((await withServer.pages.settings(withServer.storeHash)).canMail).toBe(true);
  });
});
