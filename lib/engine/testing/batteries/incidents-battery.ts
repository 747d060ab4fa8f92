import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreHash } from '../../../domain/ids';
import type { Incident } from '../../../domain/incident';
import type { WholeDatabase } from '../../ports/tables';
import { at, newStoreHash } from './sample-records';

const incident = (rest: Partial<Incident> = {}): Incident => ({
  kind: 'needs-you',
  openedAt: at(1),
  closedAt: null,
  ending: null,
  counts: { order: 2 },
  mails: { opened: 'none', over: 'none' },
  ...rest,
});

export const incidentsBattery = (open: () => WholeDatabase): void => {
  describe('incidents', () => {
    let hash: StoreHash;
    beforeEach(() => {
      hash = newStoreHash();
    });

    it('gives an incident back as it was saved, and as it was saved again', async () => {
      const { incidents } = open().tables;
      expect(await incidents.find(hash, 'needs-you', at(1))).toBeNull();
      await incidents.save(hash, incident());
      const later = incident({ closedAt: at(9), ending: 'over', mails: { opened: 'sent', over: 'sending' } });
      await incidents.save(hash, later);
      expect(await incidents.find(hash, 'needs-you', at(1))).toEqual(later);
      expect(await incidents.find(newStoreHash(), 'needs-you', at(1))).toBeNull();
    });

    it('lists the newest of each kind, open or closed', async () => {
      const { incidents } = open().tables;
      const newer = incident({ openedAt: at(5), closedAt: at(6), ending: 'replaced' });
      const other = incident({ kind: 'hike-reconnect', counts: {} });
      for (const one of [newer, incident(), other]) await incidents.save(hash, one);
      expect(await incidents.listNewest(hash)).toEqual([other, newer]);
      expect(await incidents.listNewest(newStoreHash())).toEqual([]);
    });

    it('forgets old ones that are closed', async () => {
      const { incidents } = open().tables;
      const closed = (minute: number) => incident({ openedAt: at(minute), closedAt: at(minute), ending: 'over' });
      for (const one of [closed(1), closed(3), incident({ openedAt: at(0) })]) await incidents.save(hash, one);
      await incidents.deleteClosedBefore(at(2));
      expect(await Promise.all([0, 1, 3].map((minute) => incidents.find(hash, 'needs-you', at(minute))))).toEqual([incident({ openedAt: at(0) }), null, closed(3)]);
    });
  });
};
