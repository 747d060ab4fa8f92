import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { WholeDatabase } from '../../ports/tables';
import { at } from './sample-records';

export const codesBattery = (open: () => WholeDatabase): void => {
  describe('one-time codes', () => {
    const content = { value: { storeHash: 'abc', userId: 7 }, expiresAt: at(2) };

    it('redeems a code once', async () => {
      const { codes } = open().tables;
      const code = randomUUID();
      expect(await codes.create(code, 'handover', content)).toBe(true);
      expect(await codes.redeem(code, 'handover', at(1))).toEqual(content.value);
      expect(await codes.redeem(code, 'handover', at(1))).toBeNull();
    });

    it('redeems a code for one of many who come at the same moment', async () => {
      const { codes } = open().tables;
      const code = randomUUID();
      await codes.create(code, 'handover', content);
      const answers = await Promise.all(Array.from({ length: 8 }, () => codes.redeem(code, 'handover', at(1))));
      expect(answers.filter((answer) => answer !== null)).toEqual([content.value]);
    });

    it('refuses a code past its time, and forgets it', async () => {
      const { codes } = open().tables;
      const code = randomUUID();
      await codes.create(code, 'hike-state', content);
      expect(await codes.redeem(code, 'hike-state', at(2))).toBeNull();
      expect(await codes.redeem(code, 'hike-state', at(1))).toBeNull();
    });

    it('takes a code only for what it was made for', async () => {
      const { codes } = open().tables;
      const code = randomUUID();
      await codes.create(code, 'handover', content);
      expect(await codes.redeem(code, 'hike-state', at(1))).toBeNull();
      expect(await codes.redeem(code, 'handover', at(1))).toEqual(content.value);
    });

    it('tells a load token that was used before', async () => {
      const { codes } = open().tables;
      const code = randomUUID();
      const answers = await Promise.all(Array.from({ length: 4 }, () => codes.create(code, 'load-jti', content)));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it('forgets what is past its time and keeps the rest', async () => {
      const { codes } = open().tables;
      const [old, fresh] = [randomUUID(), randomUUID()];
      await codes.create(old, 'load-jti', content);
      await codes.create(fresh, 'handover', { ...content, expiresAt: at(9) });
      await codes.deleteExpired(at(2));
      expect(await codes.create(old, 'load-jti', content)).toBe(true);
      expect(await codes.redeem(fresh, 'handover', at(3))).toEqual(content.value);
    });
  });
};
