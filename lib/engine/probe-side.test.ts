import { describe, expect, it } from 'vitest';
import { outageBehind } from './outage-behind';
import { AccessLost, BrokenContract, LeaseLost, QuotaExhausted, RefusedByVendor, type Side, TransientFailure, UnknownOutcome } from './ports/failures';
import { probeSide } from './probe-side';
import { createTestContext } from './testing/create-test-context';

const CALL: Record<Side, string> = { hike: 'shop.probe', bigcommerce: 'store.probe' };

describe.each<Side>(['hike', 'bigcommerce'])('a look at %s', (side) => {
  const look = async (failure?: Error) => {
    const { context, vendors } = await createTestContext();
    vendors.onCall = () => {
      if (failure) throw failure;
    };
    const probe = await probeSide(context, side);
    expect(vendors.calls).toEqual([CALL[side]]);
    return probe;
  };

  it.each<[string, Error | undefined, Awaited<ReturnType<typeof look>>]>([
    ['that is answered', undefined, { kind: 'answered' }],
    ['that finds our access gone', new AccessLost(side), { kind: 'access-lost' }],
    ['for which no call is left', new QuotaExhausted(side, 1000), { kind: 'not-asked' }],
    ['that is refused, with the reason', new RefusedByVendor({ side, status: 403, reason: 'Your store is suspended' }), { kind: 'refused', reason: 'Your store is suspended' }],
    ['that times out', new TransientFailure('no answer', null, side), { kind: 'unreachable' }],
    ['whose answer is cut off', new UnknownOutcome('cut', side), { kind: 'unreachable' }],
    ['that gets a page of HTML', new BrokenContract(side, 'no JSON'), { kind: 'unreachable' }],
  ])('%s', async (_, failure, probe) => {
    expect(await look(failure)).toEqual(probe);
  });

  it('says nothing of the side when the fault is ours', async () => {
    const fault = new LeaseLost('taken over');
    await expect(look(fault)).rejects.toBe(fault);
  });
});

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
