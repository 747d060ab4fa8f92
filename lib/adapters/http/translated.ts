import { z } from 'zod';
import { BrokenContract, type Side } from '../../engine/ports/failures';
import { describeIssues } from './parse-wire';

/**
 * What a wire schema lets through may still be more than the domain has words for: an amount beyond what whole cents can
 * count, a year of six digits. It is no other failure than a field of the wrong type.
 */
export const translated = <T>(translate: () => T, { side, what }: { side: Side; what: string }): T => {
  try {
    return translate();
  } catch (error) {
    if (error instanceof z.ZodError) throw new BrokenContract(side, `${side}, ${what}: ${describeIssues(error)}`);
    if (error instanceof RangeError) throw new BrokenContract(side, `${side}, ${what}: ${error.message}`);
    throw error;
  }
};
