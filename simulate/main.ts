/** Plays schedules of traffic and accidents, drawn from a seed, against the real engine and adapters, and holds the promise against what came of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Met } from './faults/met';
import { play } from './play';
import { prepare } from './prepare';
import { schedules } from './schedule/schedules';
import { memoryStorage, postgresStorage } from './world/storage';
import { startVirtualTime } from './world/virtual-time';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    seed: { ...text, default: '1' },
    runs: { ...text, default: '300' },
    /** Of a failure that was printed: plays that schedule alone. */
    path: text,
    /** `memory`, or `postgres` for a real one. */
    database: { ...text, default: 'memory' },
    /** Where the counts are written, for `npm test`. */
    report: text,
    /** Stops at the first failure, as it was drawn. */
    first: { type: 'boolean', default: false },
    /** Prints the log of a schedule that fails. */
    verbose: { type: 'boolean', default: false },
  },
});

const START = Date.parse('2026-03-02T00:00:00Z');
const MINUTE = 60_000;

const storage = values.database === 'postgres' ? await postgresStorage() : memoryStorage();
const time = startVirtualTime(START);
const prepared = prepare(time, storage);
const met = new Met();
const tally = { played: 0, slowestMs: 0 };

/** Then no schedule was played, and nothing was found out about the promise. */
class NotSetUp extends Error {
  override name = 'NotSetUp';
}

const property = fc.asyncProperty(schedules, async (schedule) => {
  const opened = await prepared.stagesFor(schedule, met).catch((error: unknown) => {
    throw new NotSetUp(`The world could not be set up: ${String(error)}`);
  });
  const { violations, convergedInMs } = await play(opened, schedule);
  tally.played += 1;
  tally.slowestMs = Math.max(tally.slowestMs, convergedInMs);
  if (violations.length === 0) return;
  if (values.verbose) for (const line of opened[0]!.stage.log.lines()) process.stdout.write(line);
  throw new Error(violations.join('\n'));
});

const seed = Number(values.seed);
const began = performance.now();
const result = await fc.check(property, { seed, numRuns: Number(values.runs), endOnFailure: values.first, ...(values.path !== undefined && { path: values.path, endOnFailure: true }) });
const seconds = (performance.now() - began) / 1000;

console.log(`${tally.played} schedules in ${seconds.toFixed(0)} s, ${(tally.played / seconds).toFixed(1)} a second; the slowest was right ${(tally.slowestMs / MINUTE).toFixed(0)} minutes after its last fault`);
console.log(met.list().map(([kind, times]) => `${kind} ${times}`).join(', '));
if (result.failed) {
  console.log(`\nSchedule ${result.numRuns} of seed ${seed} fails, also when it is made smaller ${result.numShrinks} times:`);
  console.log(JSON.stringify(result.counterexample?.[0], null, 1));
  console.log(result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance));
  console.log(`Again: npm run simulate -- --database ${values.database} --seed ${seed} --path "${result.counterexamplePath}"`);
}
if (values.report !== undefined) {
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, JSON.stringify({ passed: result.failed ? result.numRuns - 1 : result.numRuns, failed: result.failed ? 1 : 0 }));
}
time.end();
await storage.close();
process.exit(!result.failed ? 0 : result.errorInstance instanceof NotSetUp ? 2 : 1);
