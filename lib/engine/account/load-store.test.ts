import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { sampleProfile, sampleStore } from '../testing/batteries/sample-records';
import { redeemHandover } from './hand-over';
import { type Visit, loadStore } from './load-store';
import { OWNER, STAFF, STORE, createTestAccount } from './testing/create-test-account';
import { removeMember, uninstallByCallback } from './uninstall-store';

const setUp = async () => {
  const test = createTestAccount();
  const profile = { ...sampleProfile(), readAt: test.clock.now() };
  await test.database.tables.stores.save(sampleStore(STORE, { profile, installedAt: test.clock.now(), owner: OWNER }));
  const visit = (jti: string, rest: Partial<Visit> = {}): Visit => ({
    storeHash: STORE,
    user: { ...STAFF, locale: 'en-AU' },
    owner: OWNER,
    jti,
    expiresAt: instantPlus(test.clock.now(), 24 * 60 * 60_000),
    ...rest,
  });
  return { ...test, visit };
};

describe('opening the app', () => {
  it('adds the person and hands over a session with a code that works once', async () => {
    const { deps, database, visit, clock } = await setUp();
    const opened = await loadStore(deps, visit('one'));
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    expect(await database.tables.members.find(STORE, STAFF.id)).toMatchObject({ isOwner: false, user: { locale: 'en-AU' } });
    const handover = { storeHash: STORE, code: opened.code };
    expect(await redeemHandover(deps, handover)).toEqual({ storeHash: STORE, userId: STAFF.id, startedAt: clock.now() });
    expect(await redeemHandover(deps, handover)).toBeNull();
  });

  it('knows the owner by the owner’s id', async () => {
    const { deps, database, visit } = await setUp();
    await loadStore(deps, visit('one', { user: { ...OWNER, locale: 'en' } }));
    expect(await database.tables.members.find(STORE, OWNER.id)).toMatchObject({ isOwner: true });
  });

  it('refuses a launch that was used before', async () => {
    const { deps, visit } = await setUp();
    await loadStore(deps, visit('one'));
    expect(await loadStore(deps, visit('one'))).toEqual({ kind: 'used' });
    expect(await loadStore(deps, visit('two'))).toMatchObject({ kind: 'opened' });
  });

  it('lets one of two simultaneous uses through', async () => {
    const { deps, visit } = await setUp();
    const answers = await Promise.all([loadStore(deps, visit('one')), loadStore(deps, visit('one'))]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['opened', 'used']);
  });

  it('asks for an install where there is none', async () => {
    const { deps, visit } = await setUp();
    expect(await loadStore(deps, visit('one', { storeHash: 'unknown' as StoreHash }))).toEqual({ kind: 'not-installed' });
  });

  it('adds a removed person again, because BigCommerce let them in', async () => {
    const { deps, database, visit } = await setUp();
    await loadStore(deps, visit('one'));
    await removeMember(deps, { storeHash: STORE, userId: STAFF.id });
    expect(await database.tables.members.find(STORE, STAFF.id)).toBeNull();
    expect(await loadStore(deps, visit('two'))).toMatchObject({ kind: 'opened' });
    expect(await database.tables.members.find(STORE, STAFF.id)).not.toBeNull();
  });

  it('tries a refused access again, for BigCommerce opens the app only while it is installed', async () => {
    const { deps, database, queue, visit, clock } = await setUp();
    await database.tables.stores.changeState(STORE, 'reauthorise', clock.now());
    await database.tables.stores.countUnauthorized(STORE, 3);
    await loadStore(deps, visit('one'));
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'active', unauthorizedRuns: 0 });
    expect(await database.tables.dirty.find(STORE, 'store', '-')).not.toBeNull();
    expect(queue.waiting()).toEqual([STORE]);
  });

  it('is noticed, and the session begins with it', async () => {
    const { deps, database, visit, clock } = await setUp();
    await clock.advance(60_000);
    expect(await loadStore(deps, visit('one'))).toMatchObject({ kind: 'opened', startedAt: clock.now() });
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'active', lastSeenAt: clock.now() });
  });

  it('reads the store anew when its profile is a day old, and not before', async () => {
    const { deps, database, queue, visit, clock } = await setUp();
    await clock.advance(24 * 60 * 60_000 - 1);
    await loadStore(deps, visit('one'));
    expect([await database.tables.dirty.find(STORE, 'store', '-'), queue.waiting()]).toEqual([null, []]);
    await clock.advance(1);
    await loadStore(deps, visit('two'));
    expect([await database.tables.dirty.find(STORE, 'store', '-'), queue.waiting()]).toEqual([expect.objectContaining({ trigger: 'person' }), [STORE]]);
  });

  it('reads a store that was never read', async () => {
    const { deps, database, visit, clock } = await setUp();
    await database.tables.stores.save(sampleStore(STORE, { profile: null, installedAt: clock.now() }));
    await loadStore(deps, visit('one'));
    expect(await database.tables.dirty.find(STORE, 'store', '-')).not.toBeNull();
  });

  it('knows a used launch for as long as anybody may still believe it', async () => {
    const { deps, visit, clock } = await setUp();
    const launch = visit('one', { expiresAt: instantPlus(clock.now(), 60_000) });
    await loadStore(deps, launch);
    await clock.advance(119_000);
    expect(await loadStore(deps, launch)).toEqual({ kind: 'used' });
  });

  it('keeps a code for two minutes, and for its own store', async () => {
    const { deps, visit, clock } = await setUp();
    const first = await loadStore(deps, visit('one'));
    const second = await loadStore(deps, visit('two'));
    if (first.kind !== 'opened' || second.kind !== 'opened') throw new Error('not opened');
    expect(await redeemHandover(deps, { storeHash: 'other' as StoreHash, code: first.code })).toBeNull();
    expect(await redeemHandover(deps, { storeHash: STORE, code: first.code })).toBeNull();
    await clock.advance(2 * 60_000 + 1);
    expect(await redeemHandover(deps, { storeHash: STORE, code: second.code })).toBeNull();
  });
});

