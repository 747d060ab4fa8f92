import type fc from 'fast-check';
import { check, type Run, type Tally } from '../kit/check';
import { judge } from '../kit/judge';

/** One parser of something that comes from outside. */
export interface Parser {
  name: string;
  /** Files below lib/ whose schemas or readings it exercises; fuzz/parsers/parsers.test.ts holds the list complete. */
  covers: readonly string[];
  /** Draws inputs and tries each; throws at the first that ends in anything but a value, a refusal or a named failure. */
  fuzz(run: Run): Promise<Tally>;
}

export const parser = <T>(name: string, covers: readonly string[], { inputs, parse }: { inputs: fc.Arbitrary<T>; parse: (input: T) => unknown }): Parser => ({
  name,
  covers,
  fuzz: (run) => check(name, inputs, { run, attempt: (input) => judge(() => parse(input)) }),
});
