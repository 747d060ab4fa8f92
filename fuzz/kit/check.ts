import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';

export interface Run {
  /** How many inputs. */
  inputs: number;
  seed: number;
}

/** How often each thing happened, by its name. */
export type Tally = Record<string, number>;

/** Draws inputs by the seed and tries each; throws with the shrunk input and what repeats it. `attempt` names how the input ended. */
export const check = async <T>(name: string, inputs: fc.Arbitrary<T>, { run, attempt }: { run: Run; attempt: (input: T) => Promise<string> }): Promise<Tally> => {
  const tally: Tally = {};
  let tried = 0;
  const property = fc.asyncProperty(inputs, async (input) => {
    tried += 1;
    if (tried % PAUSE_EVERY === 0) await setImmediate();
    const ending = await attempt(input);
    tally[ending] = (tally[ending] ?? 0) + 1;
  });
  const result = await fc.check(property, { numRuns: run.inputs, seed: run.seed, endOnFailure: false });
  if (result.failed) throw new Error(`${name}, seed ${run.seed}: ${causeOf(result.errorInstance)}\n${fc.defaultReportMessage(result) ?? ''}`.slice(0, LONGEST_REPORT));
  return tally;
};

const causeOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 1_500);

/** Promises alone never let a timer have its turn: memory is watched by one. */
const PAUSE_EVERY = 500;

/** A shrunk input may still be a text of a megabyte. */
const LONGEST_REPORT = 6_000;
