import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../../domain/ids';
import type { Queue } from '../ports/queue';
import type { WholeDatabase } from '../ports/tables';
import { newStoreHash, sampleMark } from './batteries/sample-records';

export interface QueueUnderTest {
  database: WholeDatabase;
  queue: Queue;
  /** How many wake-ups of the store wait. */
  countWaiting(storeHash: StoreHash): Promise<number>;
}

/** What every queue must do, before anybody works on it. */
export const queueBattery = (open: () => QueueUnderTest): void => {
  describe('waking a store', () => {
    it('lets one wake-up per store wait', async () => {
      const { queue, countWaiting } = open();
      const [one, other] = [newStoreHash(), newStoreHash()];
      for (const hash of [one, one, other]) await queue.wake(hash);
      expect(await countWaiting(one)).toBe(1);
      expect(await countWaiting(other)).toBe(1);
    });

    it('counts from the commit on when it belongs to a transaction', async () => {
      const { database, queue, countWaiting } = open();
      const hash = newStoreHash();
      const before = await database.transaction('webhook-received', async (tables) => {
        await queue.wake(hash, tables);
        return countWaiting(hash);
      });
      expect([before, await countWaiting(hash)]).toEqual([0, 1]);
    });

    it('never happened when its transaction fails', async () => {
      const { database, queue, countWaiting } = open();
      const hash = newStoreHash();
      const failing = database.transaction('webhook-received', async (tables) => {
        await queue.wake(hash, tables);
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await countWaiting(hash)).toBe(0);
    });

    it('leaves its transaction whole where a wake-up waits already', async () => {
      const { database, queue, countWaiting } = open();
      const hash = newStoreHash();
      await queue.wake(hash);
      await database.transaction('webhook-received', async (tables) => {
        await queue.wake(hash, tables);
        await queue.wake(hash, tables);
        await tables.dirty.mark(hash, sampleMark());
      });
      expect(await countWaiting(hash)).toBe(1);
      expect(await database.tables.dirty.find(hash, 'order', '100')).not.toBeNull();
    });

    it('takes the tables outside of a transaction for none', async () => {
      const { database, queue, countWaiting } = open();
      const hash = newStoreHash();
      await queue.wake(hash, database.tables);
      expect(await countWaiting(hash)).toBe(1);
    });
  });
};
