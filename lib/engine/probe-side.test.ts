import { describe, expect, it } from 'vitest';
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
