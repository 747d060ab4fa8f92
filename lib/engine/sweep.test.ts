import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../domain/ids';
import { instantPlus } from '../domain/instant-arithmetic';
import { forgetTheOld, wakeDueStores } from './sweep';
import { difference, NOTHING_COMPARED } from '../domain/reconciliation';
import { StockMove } from '../domain/stock';
import { sampleEntry } from './testing/batteries/sample-records';
import { createMemoryQueue } from './testing/create-memory-queue';
import { createTestContext, NOW } from './testing/create-test-context';

const DAY_MS = 24 * 60 * 60_000;
const daysAgo = (days: number, ms = 0) => instantPlus(NOW, -days * DAY_MS + ms);

const createBench = async () => {
  const test = await createTestContext();
  const queue = createMemoryQueue(test.database);
  return { ...test, queue, deps: { database: test.database, queue, clock: test.clock } };
};

describe('the sweep', () => {
  it('wakes each store that has something due, and no other', async () => {
    const { deps, queue, tables, mark, clock } = await createBench();
    const later = 'def456' as StoreHash;
    await mark('1');
    await mark('2');
    await tables.dirty.mark(later, { thing: 'sale', id: '1', priority: 10, notBefore: instantPlus(NOW, 1), trigger: 'schedule' });
    await wakeDueStores(deps);
    expect(queue.waiting()).toEqual(['abc123']);
    await clock.advance(1);
    await wakeDueStores(deps);
    expect(queue.waiting()).toEqual(['abc123', later]);
  });
});

describe('what is past its time is forgotten', () => {
  it('one-time codes at their end', async () => {
    const { deps, tables } = await createBench();
    await tables.codes.create('over', 'handover', { value: 1, expiresAt: instantPlus(NOW, -1) });
    await tables.codes.create('good', 'handover', { value: 2, expiresAt: instantPlus(NOW, 1) });
    await forgetTheOld(deps);
    // A code that is still known cannot be made again.
    expect(await tables.codes.create('over', 'handover', { value: 3, expiresAt: NOW })).toBe(true);
    expect(await tables.codes.create('good', 'handover', { value: 3, expiresAt: NOW })).toBe(false);
  });

  it('counted calls after two days', async () => {
    const { deps, tables, storeHash } = await createBench();
    for (const at of [daysAgo(2, -1), daysAgo(2), daysAgo(1)]) await tables.calls.add(storeHash, at);
    await forgetTheOld(deps);
    expect(await tables.calls.countSince(storeHash, daysAgo(9))).toBe(2);
  });

  it('deliveries after a week', async () => {
    const { deps, tables, storeHash } = await createBench();
    const delivery = (webhookId: string, receivedAt: ReturnType<typeof daysAgo>) => ({ webhookId, scope: 'store/order/created', body: '{}', receivedAt });
    const all = [delivery('old', daysAgo(7, -1)), delivery('new', daysAgo(7))];
    await tables.inbox.createMany(storeHash, all);
    await forgetTheOld(deps);
    expect(await tables.inbox.createMany(storeHash, all)).toEqual(['old']);
  });

  it('closed entries after ninety days, open ones never', async () => {
    const { deps, tables, storeHash, entries } = await createBench();
    await tables.entries.record(storeHash, sampleEntry({ at: daysAgo(90, -1), recordId: 'old' }));
    await tables.entries.record(storeHash, sampleEntry({ at: daysAgo(90), recordId: 'new' }));
    await tables.entries.record(storeHash, sampleEntry({ at: daysAgo(900), recordId: 'open', result: 'needs-you' }));
    await forgetTheOld(deps);
    expect((await entries()).map(({ recordId }) => recordId)).toEqual(['new', 'open']);
  });

  it('moves of stock after ninety days', async () => {
    const { deps, tables, storeHash } = await createBench();
    const moves = [daysAgo(90, -1), daysAgo(90)].map((at) => StockMove.parse({ at, hikeId: 812, variantId: null, locationId: null, side: 'hike', before: null, after: 0, reason: 'hike-count', source: '', sum: null }));
    await tables.moves.record(storeHash, moves);
    await forgetTheOld(deps);
    expect(await tables.moves.listOf(storeHash, moves[0]!.hikeId, { before: null, limit: 10 })).toEqual([moves[1]]);
  });

  it('incidents ninety days after their end', async () => {
    const { deps, tables, storeHash } = await createBench();
    const incident = { kind: 'needs-you', ending: null, counts: {}, mails: { opened: 'sent', over: 'none' } } as const;
    const ends = [daysAgo(90, -1), daysAgo(90), null];
    for (const [day, closedAt] of ends.entries()) await tables.incidents.save(storeHash, { ...incident, openedAt: daysAgo(200 - day), closedAt });
    await forgetTheOld(deps);
    const kept = await Promise.all(ends.map((_, day) => tables.incidents.find(storeHash, 'needs-you', daysAgo(200 - day))));
    expect(kept.map((one) => one !== null)).toEqual([false, true, true]);
  });

  it('comparisons and what they found after ninety days', async () => {
    const { deps, tables, storeHash } = await createBench();
    const night = { trigger: 'schedule', endedAt: null, from: NOW, to: NOW, counts: NOTHING_COMPARED, found: 0 } as const;
    const found = { difference: difference('sale-twice', { subject: '1', details: {} }), state: 'closed', foundAt: NOW, number: 1 } as const;
    for (const [index, at] of [daysAgo(90, -1), daysAgo(90)].entries()) {
      await tables.reconciliations.save(storeHash, { ...night, totals: [], number: index + 1, startedAt: at });
      await tables.differences.saveMany(storeHash, [{ ...found, key: String(index + 1), closedAt: at }]);
    }
    await tables.differences.saveMany(storeHash, [{ ...found, key: '3', closedAt: null }]);
    await forgetTheOld(deps);
    expect((await tables.reconciliations.list(storeHash, 10)).map(({ number }) => number)).toEqual([2]);
    expect((await tables.differences.findMany(storeHash, ['1', '2', '3'])).map(({ key }) => key)).toEqual(['2', '3']);
  });
});
