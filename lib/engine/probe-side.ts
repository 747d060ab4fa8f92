import type { Probe } from '../domain/connection-watch';
import type { BigCommerce } from './ports/bigcommerce';
import { AccessLost, BrokenContract, QuotaExhausted, RefusedByVendor, type Side, TransientFailure, UnknownOutcome } from './ports/failures';
import type { Hike } from './ports/hike';

/** One cheap call that says how a side is, whatever it is asked for. What is no answer and no failure of a side's is thrown. */
export const probeSide = async ({ bigcommerce, hike }: { bigcommerce: BigCommerce; hike: Hike }, side: Side): Promise<Probe> => {
  try {
    await (side === 'hike' ? hike.shop.probe() : bigcommerce.store.probe());
    return { kind: 'answered' };
  } catch (error) {
    if (error instanceof AccessLost) return { kind: 'access-lost' };
    if (error instanceof QuotaExhausted) return { kind: 'not-asked' };
    if (error instanceof RefusedByVendor) return { kind: 'refused', reason: error.reason };
    // A page of HTML instead of an answer is a platform that is down, too.
    if ([TransientFailure, UnknownOutcome, BrokenContract].some((failure) => error instanceof failure)) return { kind: 'unreachable' };
    throw error;
  }
};
