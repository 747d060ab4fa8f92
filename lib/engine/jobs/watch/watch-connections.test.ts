import { describe, expect, it } from 'vitest';
import type { Probe } from '../../../domain/connection-watch';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Side } from '../../ports/failures';
import type { HikeConnectionRecord, StoreRecord } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { noteAnswer } from './note-answer';
import { readWatch } from './read-watch';
import { watchConnections } from './watch-connections';

const MINUTE_MS = 60_000;
const ANSWERED: Probe = { kind: 'answered' };
const LOST: Probe = { kind: 'access-lost' };
const SILENT: Probe = { kind: 'unreachable' };

interface Given {
  looks?: Partial<Record<Side, Probe>>;
  store?: Partial<StoreRecord>;
  /** `null` where Hike was never connected. */
  connection?: Partial<HikeConnectionRecord> | null;
}

const watched = async ({ looks = {}, store = {}, connection = {} }: Given = {}) => {
  const asked: Side[] = [];
  const test = await createTestContext({ probe: async (side) => (asked.push(side), looks[side] ?? ANSWERED) });
  const { context, tables, storeHash, mark } = test;
  const known = { store: { ...context.store, ...store }, connection: connection && { ...context.connection!, ...connection } };
  await tables.stores.save(known.store);
  if (known.connection) await tables.connections.save(known.connection);
  else await tables.connections.delete(storeHash);
  const look = async () => (await watchConnections.run({ ...context, ...known }, [await mark('-', { thing: 'watch' })])).map(({ error }) => error);
  const errors = await look();
  const row = () => tables.dirty.find(storeHash, 'watch', '-');
  const storeNow = () => tables.stores.find(storeHash);
  return { ...test, errors, asked, look, row, storeNow, watch: await readWatch(tables, storeHash) };
};

