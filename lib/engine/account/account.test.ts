import { describe, expect, it, vi } from 'vitest';
import type { OrderId, StoreHash } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { sampleLists, sampleStore, sampleTokens } from '../testing/batteries/sample-records';
import { createAccount } from './account';
import { OWNER, STORE, createTestAccount } from './testing/create-test-account';

const CALLBACK = { code: 'bc-code', scope: 'whatever', context: 'stores/other' };
const MINUTE_MS = 60_000;

const installed = async () => {
  const test = createTestAccount();
  const account = createAccount(test.deps);
  const answer = await account.install(CALLBACK);
  if (answer.kind !== 'installed') throw new Error(answer.kind);
  const visit = (jti: string) => ({ storeHash: STORE, user: { ...OWNER, locale: 'en' }, owner: OWNER, jti, expiresAt: instantPlus(test.clock.now(), MINUTE_MS) });
  return { ...test, account, answer, visit, asker: { storeHash: STORE, userId: OWNER.id } };
};

describe('a merchant', () => {
  it('installs the app, and is in it', async () => {
    const { account, answer, clock } = await installed();
    const session = await account.redeemHandover({ storeHash: STORE, code: answer.code });
    expect(session).toEqual({ storeHash: STORE, userId: OWNER.id, startedAt: clock.now() });
    expect(await account.checkSession(STORE, { ...session!, issuedAt: clock.now() })).toMatchObject({ store: { hash: STORE }, member: { isOwner: true } });
  });

  it('leaves every tab at once, and comes back by the control panel', async () => {
    const { account, answer, clock, asker, visit } = await installed();
    const claims = { ...answer, issuedAt: clock.now() };
    await account.endSessions(asker);
    expect(await account.checkSession(STORE, claims)).toBeNull();
    await clock.advance(1);
    expect(await account.load(visit('one'))).toMatchObject({ kind: 'opened' });
    expect(await account.checkSession(STORE, { ...claims, issuedAt: clock.now() })).not.toBeNull();
  });

  it('connects Hike, once for each time they ask', async () => {
    const { account, database, asker } = await installed();
    const state = await account.beginHikeConnection(asker);
    expect(await account.finishHikeConnection(state, 'hike-code')).toBe('connected');
    expect(await database.tables.connections.find(STORE)).toMatchObject({ tokens: { accessToken: 'access-hike-code' } });
    expect(await account.endHikeState(state)).toBe(false);
  });

  it('says no to another shop, and keeps the one they have', async () => {
    const { account, database, asker } = await installed();
    await account.finishHikeConnection(await account.beginHikeConnection(asker), 'first');
    const connection = (await database.tables.connections.find(STORE))!;
    await database.tables.connections.save({ ...connection, fingerprint: 'f', candidate: { tokens: sampleTokens('other'), fingerprint: 'g', shopName: 'Elsewhere', lists: sampleLists() } });
    expect(await account.answerCandidate({ storeHash: STORE, accept: false, who: OWNER.email })).toBe(true);
    expect(await database.tables.connections.find(STORE)).toMatchObject({ tokens: { accessToken: 'access-first' }, candidate: null });
  });

  it('who looks at a page is noticed', async () => {
    const { account, clock } = await installed();
    await clock.advance(5 * MINUTE_MS);
    await account.noteVisit((await account.findStore(STORE))!);
    expect(await account.findStore(STORE)).toMatchObject({ lastSeenAt: clock.now() });
  });

  it('is removed, or takes the app off the store', async () => {
    const { account, database, asker, visit } = await installed();
    await account.removeMember(asker);
    expect(await database.tables.members.find(STORE, OWNER.id)).toBeNull();
    expect(await account.uninstall(visit('gone'))).toBe('uninstalled');
    expect(await account.findStore(STORE)).toMatchObject({ state: 'uninstalled' });
  });
});

describe('webhooks', () => {
  it('are taken in', async () => {
    const { account, database } = await installed();
    await account.receiveWebhook({ storeHash: STORE, webhookId: 'msg-1', scope: 'store/order/created', body: '{}', hint: { kind: 'order', id: 250 as OrderId } });
    expect(await database.tables.dirty.find(STORE, 'order', '250')).not.toBeNull();
  });

  it('that come in a burst have their store looked up once, each store by itself', async () => {
    const { account, database } = await installed();
    const other = 'other' as StoreHash;
    await database.tables.stores.save(sampleStore(other));
    const find = vi.spyOn(database.tables.stores, 'find');
    const found = await Promise.all([STORE, other, STORE, STORE, 'nobody' as StoreHash].map((hash) => account.findStore(hash)));
    expect(found.map((store) => store?.hash ?? null)).toEqual([STORE, other, STORE, STORE, null]);
    // One for the first, and one for those that came while it was under way.
    expect(find.mock.calls.filter(([hash]) => hash === STORE).length).toBeLessThan(3);
  });

  it('wait for others of the burst where the process says how long', async () => {
    const { deps, database } = await installed();
    const gather = vi.fn(async () => undefined);
    const account = createAccount({ ...deps, gather });
    const find = vi.spyOn(database.tables.stores, 'find');
    await Promise.all([account.findStore(STORE), account.findStore(STORE)]);
    expect([gather.mock.calls.length, find.mock.calls.length]).toEqual([1, 1]);
  });
});
