import { describe, expect, it } from 'vitest';
import type { OutletId, RegisterId, StoreHash } from '../../domain/ids';
import type { HikeLists } from '../../domain/shop-lists';
import { readComparison, readCountsSkip, saveComparison, saveCountsSkip } from '../jobs/reconcile/comparison-cursor';
import { aComparison, aDifference, seenAs } from '../jobs/reconcile/testing/a-difference';
import { RefusedByVendor } from '../ports/failures';
import type { ProductImage } from '../ports/tables';
import { sampleLists, sampleMember, sampleSale, sampleStore } from '../testing/batteries/sample-records';
import { answerCandidate } from './answer-candidate';
import { beginHikeConnection, endHikeState, finishHikeConnection } from './connect-hike';
import { settleCandidate } from './settle-candidate';
import { OWNER, STAFF, STORE, createTestAccount, withSettingsTaken } from './testing/create-test-account';

const ASKER = { storeHash: STORE, userId: STAFF.id };

const OTHER_SHOP: HikeLists = { ...sampleLists(), outlets: [{ id: 99 as OutletId, name: 'Elsewhere', isActive: true }] };

const setUp = async () => {
  const test = createTestAccount();
  const { deps, database, clock } = test;
  await database.tables.stores.save(sampleStore(STORE, { installedAt: clock.now() }));
  await database.tables.members.save(sampleMember(STORE, { user: { ...STAFF, locale: 'en' } }));
  const connect = async (code: string) => finishHikeConnection(deps, await beginHikeConnection(deps, ASKER), code);
  const connection = () => database.tables.connections.find(STORE);
  /** What the pump's job does: reads lists, through the connection as it was when the slice began. */
  const settle = async (lists: HikeLists, read?: Awaited<ReturnType<typeof connection>>) =>
    settleCandidate(
      { storeHash: STORE, connection: read === undefined ? await connection() : read, now: () => clock.now(), record: database.transaction },
      lists,
    );
  const log = async () => {
    const entries = await database.tables.entries.list(STORE, { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 10 });
    return entries.map(({ recordId, trigger, result, message }) => [`${recordId} by a ${trigger}`, result, message]);
  };
  return { ...test, connect, connection, settle, log };
};

describe('connecting Hike', () => {
  it('saves a first connection at once and has its lists read', async () => {
    const { connect, connection, database, queue } = await setUp();
    expect(await connect('first')).toBe('connected');
    expect(await connection()).toMatchObject({ state: 'connected', tokens: { accessToken: 'access-first' }, candidate: null, fingerprint: null });
    expect(await database.tables.dirty.find(STORE, 'hike-lists', '-')).toMatchObject({ priority: 0, trigger: 'person' });
    expect(queue.waiting()).toEqual([STORE]);
  });

  it('believes a state once', async () => {
    const { deps } = await setUp();
    const state = await beginHikeConnection(deps, ASKER);
    expect(await finishHikeConnection(deps, state, 'x')).toBe('connected');
    expect(await finishHikeConnection(deps, state, 'x')).toBe('state-used');
  });

  it('believes a state for ten minutes', async () => {
    const { deps, clock } = await setUp();
    const state = await beginHikeConnection(deps, ASKER);
    await clock.advance(10 * 60_000 + 1);
    expect(await endHikeState(deps, state)).toBe(false);
  });

  it.each([
    ['store', { storeHash: 'other' as StoreHash }],
    ['person', { userId: OWNER.id }],
  ])('believes a state only for the %s it was made for', async (_, change) => {
    const { deps } = await setUp();
    const state = await beginHikeConnection(deps, ASKER);
    expect(await endHikeState(deps, { ...state, ...change })).toBe(false);
  });

  it('believes no state of a store that is not there', async () => {
    const { deps, database } = await setUp();
    const state = await beginHikeConnection(deps, { ...ASKER, storeHash: 'nowhere' as StoreHash });
    expect(await finishHikeConnection(deps, state, 'x')).toBe('not-installed');
    expect(await database.tables.connections.find('nowhere' as StoreHash)).toBeNull();
  });

  it('takes a second code for a first one as long as no shop was ever seen', async () => {
    const { connect, connection } = await setUp();
    await connect('first');
    await connect('second');
    expect(await connection()).toMatchObject({ tokens: { accessToken: 'access-second' }, candidate: null, trouble: null });
  });

  it('says once which shop it is, however often its lists are read', async () => {
    const { connect, settle, log, connection } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await settle(sampleLists());
    expect(await log()).toEqual([['hike by a person', 'done', 'Connected to Queen St.']]);
    expect(await connection()).toMatchObject({ shopName: 'Queen St', lists: sampleLists() });
  });

  it('keeps no lists of a connection that is gone by then', async () => {
    const { connect, connection, settle, database, log } = await setUp();
    await connect('first');
    const read = await connection();
    await database.tables.connections.delete(STORE);
    await settle(sampleLists(), read);
    expect([await connection(), await log()]).toEqual([null, []]);
  });

  it('refuses a person who was removed meanwhile, and a store that was uninstalled', async () => {
    const { deps, database, clock } = await setUp();
    const state = await beginHikeConnection(deps, ASKER);
    await database.tables.members.delete(STORE, STAFF.id);
    expect(await finishHikeConnection(deps, state, 'x')).toBe('removed-user');
    const second = await beginHikeConnection(deps, ASKER);
    await database.tables.stores.changeState(STORE, 'uninstalled', clock.now());
    expect(await finishHikeConnection(deps, second, 'x')).toBe('not-installed');
  });

  it('changes nothing when Hike refuses the code', async () => {
    const { connect, connection, hike } = await setUp();
    await connect('first');
    hike.redeem = () => Promise.reject(new RefusedByVendor({ side: 'hike', status: 400, reason: 'invalid_grant' }));
    await expect(connect('bad')).rejects.toBeInstanceOf(RefusedByVendor);
    expect(await connection()).toMatchObject({ tokens: { accessToken: 'access-first' }, candidate: null });
  });
});

