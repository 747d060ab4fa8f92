import { describe, expect, it } from 'vitest';
import type { WholeDatabase } from '../../ports/tables';
import { addStore, at, newStoreHash, sampleEntry, sampleMark, sampleStore } from './sample-records';

export const transactionsBattery = (open: () => WholeDatabase): void => {
  describe('transactions', () => {
    it('keep everything when the work succeeds, and answer its result', async () => {
      const hash = newStoreHash();
      const answer = await open().transaction('webhook-received', async (tables) => {
        await tables.stores.save(sampleStore(hash));
        await tables.dirty.mark(hash, sampleMark());
        return (await tables.dirty.find(hash, 'order', '100'))?.version;
      });
      expect(answer).toBe(1);
      expect(await open().tables.stores.find(hash)).not.toBeNull();
    });

    it('keep nothing when the work fails, and throw its error', async () => {
      const hash = await addStore(open());
      await open().tables.dirty.mark(hash, sampleMark());
      const failing = open().transaction('webhook-received', async (tables) => {
        await tables.dirty.mark(hash, sampleMark());
        await tables.entries.record(hash, sampleEntry());
        await tables.stores.markSeen(hash, at(9));
        throw new RangeError('no');
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await open().tables.dirty.find(hash, 'order', '100')).toMatchObject({ version: 1 });
      expect(await open().tables.entries.latest(hash, 'order', 'done')).toBeNull();
      expect((await open().tables.stores.find(hash))?.lastSeenAt).toBeNull();
    });

    it('show others what was before or what is after, never what is in between', async () => {
      const hash = newStoreHash();
      await open().tables.cursors.save(hash, 'c', 'before');
      const writing = open().transaction('webhook-received', async ({ cursors }) => {
        await cursors.save(hash, 'c', 'between');
        await new Promise((resolve) => setTimeout(resolve, 50));
        await cursors.save(hash, 'c', 'after');
      });
      const seen = await open().tables.cursors.find(hash, 'c');
      expect(['before', 'after']).toContain(seen);
      await writing;
      expect(await open().tables.cursors.find(hash, 'c')).toBe('after');
    });

    it('of which two wait for each other both end well', async () => {
      const hash = newStoreHash();
      const markBoth = (first: string, then: string) =>
        open().transaction('webhook-received', async ({ dirty }) => {
          await dirty.mark(hash, sampleMark({ id: first }));
          await new Promise((resolve) => setTimeout(resolve, 100));
          await dirty.mark(hash, sampleMark({ id: then }));
        });
      await Promise.all([markBoth('a', 'b'), markBoth('b', 'a')]);
      expect(await open().tables.dirty.find(hash, 'order', 'a')).toMatchObject({ version: 2 });
      expect(await open().tables.dirty.find(hash, 'order', 'b')).toMatchObject({ version: 2 });
    });
  });
};
