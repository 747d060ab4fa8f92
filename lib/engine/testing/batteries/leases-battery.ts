import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreHash } from '../../../domain/ids';
import { LeaseLost } from '../../ports/failures';
import type { WholeDatabase } from '../../ports/tables';
import { at, newStoreHash } from './sample-records';

const term = (minute: number) => ({ now: at(minute), ttlMs: 30_000 });

export const leasesBattery = (open: () => WholeDatabase): void => {
  describe('leases', () => {
    let hash: StoreHash;
    const acquire = async (owner: string, minute: number) => {
      const token = await open().tables.leases.acquire(hash, owner, term(minute));
      if (token === null) throw new Error(`The lease was refused to ${owner}.`);
      return token;
    };
    const assertHeld = (token: bigint) => open().transaction('sale-sent', ({ leases }) => leases.assertHeld(hash, token));
    beforeEach(() => {
      hash = newStoreHash();
    });

    it('gives a store to one of many who ask at the same moment', async () => {
      const tokens = await Promise.all(Array.from({ length: 8 }, (_, index) => open().tables.leases.acquire(hash, `p${index}`, term(0))));
      expect(tokens.filter((token) => token !== null)).toEqual([1n]);
    });

    it('refuses while a lease lives, also to its own owner', async () => {
      await acquire('p1', 0);
      expect(await open().tables.leases.acquire(hash, 'p2', term(0))).toBeNull();
      expect(await open().tables.leases.acquire(hash, 'p1', term(0))).toBeNull();
    });

    it('goes to the next one with a greater token once it was released or has run out', async () => {
      const first = await acquire('p1', 0);
      await open().tables.leases.release(hash, first);
      const second = await acquire('p2', 0);
      const third = await acquire('p3', 1);
      expect([first, second, third]).toEqual([1n, 2n, 3n]);
    });

    it('is renewed by its holder alone', async () => {
      const { leases } = open().tables;
      const first = await acquire('p1', 0);
      expect(await leases.renew(hash, first, term(1))).toBe(true);
      expect(await leases.acquire(hash, 'p2', term(1))).toBeNull();
      const second = await acquire('p2', 2);
      expect(await leases.renew(hash, first, term(2))).toBe(false);
      await leases.release(hash, second);
      expect(await leases.renew(hash, second, term(2))).toBe(false);
    });

    it('is not released by one who lost it', async () => {
      const first = await acquire('p1', 0);
      const second = await acquire('p2', 1);
      await open().tables.leases.release(hash, first);
      await expect(assertHeld(second)).resolves.toBeUndefined();
    });

    it('is taken away from whoever has it, and free for anybody', async () => {
      const { leases } = open().tables;
      await leases.revoke(hash);
      const first = await acquire('p1', 0);
      await leases.revoke(hash);
      await expect(assertHeld(first)).rejects.toThrow(LeaseLost);
      expect(await leases.renew(hash, first, term(0))).toBe(false);
      const second = await acquire('p2', 0);
      expect(second > first).toBe(true);
      await expect(assertHeld(second)).resolves.toBeUndefined();
    });

    it('lets nobody write who lost it, released it, or never had it', async () => {
      await expect(assertHeld(1n)).rejects.toThrow(LeaseLost);
      const first = await acquire('p1', 0);
      await expect(assertHeld(first)).resolves.toBeUndefined();
      const second = await acquire('p2', 1);
      await expect(assertHeld(first)).rejects.toThrow(LeaseLost);
      await open().tables.leases.release(hash, second);
      await expect(assertHeld(second)).rejects.toThrow(LeaseLost);
    });

    it('cannot be taken over while a transaction that relies on it is under way', async () => {
      const first = await acquire('p1', 0);
      const order: string[] = [];
      const gate = new Promise<void>((resolve) => setTimeout(resolve, 150));
      const writing = open().transaction('sale-sent', async ({ leases, cursors }) => {
        await leases.assertHeld(hash, first);
        order.push('held');
        await gate;
        await cursors.save(hash, 'c', 1);
        order.push('written');
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      const taking = acquire('p2', 1).then(() => order.push('taken'));
      await Promise.all([writing, taking]);
      expect(order).toEqual(['held', 'written', 'taken']);
    });
  });
};
