import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { WholeDatabase, Intent } from '../../ports/tables';
import { at, newStoreHash } from './sample-records';

const second = (minute: number, seconds: number) => at(minute).replace(':00.000Z', `:${String(seconds).padStart(2, '0')}.000Z`) as Instant;

/** Intents, the inbox, cursors and counted calls. */
export const smallTablesBattery = (open: () => WholeDatabase): void => {
  let hash: StoreHash;
  beforeEach(() => {
    hash = newStoreHash();
  });

  describe('intents', () => {
    const intent: Intent = { kind: 'sale', key: '100', state: 'sending', reference: 'BC-100', remoteId: null, looks: 0, updatedAt: at(1) };

    it('gives an intent back as it was saved, and as it was saved again', async () => {
      const { intents } = open().tables;
      expect(await intents.find(hash, 'sale', '100')).toBeNull();
      await intents.save(hash, intent);
      const later: Intent = { ...intent, state: 'done', remoteId: '9', looks: 2, updatedAt: at(2) };
      await intents.save(hash, later);
      expect(await intents.find(hash, 'sale', '100')).toEqual(later);
      expect(await intents.find(hash, 'order', '100')).toBeNull();
    });

    it('gives back those of many that are there, and brings them all up to date', async () => {
      const { intents } = open().tables;
      await intents.saveMany(hash, ['1', '2', '3'].map((key) => ({ ...intent, key })));
      await intents.saveMany(hash, [{ ...intent, key: '2', state: 'done', remoteId: '9', updatedAt: at(2) }, { ...intent, key: '4', kind: 'order' }]);
      const found = await intents.findMany(hash, 'sale', ['2', '3', '4', '9', '2']);
      expect(found.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([{ ...intent, key: '2', state: 'done', remoteId: '9', updatedAt: at(2) }, { ...intent, key: '3' }]);
      expect(await intents.findMany(newStoreHash(), 'sale', ['1'])).toEqual([]);
    });

    it('lists those whose outcome nobody knows', async () => {
      const { intents } = open().tables;
      for (const [key, state] of [['1', 'sending'], ['2', 'unknown'], ['3', 'done'], ['4', 'refused']] as const) await intents.save(hash, { ...intent, key, state });
      await intents.save(hash, { ...intent, kind: 'order', key: '5' });
      await intents.save(newStoreHash(), { ...intent, key: '6' });
      expect((await intents.listUnanswered(hash, 'sale')).sort()).toEqual(['1', '2']);
    });

    it('forgets the intents of one store', async () => {
      const { intents } = open().tables;
      await intents.save(hash, intent);
      await intents.deleteAll(newStoreHash());
      expect(await intents.find(hash, 'sale', '100')).not.toBeNull();
      await intents.deleteAll(hash);
      expect(await intents.find(hash, 'sale', '100')).toBeNull();
    });
  });

  describe('the inbox', () => {
    const delivery = (webhookId: string, receivedAt = at(1)) => ({ webhookId, scope: 'store/order/created', body: '{"a":"é"}', receivedAt });

    it('takes a delivery once, however often it comes', async () => {
      const answers = await Promise.all(Array.from({ length: 4 }, () => open().tables.inbox.createMany(hash, [delivery('w1')])));
      expect(answers.flat()).toEqual(['w1']);
      expect(await open().tables.inbox.createMany(newStoreHash(), [delivery('w1')])).toEqual(['w1']);
    });

    it('answers which of many are new', async () => {
      const { inbox } = open().tables;
      await inbox.createMany(hash, [delivery('w1')]);
      expect((await inbox.createMany(hash, [delivery('w3'), delivery('w1'), delivery('w2'), delivery('w3')])).sort()).toEqual(['w2', 'w3']);
      expect(await inbox.createMany(hash, [])).toEqual([]);
    });

    it('forgets old deliveries', async () => {
      const { inbox } = open().tables;
      await inbox.createMany(hash, [delivery('old', at(1)), delivery('new', at(2))]);
      await inbox.deleteOlderThan(at(2));
      expect(await inbox.createMany(hash, [delivery('old'), delivery('new')])).toEqual(['old']);
    });
  });

  describe('cursors', () => {
    it('keeps any value under a name', async () => {
      const { cursors } = open().tables;
      expect(await cursors.find(hash, 'sales')).toBeNull();
      for (const value of [{ since: at(1), page: 2 }, [1, 'two'], 'text', 0, false]) {
        await cursors.save(hash, 'sales', value);
        expect(await cursors.find(hash, 'sales')).toEqual(value);
      }
      await cursors.save(hash, 'sales', null);
      expect(await cursors.find(hash, 'sales')).toBeNull();
      expect(await cursors.find(hash, 'orders')).toBeNull();
    });
  });

  describe('calls to Hike', () => {
    it('counts from the beginning of the minute asked for', async () => {
      const { calls } = open().tables;
      const moments = [second(1, 59), second(2, 0), second(2, 30), second(3, 1)];
      await Promise.all(moments.map((moment) => calls.add(hash, moment)));
      await calls.add(newStoreHash(), second(2, 0));
      expect(await calls.countSince(hash, second(2, 45))).toBe(3);
      expect(await calls.countSince(hash, second(1, 0))).toBe(4);
      expect(await calls.countSince(hash, second(4, 0))).toBe(0);
    });

    it('counts every one of many calls of the same moment', async () => {
      await Promise.all(Array.from({ length: 10 }, () => open().tables.calls.add(hash, at(1))));
      expect(await open().tables.calls.countSince(hash, at(1))).toBe(10);
    });

    it('forgets old minutes', async () => {
      const { calls } = open().tables;
      await calls.add(hash, second(1, 59));
      await calls.add(hash, second(2, 1));
      await calls.deleteOlderThan(at(2));
      expect(await calls.countSince(hash, at(0))).toBe(1);
    });
  });
};
