import { beforeEach, describe, expect, it } from 'vitest';
import { RESULTS } from '../../../domain/entry-words';
import type { StoreHash } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { WholeDatabase, EntryDraft, EntryFilter } from '../../ports/tables';
import { at, newStoreHash, sampleEntry } from './sample-records';

export const entriesBattery = (open: () => WholeDatabase): void => {
  describe('entries of the sync log', () => {
    let hash: StoreHash;
    const everything: EntryFilter = { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 50 };
    const record = (rest: Partial<EntryDraft> = {}) => open().tables.entries.record(hash, sampleEntry(rest));
    const list = (filter: Partial<EntryFilter> = {}) => open().tables.entries.list(hash, { ...everything, ...filter });
    const labels = async (filter: Partial<EntryFilter> = {}) => (await list(filter)).map(({ label }) => label);
    beforeEach(() => {
      hash = newStoreHash();
    });

    it('gives an entry back as it was recorded', async () => {
      const draft = sampleEntry({ result: 'needs-you', problem: problem('order-empty'), nextTryAt: at(40), detail: { status: 422, body: { title: 'no' } } });
      await record(draft);
      const [entry] = await list();
      expect(entry).toEqual({ ...draft, id: entry?.id, attempts: 1 });
      expect(await open().tables.entries.find(hash, entry?.id ?? '')).toEqual(entry);
      expect(await open().tables.entries.find(newStoreHash(), entry?.id ?? '')).toBeNull();
    });

    it('puts what needs a person together by thing and problem, the most frequent first, and lists it by that', async () => {
      const waiting = (recordId: string, minute: number, rest: Partial<EntryDraft> = {}) =>
        record({ recordId, label: recordId, at: at(minute), thing: 'order', result: 'needs-you', problem: problem('payment-unmapped', { method: recordId }), ...rest });
      await waiting('1', 3);
      await waiting('2', 7);
      await waiting('3', 5, { problem: problem('order-empty') });
      await waiting('4', 9, { thing: 'sale' });
      await waiting('5', 8, { result: 'ignored' });
      await waiting('6', 8, { problem: null });
      expect(await open().tables.entries.listCauses(hash)).toEqual([
        { thing: 'order', code: 'payment-unmapped', count: 2, newest: at(7) },
        { thing: 'order', code: 'order-empty', count: 1, newest: at(5) },
        { thing: 'sale', code: 'payment-unmapped', count: 1, newest: at(9) },
      ]);
      expect(await labels({ results: ['needs-you'], thing: 'order', cause: 'payment-unmapped' })).toEqual(['2', '1']);
      expect(await open().tables.entries.listCauses(newStoreHash())).toEqual([]);
    });

    it.each(['waiting', 'retrying', 'checking', 'needs-you'] as const)('brings an entry that is still %s up to date', async (result) => {
      await record({ result, at: at(1), problem: problem('order-empty') });
      await record({ result: 'done', at: at(2), message: 'At last.', hikeId: '9' });
      expect(await list()).toEqual([expect.objectContaining({ result: 'done', at: at(2), message: 'At last.', hikeId: '9', problem: null, attempts: 2 })]);
    });

    it.each(['done', 'no-change', 'left-out', 'ignored'] as const)('leaves an entry that is %s as history', async (result) => {
      await record({ result, at: at(1) });
      await record({ result: 'retrying', at: at(2) });
      expect((await list()).map((entry) => [entry.result, entry.attempts])).toEqual([['retrying', 1], [result, 1]]);
    });

    it('records many as if one after the other, also of one record', async () => {
      await record({ recordId: '1', result: 'retrying' });
      const drafts = [
        sampleEntry({ recordId: '1', result: 'done', at: at(2) }),
        sampleEntry({ recordId: '2', result: 'checking', at: at(3) }),
        sampleEntry({ recordId: '2', result: 'needs-you', at: at(4) }),
        sampleEntry({ recordId: '1', thing: 'sale', result: 'done', at: at(5) }),
      ];
      await open().tables.entries.recordMany(hash, drafts);
      await open().tables.entries.recordMany(hash, []);
      expect((await list()).map((entry) => [entry.thing, entry.recordId, entry.result, entry.attempts])).toEqual([
        ['sale', '1', 'done', 1],
        [sampleEntry().thing, '2', 'needs-you', 2],
        [sampleEntry().thing, '1', 'done', 2],
      ]);
    });

    it('closes some records’ entries of some results, and nothing else', async () => {
      await record({ recordId: '1', result: 'retrying', nextTryAt: at(9), problem: problem('order-empty') });
      await record({ recordId: '2', result: 'done', message: 'Long done.' });
      await record({ recordId: '3', result: 'needs-you' });
      await record({ recordId: '1', result: 'checking', thing: 'sale' });
      const { thing, direction } = sampleEntry();
      await open().tables.entries.close(hash, { thing, direction, recordIds: ['1', '2'], results: ['retrying', 'needs-you'] }, { at: at(5), message: 'Over.' });
      expect(await list({ thing, recordId: '1' })).toEqual([expect.objectContaining({ result: 'no-change', message: 'Over.', at: at(5), nextTryAt: null, problem: null })]);
      expect((await list()).map((entry) => `${entry.thing} ${entry.recordId} ${entry.result}`).sort()).toEqual(
        [`${thing} 1 no-change`, `${thing} 2 done`, `${thing} 3 needs-you`, 'sale 1 checking'].sort(),
      );
    });

    it('does not touch the open entry of another record, thing, direction or store', async () => {
      await record({ result: 'needs-you', label: 'one' });
      await record({ result: 'needs-you', label: 'two', recordId: '101' });
      await record({ result: 'needs-you', label: 'three', thing: 'sale' });
      await record({ result: 'needs-you', label: 'four', direction: 'hike-to-bigcommerce' });
      await open().tables.entries.record(newStoreHash(), sampleEntry({ label: 'five' }));
      expect((await labels()).sort()).toEqual(['four', 'one', 'three', 'two']);
    });

    it('lists the newest first and goes on after the last one seen, also within one moment', async () => {
      for (const recordId of ['1', '2', '3', '4', '5']) await record({ recordId, label: recordId, at: at(recordId === '1' ? 1 : 2) });
      const first = await list({ limit: 2 });
      const last = first.at(-1);
      const rest = await list({ before: last ? { at: last.at, id: last.id } : null });
      expect([...first, ...rest].map(({ label }) => label).sort()).toEqual(['1', '2', '3', '4', '5']);
      expect(rest.at(-1)?.label).toBe('1');
    });

    it.each<[string, Partial<EntryFilter>, string[]]>([
      ['result', { results: ['done', 'ignored'] }, ['order']],
      ['direction', { direction: 'hike-to-bigcommerce' }, ['sale']],
      ['thing', { thing: 'sale' }, ['sale']],
      ['time', { from: at(20) }, ['sale']],
      ['label in other letters', { search: 'SAL' }, ['sale']],
      ['message', { search: '% off' }, ['order']],
      ['id of BigCommerce', { search: 'bc77' }, ['order']],
      ['id of Hike', { search: 'hk88' }, ['sale']],
      ['an underscore, literally', { search: '_' }, []],
    ])('finds entries by %s', async (_what, filter, found) => {
      await record({ label: 'order', recordId: '1', at: at(10), message: '10% off', bigcommerceId: 'BC77' });
      await record({ label: 'sale', recordId: '2', at: at(20), thing: 'sale', direction: 'hike-to-bigcommerce', hikeId: 'HK88', bigcommerceId: null, result: 'needs-you', message: '' });
      expect(await labels(filter)).toEqual(found);
    });

    it('counts each result, and knows the newest of one', async () => {
      await record({ recordId: '1', at: at(1) });
      await record({ recordId: '2', at: at(3) });
      await record({ recordId: '3', at: at(9), result: 'needs-you' });
      const none = Object.fromEntries(RESULTS.map((result) => [result, 0]));
      expect(await open().tables.entries.countByResult(hash)).toEqual({ ...none, done: 2, 'needs-you': 1 });
      expect(await open().tables.entries.latest(hash, 'order', 'done')).toBe(at(3));
      expect(await open().tables.entries.latest(hash, 'sale', 'done')).toBeNull();
    });

    it('lets a person put an entry aside', async () => {
      await record({ result: 'retrying', nextTryAt: at(40) });
      const [entry] = await list();
      await open().tables.entries.changeResult(newStoreHash(), entry?.id ?? '', { result: 'done', at: at(50) });
      await open().tables.entries.changeResult(hash, entry?.id ?? '', { result: 'ignored', at: at(50) });
      expect(await list()).toEqual([{ ...entry, result: 'ignored', at: at(50), nextTryAt: null }]);
    });

    it('forgets what is old, but nothing that still waits for somebody', async () => {
      const ago = (day: number) => new Date(Date.UTC(2020, 0, day)).toISOString() as EntryDraft['at'];
      await record({ recordId: '1', label: 'old', at: ago(1) });
      await record({ recordId: '2', label: 'old and open', at: ago(1), result: 'needs-you' });
      await record({ recordId: '3', label: 'new', at: ago(3) });
      await open().tables.entries.deleteOlderThan(ago(2));
      expect(await labels()).toEqual(['new', 'old and open']);
    });
  });
};
