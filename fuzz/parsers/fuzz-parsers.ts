import type { Run, Tally } from '../kit/check';
import { hearLogger } from '../kit/hear-logger';
import { EDGE_PARSERS } from './edge-parsers';
import type { Parser } from './parser';
import { routeParsers } from './route-parsers';
import { TEXT_PARSERS } from './text-parsers';
import { WIRE_PARSERS } from './wire-parsers';

/** Every parser of what comes from outside. */
export const allParsers = async (): Promise<readonly Parser[]> => [...WIRE_PARSERS, ...TEXT_PARSERS, ...EDGE_PARSERS, ...(await routeParsers())];

/** The same number of inputs for each parser. */
export const fuzzParsers = async (run: Run): Promise<Record<string, Tally>> => {
  hearLogger();
  const parsers = await allParsers();
  const share = { ...run, inputs: Math.ceil(run.inputs / parsers.length) };
  const tallies: Record<string, Tally> = {};
  for (const { name, fuzz } of parsers) tallies[name] = await fuzz(share);
  return tallies;
};
