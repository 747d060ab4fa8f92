import { describe, expect, it } from 'vitest';
import type { PaymentTypeId } from '../../../domain/ids';
import { DEFAULT_SETTINGS, Settings } from '../../../domain/settings';
import type { WholeDatabase } from '../../ports/tables';
import { addStore, at, newStoreHash } from './sample-records';

export const settingsBattery = (open: () => WholeDatabase): void => {
  describe('settings', () => {
    const value = Settings.parse({ outletId: 3, payments: { fallback: 7, byMethod: { 'Pay“Pal”': 8 as PaymentTypeId } }, startDate: at(0) });
    const record = { value, savedAt: at(1), savedBy: 'zoe@example.com' };

    it('has the defaults at version 0 before anything is saved', async () => {
      expect(await open().tables.settings.get(newStoreHash())).toMatchObject({ value: DEFAULT_SETTINGS, version: 0 });
    });

    it('grows by one version with each save', async () => {
      const { settings } = open().tables;
      const hash = await addStore(open());
      expect(await settings.save(hash, 0, record)).toBe(true);
      expect(await settings.get(hash)).toEqual({ ...record, version: 1 });
      expect(await settings.save(hash, 1, { ...record, value: DEFAULT_SETTINGS })).toBe(true);
      expect(await settings.get(hash)).toEqual({ ...record, value: DEFAULT_SETTINGS, version: 2 });
    });

    it.each([0, 1])('lets one of many who saw version %i save', async (version) => {
      const { settings } = open().tables;
      const hash = await addStore(open());
      if (version === 1) await settings.save(hash, 0, record);
      const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => settings.save(hash, version, { ...record, savedBy: `person ${index}` })));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await settings.get(hash)).toMatchObject({ version: version + 1, savedBy: `person ${answers.indexOf(true)}` });
    });

    it('refuses a version that was never saved', async () => {
      const hash = await addStore(open());
      expect(await open().tables.settings.save(hash, 4, record)).toBe(false);
    });
  });
};