describe('uninstalling', () => {
  it('drops the token and the work, and keeps everything else', async () => {
    const { deps, database, visit, clock } = await setUp();
    await database.tables.dirty.mark(STORE, { thing: 'order', id: '1', priority: 20, notBefore: clock.now(), trigger: 'webhook' });
    expect(await uninstallByCallback(deps, visit('gone', { user: { ...OWNER, locale: 'en' } }))).toBe('uninstalled');
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'uninstalled', accessToken: null, uninstalledAt: clock.now(), profile: { name: sampleProfile().name } });
    expect(await database.tables.dirty.listDue(STORE, clock.now(), 10)).toEqual([]);
    expect(await loadStore(deps, visit('later'))).toEqual({ kind: 'not-installed' });
  });

  it('refuses a launch that already opened the app: every member can read their own', async () => {
    const { deps, database, visit } = await setUp();
    await loadStore(deps, visit('one'));
    expect(await uninstallByCallback(deps, visit('one'))).toBe('refused');
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'active' });
  });

  it('refuses somebody who is neither owner nor member', async () => {
    const { deps, visit } = await setUp();
    expect(await uninstallByCallback(deps, visit('one'))).toBe('refused');
  });

  it('lets a member speak, and forgets how often the token was refused', async () => {
    const { deps, database, visit } = await setUp();
    await loadStore(deps, visit('one'));
    await database.tables.stores.countUnauthorized(STORE, 2);
    expect(await uninstallByCallback(deps, visit('two'))).toBe('uninstalled');
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'uninstalled', unauthorizedRuns: 0 });
  });

  it('of a store that is not there is done already', async () => {
    const { deps, visit } = await setUp();
    expect(await uninstallByCallback(deps, visit('gone', { storeHash: 'nowhere' as StoreHash }))).toBe('uninstalled');
  });

  it('is the same when told twice', async () => {
    const { deps, visit } = await setUp();
    const gone = visit('gone', { user: { ...OWNER, locale: 'en' } });
    await uninstallByCallback(deps, gone);
    expect(await uninstallByCallback(deps, gone)).toBe('uninstalled');
  });
});
