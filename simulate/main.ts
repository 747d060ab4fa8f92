/** Plays schedules of traffic and accidents, drawn from a seed, against the real engine and adapters, and holds the promise against what came of them. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Met } from './faults/met';
import { play } from './play';
import { playInProcesses } from './play-in-processes';
import { prepare } from './prepare';
import { inWords, writeReport } from './report';
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
    /** At the same time, each with its share of the runs and a seed of its own: the given one, and those that follow. */
    processes: { ...text, default: '1' },
    /** Where the counts are written, for `npm test`. */
    report: text,
    /** Stops at the first failure, as it was drawn. */
    first: { type: 'boolean', default: false },
    /** Prints the log of a schedule that fails. */
    verbose: { type: 'boolean', default: false },
  },
});

if (values.processes !== '1') process.exit(await playInProcesses({ seed: Number(values.seed), runs: Number(values.runs), processes: Number(values.processes), report: values.report }));

/** Schedules: long runs say that they go on. */
const TOLD_EVERY = 1_000;

const seed = Number(values.seed);
const storage = values.database === 'postgres' ? await postgresStorage() : memoryStorage();
const time = startVirtualTime(0);
const prepared = prepare(time, storage);
const met = new Met();
const tally = { played: 0, failed: 0, slowestMs: 0 };

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
  if (tally.played % TOLD_EVERY === 0) console.log(`Seed ${seed}: ${tally.played} schedules played`);
  tally.slowestMs = Math.max(tally.slowestMs, convergedInMs);
  if (violations.length === 0) return;
  if (tally.failed === 0) console.log(`Seed ${seed}: fails after ${tally.played} schedules, and is made smaller: ${violations[0]}`);
  tally.failed += 1;
  if (values.verbose) for (const line of opened[0]!.stage.log.lines()) process.stdout.write(line);
  throw new Error(violations.join('\n'));
});

const began = performance.now();
const result = await fc.check(property, { seed, numRuns: values.path === undefined ? Number(values.runs) : 1, endOnFailure: values.first, ...(values.path !== undefined && { path: values.path, endOnFailure: true }) });
const seconds = (performance.now() - began) / 1000;

for (const line of inWords({ played: tally.played, slowestMs: tally.slowestMs, met: met.list() }, seconds)) console.log(line);
if (result.failed) {
  console.log(`\nSchedule ${result.numRuns} of seed ${seed} fails, also when it is made smaller ${result.numShrinks} times:`);
  console.log(JSON.stringify(result.counterexample?.[0], null, 1));
  console.log(result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance));
  console.log(`Again: npm run simulate -- --database ${values.database} --seed ${seed} --path "${result.counterexamplePath}"`);
}
const [passed, failed] = result.failed ? [result.numRuns - 1, 1] : [result.numRuns, 0];
if (values.report !== undefined) writeReport(values.report, { passed, failed, played: tally.played, slowestMs: tally.slowestMs, met: met.list() });
time.end();
await storage.close();
process.exit(!result.failed ? 0 : result.errorInstance instanceof NotSetUp ? 2 : 1);
