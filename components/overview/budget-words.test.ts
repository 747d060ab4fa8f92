import { describe, expect, it } from 'vitest';
import { budgetWords } from './budget-words';

const at = (hikeCallsToday: number) => budgetWords({ hikeCallsToday, hikeCallsPerDay: 5_000 });

describe('budgetWords', () => {
  it('says how often sales are looked for while there is room', () => {
    expect(at(1)).toEqual({ share: 0, used: '1 was used in the last 24 hours.', effect: expect.stringContaining('every 15 seconds') as string, isTight: false });
  });

  it('says how much less often once what is left must last the day', () => {
    expect(at(2_500)).toMatchObject({ share: 50, used: '2,500 were used in the last 24 hours.', isTight: true, effect: expect.stringContaining('every 96 seconds at most') as string });
    expect(at(3_300).effect).toContain('every 14 minutes at most');
  });

  it('never draws more than the whole bar', () => {
    expect(at(6_000)).toMatchObject({ share: 100, effect: expect.stringContaining('every hour at most') as string });
  });
});
