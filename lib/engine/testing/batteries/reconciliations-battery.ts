import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId, StoreHash } from '../../../domain/ids';
import type { Currency } from '../../../domain/money';
import { difference, differenceKey, NOTHING_COMPARED, type Reconciliation } from '../../../domain/reconciliation';
import type { WholeDatabase, SeenDifference } from '../../ports/tables';
import { at, newStoreHash } from './sample-records';

const aud = (minor: number) => ({ minor, currency: 'AUD' as Currency });

const sampleResult = (number: number, rest: Partial<Reconciliation> = {}): Reconciliation => ({
  number,
  trigger: 'schedule',
  startedAt: at(number),
  endedAt: null,
  from: at(-600),
  to: at(0),
  counts: NOTHING_COMPARED,
  totals: [{ day: '2026-01-14', outletId: null, saleCount: 0, sales: aud(0), orderCount: 1, orders: aud(1234) }],
  found: 0,
  ...rest,
});

const sampleDifference = (orderId: number, rest: Partial<SeenDifference> = {}): SeenDifference => {
  const found = difference('order-not-read', { subject: String(orderId), at: at(1), details: { order: String(orderId) }, orderId: orderId as OrderId });
  return { key: differenceKey(found), difference: found, state: 'open', foundAt: at(orderId), number: 1, closedAt: null, ...rest };
};

/** Comparisons and what they found. */
export const reconciliationsBattery = (open: () => WholeDatabase): void => {
  let hash: StoreHash;
  beforeEach(() => {
    hash = newStoreHash();
  });

  describe('comparisons', () => {
    const results = () => open().tables.reconciliations;

    it('gives a result back as it was saved, and as it was saved again, the newest first', async () => {
      await results().save(hash, sampleResult(1));
      await results().save(hash, sampleResult(2, { trigger: 'person' }));
      const ended = sampleResult(1, { endedAt: at(9), found: 3, counts: { ...NOTHING_COMPARED, levels: 12 } });
      await results().save(hash, ended);
      expect(await results().list(hash, 9)).toEqual([sampleResult(2, { trigger: 'person' }), ended]);
      expect(await results().list(hash, 1)).toEqual([sampleResult(2, { trigger: 'person' })]);
    });

    it('forgets old results, and keeps stores apart', async () => {
      const other = newStoreHash();
      for (const store of [hash, other]) await results().save(store, sampleResult(1, { startedAt: at(-9000) }));
      await results().save(hash, sampleResult(2));
      await results().deleteOlderThan(at(-8000));
      expect((await results().list(hash, 9)).map(({ number }) => number)).toEqual([2]);
      expect(await results().list(other, 9)).toEqual([]);
      await results().deleteAll(other);
      expect(await results().list(hash, 9)).toHaveLength(1);
      await results().deleteAll(hash);
      expect(await results().list(hash, 9)).toEqual([]);
    });
  });

  describe('differences', () => {
    const differences = () => open().tables.differences;

    it('gives differences back as they were saved, and as they were saved again', async () => {
      const [first, second] = [sampleDifference(1), sampleDifference(2)];
      await differences().saveMany(hash, [first, second]);
      expect(await differences().findMany(hash, [first.key, 'nothing'])).toEqual([first]);
      const later = sampleDifference(1, { state: 'closed', number: 4, closedAt: at(5) });
      await differences().saveMany(hash, [later]);
      expect(await differences().findMany(hash, [first.key, second.key])).toEqual(expect.arrayContaining([later, second]));
    });

    it('lists and counts those in some states, the one found last first', async () => {
      await differences().saveMany(hash, [sampleDifference(1), sampleDifference(3), sampleDifference(2, { state: 'ignored' }), sampleDifference(4, { state: 'fixing' })]);
      const list = (offset: number, limit: number) => differences().list(hash, { states: ['open', 'fixing'], offset, limit });
      expect((await list(0, 9)).map(({ difference: { orderId } }) => orderId)).toEqual([4, 3, 1]);
      expect((await list(1, 1)).map(({ difference: { orderId } }) => orderId)).toEqual([3]);
      expect(await differences().count(hash, ['ignored'])).toBe(1);
      expect(await differences().count(hash, [])).toBe(0);
    });

    it('forgets what was closed long ago, and keeps stores apart', async () => {
      const other = newStoreHash();
      for (const store of [hash, other]) await differences().saveMany(store, [sampleDifference(1, { state: 'closed', closedAt: at(-9000) }), sampleDifference(2)]);
      await differences().deleteClosedBefore(at(-8000));
      expect(await differences().count(hash, ['open', 'closed'])).toBe(1);
      await differences().deleteAll(hash);
      expect(await differences().count(hash, ['open'])).toBe(0);
      expect(await differences().count(other, ['open', 'closed'])).toBe(1);
    });
  });
};
