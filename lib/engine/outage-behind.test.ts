import { describe, expect, it } from 'vitest';
import { outageBehind } from './outage-behind';
import { AccessLost, BrokenContract, RefusedByVendor, type Side, TransientFailure, UnknownOutcome } from './ports/failures';

describe('what failed', () => {
  const behind = async (error: unknown, kind: 'unreachable' | 'answered' = 'unreachable') => {
    const asked: Side[] = [];
    const side = await outageBehind({ probe: async (one) => (asked.push(one), { kind }) }, error);
    return { side, asked };
  };

  it.each<[string, unknown]>([
    ['a time-out', new TransientFailure('no answer', null, 'hike')],
    ['a lost answer', new UnknownOutcome('cut', 'hike')],
    ['a page of HTML', new BrokenContract('hike', 'no JSON')],
  ])('with %s is the side’s outage where the side answers nothing at all, and the record’s own where it does', async (_, error) => {
    expect(await behind(error)).toEqual({ side: 'hike', asked: ['hike'] });
    expect(await behind(error, 'answered')).toEqual({ side: null, asked: ['hike'] });
  });

  it.each<[string, unknown]>([
    ['a refusal', new RefusedByVendor({ side: 'hike', status: 422, reason: 'no' })],
    ['lost access', new AccessLost('hike')],
    ['something of ours', new TransientFailure('the database is away')],
    ['a bug', new Error('undefined is not a function')],
  ])('with %s asks no side', async (_, error) => {
    expect(await behind(error)).toEqual({ side: null, asked: [] });
  });
});
