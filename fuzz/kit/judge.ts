import { AccessLost, BrokenContract, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../lib/engine/ports/failures';
import { ApiRefused } from '../../lib/web/api-refused';

/** How a hostile input may end: understood, refused by a value, or by one of the errors that have a name and a meaning. */
export type Verdict = 'value' | 'refused' | 'failed';

const NAMED = [AccessLost, BrokenContract, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome, ApiRefused];

/** A parser answers `REFUSED` where its refusal is a value. */
export const REFUSED = Symbol('refused');

/** Throws whatever has no name. */
export const judge = async (parse: () => unknown): Promise<Verdict> => {
  try {
    return (await parse()) === REFUSED ? 'refused' : 'value';
  } catch (error) {
    if (NAMED.some((kind) => error instanceof kind)) return 'failed';
    throw error;
  } finally {
    if ('polluted' in {}) throw new Error('An input reached the prototype of all objects.');
  }
};
