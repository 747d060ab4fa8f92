import { describe, expect, it } from 'vitest';
import type { WholeDatabase } from '../../ports/tables';
import { addStore, at, newStoreHash, sampleMember, sampleProfile, sampleStore } from './sample-records';

/** Stores and their people. */
export const accountBattery = (open: () => WholeDatabase): void => {
  describe('stores', () => {
    it('knows nothing of a store that was never saved', async () => {
      expect(await open().tables.stores.find(newStoreHash())).toBeNull();
    });

    it('gives a store back as it was saved, and as it was saved again', async () => {
      const { stores } = open().tables;
      const store = sampleStore(newStoreHash(), { profile: sampleProfile(), lastSeenAt: at(5) });
      await stores.save(store);
      expect(await stores.find(store.hash)).toEqual(store);
      const later = { ...store, accessToken: 'a newer one', scope: 'store_v2_orders', profile: null, lastSeenAt: null };
      await stores.save(later);
      expect(await stores.find(store.hash)).toEqual(later);
    });

    it('saves a profile, a visit and refused calls one by one', async () => {
      const { stores } = open().tables;
      const hash = await addStore(open());
      await stores.saveProfile(hash, sampleProfile());
      await stores.markSeen(hash, at(7));
      await stores.countUnauthorized(hash, 2);
      expect(await stores.find(hash)).toEqual(sampleStore(hash, { profile: sampleProfile(), lastSeenAt: at(7), unauthorizedRuns: 2 }));
    });

    it('keeps the secret that hooks had before until it is forgotten', async () => {
      const { stores } = open().tables;
      const store = sampleStore(newStoreHash(), { previousHookSecret: 'the-one-before' });
      await stores.save(store);
      expect(await stores.find(store.hash)).toEqual(store);
      await stores.forgetPreviousHookSecret(store.hash);
      expect(await stores.find(store.hash)).toEqual({ ...store, previousHookSecret: null });
    });

    it('drops the token on an uninstall and lists only stores that are active', async () => {
      const { stores } = open().tables;
      const [kept, gone] = [await addStore(open()), await addStore(open())];
      await stores.changeState(gone, 'uninstalled', at(9));
      expect(await stores.find(gone)).toMatchObject({ state: 'uninstalled', accessToken: null, uninstalledAt: at(9) });
      const active = await stores.listActive();
      expect(active).toContain(kept);
      expect(active).not.toContain(gone);
      await stores.changeState(gone, 'active', at(10));
      expect(await stores.find(gone)).toMatchObject({ state: 'active', uninstalledAt: null });
    });
  });

  describe('members', () => {
    it('brings a known person up to date without giving ended sessions new life', async () => {
      const { members } = open().tables;
      const member = sampleMember(await addStore(open()));
      await members.save(member);
      await members.endSessions(member.storeHash, member.user.id, at(5));
      const later = { ...member, user: { ...member.user, email: 'new@example.com', locale: 'fr' }, isOwner: true, sessionsSince: at(1) };
      await members.save(later);
      expect(await members.find(member.storeHash, member.user.id)).toEqual({ ...later, sessionsSince: at(5) });
    });

    it('keeps a person of two stores until the last of them lets go', async () => {
      const { members } = open().tables;
      const [first, second] = [await addStore(open()), await addStore(open())];
      const member = sampleMember(first);
      await members.save(member);
      await members.save({ ...member, storeHash: second });
      await members.delete(first, member.user.id);
      expect(await members.find(first, member.user.id)).toBeNull();
      expect(await members.find(second, member.user.id)).toEqual({ ...member, storeHash: second });
      await members.delete(second, member.user.id);
      expect(await members.find(second, member.user.id)).toBeNull();
    });

    it('adds a removed person again, with sessions that begin then', async () => {
      const { members } = open().tables;
      const member = sampleMember(await addStore(open()));
      await members.save(member);
      await members.delete(member.storeHash, member.user.id);
      await members.save({ ...member, sessionsSince: at(8) });
      expect(await members.find(member.storeHash, member.user.id)).toEqual({ ...member, sessionsSince: at(8) });
    });

    it('refuses a member of a store that is not there', async () => {
      await expect(open().tables.members.save(sampleMember(newStoreHash()))).rejects.toThrow();
    });
  });
};
