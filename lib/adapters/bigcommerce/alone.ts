import type { MemberOutcome } from '../../engine/ports/bigcommerce';
import { problemFromRefusal, type RefusedThing } from './problem-from-refusal';
import { isMemberRefusal } from './together-or-singly';

/** One member on its own: what it is refused for is its own doing. */
export const alone = async (write: () => Promise<MemberOutcome>, thing: RefusedThing): Promise<MemberOutcome> => {
  try {
    return await write();
  } catch (error) {
    if (!isMemberRefusal(error)) throw error;
    return error.status === 404 ? { kind: 'gone' } : { kind: 'refused', problem: problemFromRefusal(error, thing) };
  }
};
