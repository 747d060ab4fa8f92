import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreHash } from '../../../domain/ids';
import type { WholeDatabase, DirtyMark } from '../../ports/tables';
import { at, newStoreHash, sampleMark } from './sample-records';

export const dirtyBattery = (open: () => WholeDatabase): void => {
  describe('the dirty set', () => {
    let hash: StoreHash;
    const mark = (rest: Partial<DirtyMark> = {}) => open().tables.dirty.mark(hash, sampleMark(rest));
    const row = async (id = '100') => {
      const found = await open().tables.dirty.find(hash, 'order', id);
      if (!found) throw new Error(`Row ${id} is not there.`);
      return found;
    };
    const due = async (minute: number, limit = 50) => (await open().tables.dirty.listDue(hash, at(minute), limit)).map(({ id }) => id);
    beforeEach(() => {
      hash = newStoreHash();
    });

    it('starts a row at version 1', async () => {
      await mark();
      expect(await row()).toEqual({ ...sampleMark(), version: 1, attempts: 0 });
    });

    it('keeps the more urgent priority with its trigger and the earlier time, and starts attempts again', async () => {
      await mark({ priority: 0, trigger: 'person', notBefore: at(5) });
      await open().tables.dirty.postpone(hash, await row(), at(9));
      await mark({ priority: 40, trigger: 'schedule', notBefore: at(6) });
      expect(await row()).toEqual({ ...sampleMark(), priority: 0, trigger: 'person', notBefore: at(6), version: 2, attempts: 0 });
      await mark({ priority: 0, trigger: 'webhook', notBefore: at(20) });
      expect(await row()).toMatchObject({ trigger: 'webhook', notBefore: at(6), version: 3 });
    });

    it('counts every one of many marks that come at the same moment', async () => {
      await Promise.all(Array.from({ length: 10 }, () => mark()));
      expect((await row()).version).toBe(10);
    });

    it('settles a row only at the version that was worked on', async () => {
      await mark();
      const seen = await row();
      await mark();
      await open().tables.dirty.settle(hash, seen);
      expect((await row()).version).toBe(2);
      await open().tables.dirty.settle(hash, await row());
      expect(await open().tables.dirty.find(hash, 'order', '100')).toBeNull();
    });

    it('postpones a row only at the version that was worked on', async () => {
      await mark();
      const seen = await row();
      await open().tables.dirty.postpone(hash, seen, at(8));
      expect(await row()).toMatchObject({ version: 1, attempts: 1, notBefore: at(8) });
      await mark({ notBefore: at(2) });
      await open().tables.dirty.postpone(hash, seen, at(30));
      expect(await row()).toMatchObject({ version: 2, attempts: 0, notBefore: at(2) });
    });

    it('lets a row rest as it is, only at the version that was worked on', async () => {
      await mark();
      const seen = await row();
      await open().tables.dirty.rest(hash, seen, at(8));
      expect(await row()).toEqual({ ...seen, notBefore: at(8) });
      await mark({ notBefore: at(2) });
      await open().tables.dirty.rest(hash, seen, at(30));
      expect(await row()).toMatchObject({ version: 2, notBefore: at(2) });
    });

    it('lists what is due: by priority, then by time, then first come, first served', async () => {
      await mark({ id: 'later', notBefore: at(2) });
      await mark({ id: 'first', notBefore: at(1) });
      await new Promise((resolve) => setTimeout(resolve, 5));
      await mark({ id: 'came second', notBefore: at(1) });
      await mark({ id: 'clicked', priority: 0, notBefore: at(3) });
      await mark({ id: 'not yet', priority: 0, notBefore: at(4) });
      expect(await due(3)).toEqual(['clicked', 'first', 'came second', 'later']);
      expect(await due(3, 2)).toEqual(['clicked', 'first']);
      expect(await due(0)).toEqual([]);
    });

    it('marks many at once as one by one, also what comes twice', async () => {
      await mark({ id: '1', priority: 0, trigger: 'person' });
      const ids = ['1', '2', '2', ...Array.from({ length: 1200 }, (_, index) => `more-${index}`)];
      await open().tables.dirty.markMany(hash, ids.map((id) => sampleMark({ id, notBefore: at(5) })));
      expect(await row('1')).toEqual({ ...sampleMark({ id: '1', priority: 0, trigger: 'person' }), version: 2, attempts: 0 });
      expect(await row('2')).toEqual({ ...sampleMark({ id: '2', notBefore: at(5) }), version: 2, attempts: 0 });
      expect(await open().tables.dirty.count(hash, 'order')).toBe(1202);
    });

    it('loses no mark of many that come at the same moment in any order', async () => {
      const marks = Array.from({ length: 50 }, (_, index) => sampleMark({ id: String(index) }));
      await Promise.all([marks, [...marks].reverse(), marks, [...marks].reverse()].map((some) => open().tables.dirty.markMany(hash, some)));
      expect((await open().tables.dirty.listDue(hash, at(9), 99)).map(({ version }) => version)).toEqual(marks.map(() => 4));
    });

    it('settles many at once, each only at the version that was worked on', async () => {
      for (const id of ['1', '2', '3']) await mark({ id });
      const rows = await open().tables.dirty.listDue(hash, at(9), 2);
      await mark({ id: '2' });
      await open().tables.dirty.settleMany(hash, rows);
      expect((await due(9)).sort()).toEqual(['2', '3']);
      expect(await row('2')).toMatchObject({ version: 2 });
    });

    it('lists the kinds of what is due, in the order of their most urgent rows', async () => {
      const { dirty } = open().tables;
      expect(await dirty.listDueKinds(hash, at(9))).toEqual([]);
      await mark({ thing: 'stock', id: '1', priority: 15, notBefore: at(2) });
      await mark({ thing: 'sale', id: '1', priority: 15, notBefore: at(1) });
      await mark({ thing: 'stock', id: '2', priority: 15, notBefore: at(9) });
      await mark({ thing: 'stock', id: '3', priority: 0, notBefore: at(3) });
      await mark({ thing: 'orders', id: '-', priority: 0, notBefore: at(8) });
      await dirty.mark(newStoreHash(), sampleMark({ thing: 'customer' }));
      expect(await dirty.listDueKinds(hash, at(3))).toEqual([{ thing: 'stock', priority: 0 }, { thing: 'sale', priority: 15 }, { thing: 'stock', priority: 15 }]);
      expect(await dirty.listDueKinds(hash, at(1))).toEqual([{ thing: 'sale', priority: 15 }]);
    });

    it('lists due rows of one kind, most urgent first', async () => {
      await mark({ id: 'later', notBefore: at(2) });
      await mark({ id: 'first', notBefore: at(1) });
      await mark({ id: 'not yet', notBefore: at(4) });
      await mark({ id: 'clicked', priority: 0, notBefore: at(1) });
      await mark({ thing: 'sale', id: 'other', notBefore: at(1) });
      await open().tables.dirty.mark(newStoreHash(), sampleMark({ id: 'theirs' }));
      const list = async (limit: number) => (await open().tables.dirty.listDueOf(hash, { thing: 'order', priority: 20 }, { now: at(3), limit })).map(({ id }) => id);
      expect(await list(9)).toEqual(['first', 'later']);
      expect(await list(1)).toEqual(['first']);
    });

    it('forgets all rows of one thing', async () => {
      await mark({ id: '1' });
      await mark({ thing: 'sale', id: '2' });
      await open().tables.dirty.deleteThing(newStoreHash(), 'order');
      expect(await due(9)).toHaveLength(2);
      await open().tables.dirty.deleteThing(hash, 'order');
      expect(await due(9)).toEqual(['2']);
    });

    it('knows when the next row is due, and how many there are of a thing', async () => {
      const { dirty } = open().tables;
      expect(await dirty.nextDue(hash)).toBeNull();
      await mark({ id: '1', notBefore: at(7) });
      await mark({ id: '2', notBefore: at(4) });
      await mark({ thing: 'sale', id: '1', notBefore: at(9) });
      expect(await dirty.nextDue(hash)).toBe(at(4));
      expect(await dirty.count(hash, 'order')).toBe(2);
    });

    it('forgets all rows of one store', async () => {
      const other = newStoreHash();
      await mark();
      await open().tables.dirty.mark(other, sampleMark());
      await open().tables.dirty.deleteAll(hash);
      expect(await due(9)).toEqual([]);
      expect(await open().tables.dirty.find(other, 'order', '100')).not.toBeNull();
    });

    it('lists each store with due rows once, the most urgent first, unless somebody holds its lease or it was put to rest', async () => {
      const { dirty, leases } = open().tables;
      const [urgent, leased, expired, released, resting, rested, idle] = Array.from({ length: 7 }, newStoreHash) as [StoreHash, StoreHash, StoreHash, StoreHash, StoreHash, StoreHash, StoreHash];
      await mark({ id: '1' });
      await mark({ id: '2' });
      for (const store of [leased, expired, released, resting, rested]) await dirty.mark(store, sampleMark());
      await dirty.mark(urgent, sampleMark({ priority: 0 }));
      await dirty.mark(idle, sampleMark({ notBefore: at(5) }));
      await leases.acquire(leased, 'p1', { now: at(1), ttlMs: 30_000 });
      await leases.acquire(expired, 'p1', { now: at(0), ttlMs: 30_000 });
      for (const [store, restUntil] of [[released, null], [resting, at(2)], [rested, at(1)]] as const) {
        const token = await leases.acquire(store, 'p1', { now: at(1), ttlMs: 30_000 });
        await leases.release(store, token ?? 0n, restUntil);
      }
      const ours = new Set([hash, urgent, leased, expired, released, resting, rested, idle]);
      const found = (await dirty.listStoresDue(at(1))).filter((store) => ours.has(store));
      expect(found[0]).toBe(urgent);
      expect(found.sort()).toEqual([hash, urgent, expired, released, rested].sort());
      // A rest keeps nobody out who was woken.
      expect(await leases.acquire(resting, 'p2', { now: at(1), ttlMs: 30_000 })).toBe(2n);
    });
  });
};