describe('a look at both sides', () => {
  it('that finds them well is kept, tells nobody, and comes again in a quarter of an hour', async () => {
    const { errors, asked, watch, entries, commits, row, tables, storeHash } = await watched();
    expect([errors, asked, await entries(), commits]).toEqual([[], ['bigcommerce', 'hike'], [], ['connections-watched']]);
    expect(watch).toMatchObject({ bigcommerce: { state: 'connected', since: NOW }, hike: { state: 'connected', since: NOW } });
    expect(await row()).toMatchObject({ notBefore: instantPlus(NOW, 15 * MINUTE_MS), priority: 10, trigger: 'schedule' });
    expect(await tables.dirty.find(storeHash, 'store', '-')).toBeNull();
  });

  it.each<[string, Given, Side[], unknown]>([
    ['asks no shop that was never connected, and shows none', { connection: null }, ['bigcommerce'], null],
    ['asks no shop that a person has to connect again, and says so', { connection: { state: 'reconnect' } }, ['bigcommerce'], { state: 'reconnect' }],
  ])('%s', async (_, given, sides, hike) => {
    const { asked, watch } = await watched(given);
    expect([asked, watch]).toMatchObject([sides, { bigcommerce: { state: 'connected' }, hike }]);
  });

  it.each<[string, Given, number]>([
    ['soon where BigCommerce does not answer', { looks: { bigcommerce: SILENT } }, 22_500],
    ['soon where Hike does not answer', { looks: { hike: SILENT } }, 22_500],
    ['in a minute where BigCommerce refused us, which is no proof yet', { looks: { bigcommerce: LOST } }, MINUTE_MS],
    ['in a minute while a new connection is refused and the old one works', { looks: { hike: LOST }, connection: { candidate: { tokens: { accessToken: 'a', refreshToken: 'r', obtainedAt: NOW, expiresAt: NOW }, fingerprint: null, shopName: null, lists: null } } }, MINUTE_MS],
    ['at once where BigCommerce refused us for the third time, to see what follows', { looks: { bigcommerce: LOST }, store: { unauthorizedRuns: 2 } }, 0],
    ['in a quarter of an hour while a person has to confirm to BigCommerce', { looks: { bigcommerce: LOST }, store: { state: 'reauthorise', unauthorizedRuns: 3 } }, 15 * MINUTE_MS],
    ['in a quarter of an hour while a person has to connect Hike', { looks: { hike: LOST }, connection: { state: 'reconnect' } }, 15 * MINUTE_MS],
  ])('comes again %s', async (_, given, inMs) => {
    expect(await (await watched(given)).row()).toMatchObject({ notBefore: instantPlus(NOW, inMs) });
  });

  it('that Hike refuses has it connected again', async () => {
    const { tables, storeHash, watch, commits } = await watched({ looks: { hike: LOST } });
    expect(await tables.connections.find(storeHash)).toMatchObject({ state: 'reconnect' });
    expect([watch.hike?.state, commits]).toEqual(['reconnect', ['access-lost', 'connections-watched']]);
  });

  it('that BigCommerce refuses counts, and counts no further once a person has to confirm', async () => {
    const { storeNow, watch } = await watched({ looks: { bigcommerce: LOST } });
    expect([await storeNow(), watch.bigcommerce]).toMatchObject([{ state: 'active', unauthorizedRuns: 1 }, { state: 'connected' }]);
    const sure = await watched({ looks: { bigcommerce: LOST }, store: { state: 'reauthorise', unauthorizedRuns: 3 } });
    expect([await sure.storeNow(), sure.watch.bigcommerce, sure.commits]).toMatchObject([{ state: 'reauthorise', unauthorizedRuns: 3 }, { state: 'reconnect' }, ['connections-watched']]);
  });

  it('that BigCommerce answers forgets what it had refused', async () => {
    const { storeNow, entries } = await watched({ store: { unauthorizedRuns: 2 } });
    expect([await storeNow(), await entries()]).toMatchObject([{ state: 'active', unauthorizedRuns: 0 }, []]);
  });

  it('that BigCommerce answers again needs no person: the store is active, is read anew, and the log says so', async () => {
    const { storeNow, entries, watch, tables, storeHash } = await watched({ store: { state: 'reauthorise', unauthorizedRuns: 3 } });
    expect([await storeNow(), watch.bigcommerce]).toMatchObject([{ state: 'active', unauthorizedRuns: 0 }, { state: 'connected' }]);
    expect(await entries()).toMatchObject([{ recordId: 'bigcommerce', result: 'done', message: 'BigCommerce accepts our access again; every setting was kept.' }]);
    expect(await tables.dirty.find(storeHash, 'store', '-')).toMatchObject({ trigger: 'follow-up', notBefore: NOW });
  });

  it('counts how often a side was silent, from one look to the next', async () => {
    const { look, tables, storeHash, row, clock } = await watched({ looks: { hike: SILENT } });
    await clock.advance(MINUTE_MS);
    await look();
    expect(await readWatch(tables, storeHash)).toMatchObject({ hike: { state: 'attention', failures: 2, since: NOW } });
    expect(await row()).toMatchObject({ notBefore: instantPlus(NOW, MINUTE_MS + 45_000) });
  });
});

describe('a side that answered a round of upkeep', () => {
  const noted = async (side: Side, { looks = {}, runs = true }: { looks?: Given['looks']; runs?: boolean } = {}) => {
    const { database, tables, storeHash, clock, row } = await watched({ looks });
    if (!runs) await tables.dirty.deleteAll(storeHash);
    await clock.advance(1000);
    await database.transaction('store-kept', (inside) => noteAnswer(inside, storeHash, { side, now: clock.now() }));
    const marked = await row();
    return marked?.notBefore === clock.now() ? marked : null;
  };

  it.each<[string, Side, Given['looks'], boolean, boolean]>([
    ['is looked at now where the watch thinks that it is silent', 'hike', { hike: SILENT }, true, true],
    ['is no news where the watch knows', 'hike', {}, true, false],
    ['is no news of the other', 'bigcommerce', { hike: SILENT }, true, false],
    ['has the watch begin again where it does not run', 'bigcommerce', {}, false, true],
  ])('%s', async (_, side, looks, runs, isLooked) => {
    const row = await noted(side, { looks, runs });
    expect(row).toEqual(isLooked ? expect.objectContaining({ priority: 10, trigger: 'follow-up' }) : null);
  });
});
