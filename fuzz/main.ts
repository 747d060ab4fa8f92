import { randomInt } from 'node:crypto';
import { createTestDatabase } from '../lib/adapters/database/testing/test-database';
import { startTestServer } from '../lib/adapters/database/testing/test-server';
import { fuzzEndpoints } from './endpoints/fuzz-endpoints';
import type { Run, Tally } from './kit/check';
import { fuzzMoney } from './money/fuzz-money';
import { fuzzParsers } from './parsers/fuzz-parsers';
import { FULL_RUNS, type Part, readOptions } from './read-options';
import { fuzzTokens } from './tokens/fuzz-tokens';
import { fuzzVendors } from './vendors/fuzz-vendors';
import { watchMemory } from './watch-memory';

const MAX_SEED = 2 ** 31;

/** A database of its own, on the server that the tests use. */
const withDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const server = await startTestServer();
  const database = await createTestDatabase();
  try {
    return await work(database.url);
  } finally {
    await database.drop();
    await server.stop();
  }
};

const PARTS: Record<Part, (run: Run) => Promise<Record<string, Tally>>> = {
  parsers: fuzzParsers,
  vendors: fuzzVendors,
  endpoints: async (run) => ({ endpoints: await withDatabase((url) => fuzzEndpoints(url, run)) }),
  money: fuzzMoney,
  tokens: (run) => withDatabase((url) => fuzzTokens(url, run)),
};

const print = (tallies: Record<string, Tally>): number => {
  for (const [name, tally] of Object.entries(tallies)) console.log(`  ${name}: ${Object.entries(tally).sort().map(([ending, times]) => `${times} ${ending}`).join(', ')}`);
  return Object.values(tallies).flatMap((tally) => Object.values(tally)).reduce((sum, times) => sum + times, 0);
};

const runPart = async (part: Part, run: Run): Promise<void> => {
  console.log(`\n${part}: npm run fuzz -- ${part} --inputs ${run.inputs} --seed ${run.seed}`);
  const memory = watchMemory();
  const began = performance.now();
  const tried = print(await PARTS[part](run));
  const seconds = (performance.now() - began) / 1_000;
  const { earlyMb, lateMb, isFlat } = memory.end();
  console.log(`  ${tried} in ${seconds.toFixed(0)} s, ${(tried / seconds).toFixed(0)} a second; ${earlyMb.toFixed(0)} MB in use early on, ${lateMb.toFixed(0)} MB at the end`);
  if (!isFlat) throw new Error(`Memory grew from ${earlyMb.toFixed(0)} to ${lateMb.toFixed(0)} MB.`);
};

try {
  const { parts, inputs, seed } = readOptions(process.argv.slice(2));
  for (const part of parts) await runPart(part, { inputs: inputs ?? FULL_RUNS[part], seed: seed ?? randomInt(MAX_SEED) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