describe('connecting again', () => {
  it('keeps the old connection working until it is known which shop it is', async () => {
    const { connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    expect(await connection()).toMatchObject({
      tokens: { accessToken: 'access-first' },
      candidate: { tokens: { accessToken: 'access-second' }, fingerprint: null, lists: null },
    });
  });

  it('adopts the same shop and keeps every mapping', async () => {
    const { connect, connection, settle, database, clock, log } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await clock.advance(60_000);
    const { value } = await database.tables.settings.get(STORE);
    await database.tables.settings.save(STORE, 0, { value: { ...value, registerId: 5 as RegisterId }, savedAt: clock.now(), savedBy: 'x' });
    await database.tables.connections.saveTrouble(STORE, 'refresh-first', 'dead');
    await connect('second');
    await settle(sampleLists());
    expect(await connection()).toMatchObject({ state: 'connected', tokens: { accessToken: 'access-second' }, candidate: null, trouble: null, shopName: 'Queen St' });
    expect(await connection()).toMatchObject({ connectedAt: clock.now() });
    expect((await database.tables.settings.get(STORE)).value.registerId).toBe(5);
    expect(await log()).toContainEqual(['hike by a person', 'done', 'Connected to Queen St again; every setting was kept.']);
  });

  it('asks before it uses a different shop, and the old one goes on', async () => {
    const { connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    await settle(OTHER_SHOP);
    expect(await connection()).toMatchObject({
      state: 'connected',
      shopName: 'Queen St',
      tokens: { accessToken: 'access-first' },
      candidate: { shopName: 'Elsewhere', tokens: { accessToken: 'access-second' } },
    });
  });

  it('brings lists up to date while the different shop waits', async () => {
    const { connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    await settle(OTHER_SHOP);
    await settle({ ...sampleLists(), taxes: [] });
    expect(await connection()).toMatchObject({ lists: { taxes: [] }, candidate: { shopName: 'Elsewhere' } });
  });

  it('does not take lists for those of a candidate that came while they were read', async () => {
    const { connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    const read = await connection();
    await connect('third');
    await settle(OTHER_SHOP, read);
    expect(await connection()).toMatchObject({ candidate: { tokens: { accessToken: 'access-third' }, fingerprint: null, lists: null } });
  });

  it('does not take lists for those of a candidate that was declined while they were read', async () => {
    const { deps, connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    const read = await connection();
    await answerCandidate(deps, { storeHash: STORE, accept: false, who: 'x' });
    const declined = await connection();
    await settle(OTHER_SHOP, read);
    expect(await connection()).toEqual(declined);
  });

  it('does not take lists of no connection for those of one that came meanwhile', async () => {
    const { connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists(), null);
    expect(await connection()).toMatchObject({ lists: null, fingerprint: null });
  });

  it('does not take lists of the old shop for those of one that was accepted while they were read', async () => {
    const { deps, connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    await settle(OTHER_SHOP);
    const read = await connection();
    await answerCandidate(deps, { storeHash: STORE, accept: true, who: 'ana@shop.example' });
    await settle(sampleLists(), read);
    expect(await connection()).toMatchObject({ shopName: 'Elsewhere', lists: OTHER_SHOP });
  });

  it('starts over with an accepted shop: settings, links and sales of the old one are forgotten', async () => {
    const { deps, connect, connection, settle, database, clock, queue, log } = await setUp();
    const { settings, links, sales, intents } = database.tables;
    await connect('first');
    await settle(sampleLists());
    const { value } = await settings.get(STORE);
    await settings.save(STORE, 0, { value: { ...value, registerId: 5 as RegisterId, salePrice: 'price', startDate: clock.now() }, savedAt: clock.now(), savedBy: 'x' });
    await links.save(STORE, { thing: 'product', bigcommerceId: '1', hikeId: '2', origin: 'hike', facts: {} }, clock.now());
    await sales.save(STORE, { sale: sampleSale(1), fingerprint: 'f', orderId: null, state: 'sent' }, clock.now());
    const picture = { hikeId: 812, productId: 111, imageId: 70, key: 'k', url: 'https://img.example.com/k', content: 'c', position: 0 } as ProductImage;
    await database.tables.images.replace(STORE, picture.hikeId, [picture]);
    const found = seenAs(aDifference('sale-twice'));
    await database.tables.reconciliations.save(STORE, aComparison());
    await database.tables.differences.saveMany(STORE, [found]);
    await saveComparison(database.tables, STORE, { number: 2, stage: 'counts', after: null, pages: 3 });
    await saveCountsSkip(database.tables, STORE, 40);
    await intents.save(STORE, { kind: 'order', key: '1', state: 'done', reference: 'r', remoteId: '9', looks: 0, updatedAt: clock.now() });
    await connect('second');
    await settle(OTHER_SHOP);
    await queue.drain(async () => undefined);
    await database.tables.dirty.deleteAll(STORE);
    expect(await answerCandidate(deps, { storeHash: STORE, accept: true, who: 'ana@shop.example' })).toBe(true);
    expect([queue.waiting(), await database.tables.dirty.find(STORE, 'hike-lists', '-')]).toMatchObject([[STORE], { trigger: 'person', notBefore: clock.now() }]);
    expect(await log()).toContainEqual(['hike by a person', 'done', 'Connected to Elsewhere, a different shop than before.']);
    expect(await connection()).toMatchObject({ state: 'connected', shopName: 'Elsewhere', tokens: { accessToken: 'access-second' }, candidate: null });
    expect(await settings.get(STORE)).toMatchObject({ version: 2, savedBy: 'ana@shop.example', value: { registerId: null, startDate: null, salePrice: 'price' } });
    expect(await links.findByHike(STORE, 'product', ['2'])).toEqual([]);
    expect(await sales.newest(STORE)).toBeNull();
    expect(await intents.find(STORE, 'order', '1')).toBeNull();
    expect(await database.tables.images.listOf(STORE, [picture.hikeId])).toEqual([]);
    expect([await database.tables.reconciliations.list(STORE, 9), await database.tables.differences.findMany(STORE, [found.key])]).toEqual([[], []]);
    expect([await readComparison(database.tables, STORE), await readCountsSkip(database.tables, STORE)]).toEqual([null, 0]);
  });

  it('is not accepted by half where somebody saves the settings at the same moment', async () => {
    const { deps, connect, connection, settle, database } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    await settle(OTHER_SHOP);
    const before = await connection();
    const transaction: typeof database.transaction = (commit, work) => database.transaction(commit, (inside) => work(withSettingsTaken(inside)));
    await expect(answerCandidate({ ...deps, database: { ...database, transaction } }, { storeHash: STORE, accept: true, who: 'x' })).rejects.toThrow('somebody saved the settings at the same moment');
    expect(await connection()).toEqual(before);
  });

  it('forgets a declined shop and keeps the old one', async () => {
    const { deps, connect, connection, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    await settle(OTHER_SHOP);
    expect(await answerCandidate(deps, { storeHash: STORE, accept: false, who: 'x' })).toBe(true);
    expect(await connection()).toMatchObject({ shopName: 'Queen St', candidate: null });
    expect(await answerCandidate(deps, { storeHash: STORE, accept: true, who: 'x' })).toBe(false);
  });

  it('has nothing to accept or decline where nothing waits', async () => {
    const { deps, connect, connection } = await setUp();
    for (const accept of [true, false]) expect(await answerCandidate(deps, { storeHash: STORE, accept, who: 'x' })).toBe(false);
    expect(await connection()).toBeNull();
    await connect('first');
    for (const accept of [true, false]) expect(await answerCandidate(deps, { storeHash: STORE, accept, who: 'x' })).toBe(false);
  });

  it('accepts no shop that nobody has looked at yet', async () => {
    const { deps, connect, settle } = await setUp();
    await connect('first');
    await settle(sampleLists());
    await connect('second');
    expect(await answerCandidate(deps, { storeHash: STORE, accept: true, who: 'x' })).toBe(false);
  });
});
