import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../../domain/ids';
import { BrokenContract, RefusedByVendor, TransientFailure } from '../ports/failures';
import { sampleProfile } from '../testing/batteries/sample-records';
import { OWNER, STAFF, STORE, createTestAccount, grantFor } from './testing/create-test-account';
import { installStore } from './install-store';
import { uninstallStore } from './uninstall-store';

const CALLBACK = { code: 'bc-code', scope: 'whatever', context: 'stores/other' };

describe('installing', () => {
  it('saves the store that BigCommerce names, not the one in the address', async () => {
    const { deps, database } = createTestAccount();
    expect(await installStore(deps, CALLBACK)).toMatchObject({ kind: 'installed', storeHash: STORE, userId: OWNER.id });
    expect(await database.tables.stores.find(STORE)).toMatchObject({ state: 'active', accessToken: 'bc-token', owner: OWNER, unauthorizedRuns: 0 });
    expect(await database.tables.stores.find('other' as StoreHash)).toBeNull();
  });

  it('makes the person a member, an owner only when they are the owner', async () => {
    const { deps, database, bigcommerce } = createTestAccount();
    bigcommerce.redeem = async () => grantFor(STORE, { user: STAFF });
    await installStore(deps, CALLBACK);
    expect(await database.tables.members.find(STORE, STAFF.id)).toMatchObject({ isOwner: false, user: { email: STAFF.email } });
    expect(await database.tables.members.find(STORE, OWNER.id)).toBeNull();
  });

  it('keeps what is known of a person who installs again: language, and since when sessions count', async () => {
    const { deps, database, clock } = createTestAccount();
    await installStore(deps, CALLBACK);
    const first = await database.tables.members.find(STORE, OWNER.id);
    expect(first).toMatchObject({ isOwner: true, user: { locale: 'en' }, sessionsSince: clock.now() });
    await database.tables.members.save({ ...first!, user: { ...first!.user, locale: 'fr' } });
    await clock.advance(60_000);
    await installStore(deps, CALLBACK);
    expect(await database.tables.members.find(STORE, OWNER.id)).toMatchObject({ user: { locale: 'fr' }, sessionsSince: first!.sessionsSince });
  });

  it('keeps what was read of a store that is installed again, and takes the visit for one', async () => {
    const { deps, database, clock } = createTestAccount();
    await installStore(deps, CALLBACK);
    expect(await database.tables.stores.find(STORE)).toMatchObject({ profile: null, previousHookSecret: null });
    await database.tables.stores.saveProfile(STORE, sampleProfile());
    await clock.advance(60_000);
    await installStore(deps, CALLBACK);
    expect(await database.tables.stores.find(STORE)).toMatchObject({ profile: { name: sampleProfile().name }, lastSeenAt: clock.now() });
  });

  it('has nothing watched that was never there', async () => {
    const { deps, database } = createTestAccount();
    await installStore(deps, CALLBACK);
    expect(await database.tables.dirty.find(STORE, 'watch', '-')).toBeNull();
  });

  it('wakes the pump for webhooks, menu entry and profile', async () => {
    const { deps, database, queue } = createTestAccount();
    await installStore(deps, CALLBACK);
    expect(await database.tables.dirty.find(STORE, 'store', '-')).toMatchObject({ priority: 0, trigger: 'person' });
    expect(queue.waiting()).toEqual([STORE]);
  });

  it('believes no hook of the life before when installed again, and un-marks the uninstall', async () => {
    const { deps, database, clock, bigcommerce } = createTestAccount();
    await installStore(deps, CALLBACK);
    const first = await database.tables.stores.find(STORE);
    await database.transaction('store-uninstalled', (tables) => uninstallStore(tables, STORE, clock.now()));
    await clock.advance(60_000);
    bigcommerce.redeem = async () => grantFor(STORE, { accessToken: 'second-token' });
    await installStore(deps, CALLBACK);
    expect(await database.tables.stores.find(STORE)).toMatchObject({
      state: 'active',
      accessToken: 'second-token',
      previousHookSecret: null,
      uninstalledAt: null,
      installedAt: clock.now(),
    });
    expect((await database.tables.stores.find(STORE))?.hookSecret).not.toBe(first?.hookSecret);
  });

  it('gives the hooks another secret with each consent, and knows the one before until they have it', async () => {
    const { deps, database } = createTestAccount();
    const secrets = async () => {
      await installStore(deps, CALLBACK);
      const { hookSecret = null, previousHookSecret = null } = (await database.tables.stores.find(STORE)) ?? {};
      return [previousHookSecret, hookSecret];
    };
    const [, first] = await secrets();
    const [previous, second] = await secrets();
    expect([previous, second !== first]).toEqual([first, true]);
    expect(await secrets()).toEqual([first, second]);
    await database.tables.stores.forgetPreviousHookSecret(STORE);
    expect((await secrets())[0]).toBe(second);
  });

  it('leaves sessions alone when the merchant only confirms permissions again', async () => {
    const { deps, database, clock } = createTestAccount();
    await installStore(deps, CALLBACK);
    const installedAt = clock.now();
    await clock.advance(60_000);
    await installStore(deps, CALLBACK);
    expect(await database.tables.stores.find(STORE)).toMatchObject({ installedAt });
  });

  it('has both sides looked at again after an uninstall in the midst of an outage', async () => {
    const { deps, database, clock } = createTestAccount();
    await installStore(deps, CALLBACK);
    await database.transaction('store-uninstalled', (tables) => uninstallStore(tables, STORE, clock.now()));
    await installStore(deps, CALLBACK);
    expect(await database.tables.dirty.find(STORE, 'watch', '-')).toMatchObject({ notBefore: clock.now() });
  });

  it('refuses a grant that lacks a scope, and saves nothing', async () => {
    const { deps, database, bigcommerce, logged } = createTestAccount();
    bigcommerce.redeem = async () => grantFor(STORE, { scope: 'store_v2_orders store_v2_default' });
    expect(await installStore(deps, CALLBACK)).toEqual({ kind: 'refused', reason: 'install-scope' });
    expect(logged).toEqual(['an install lacks scopes']);
    expect(await database.tables.stores.find(STORE)).toBeNull();
  });

  it('tells a code that is used or past its time from other failures', async () => {
    const { deps, bigcommerce } = createTestAccount();
    bigcommerce.redeem = () => Promise.reject(new RefusedByVendor({ side: 'bigcommerce', status: 400, reason: 'invalid_grant' }));
    expect(await installStore(deps, CALLBACK)).toEqual({ kind: 'refused', reason: 'install-expired' });
  });

  it.each([
    new RefusedByVendor({ side: 'bigcommerce', status: 401, reason: 'invalid_client' }),
    new TransientFailure('time-out'),
    new BrokenContract('bigcommerce', 'no user'),
  ])('lets %s through to whoever shows it', async (failure) => {
    const { deps, bigcommerce } = createTestAccount();
    bigcommerce.redeem = () => Promise.reject(failure);
    await expect(installStore(deps, CALLBACK)).rejects.toBe(failure);
  });
});
