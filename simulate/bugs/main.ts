/** Applies the seeded bugs one at a time, and tells which of them the simulation finds. */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { playBuild, type Played } from './play-build';
import type { SeededBug } from './seeded-bug';
import { SEEDED_BUGS } from './seeded-bugs';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    seed: { ...text, default: '1' },
    /** Of each bug, at most. */
    runs: { ...text, default: '2000' },
    /** PostgreSQL takes several times as long for each. */
    'postgres-runs': { ...text, default: '300' },
    only: { ...text, default: '' },
    /** Builds that are played at the same time. */
    jobs: { ...text, default: String(os.availableParallelism()) },
  },
});

const seed = Number(values.seed);
const runsOf = (database: SeededBug['database']): number => Number(database === 'memory' ? values.runs : values['postgres-runs']);
const play = (bug: SeededBug | null, database: SeededBug['database'], job: number): Promise<Played> =>
  playBuild({ bug, database, runs: runsOf(database), seed, outfile: `dist/simulated-bug-${job}.js` });

/** Each in its turn, as many at once as there are jobs. */
const inJobs = async <Thing>(things: readonly Thing[], work: (thing: Thing, job: number) => Promise<void>): Promise<void> => {
  const waiting = [...things];
  const one = async (_: unknown, job: number): Promise<void> => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing, job);
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, one));
};

const bugs = SEEDED_BUGS.filter(({ name }) => name.includes(values.only));
let caught = 0;

const judge = async (bug: SeededBug, job: number): Promise<void> => {
  const { verdict, schedule, why } = await play(bug, bug.database, job);
  if (verdict === 'caught') caught += 1;
  const result = verdict === 'passed' ? 'MISSED' : verdict === 'caught' ? `caught by schedule ${schedule}` : verdict;
  console.log(`${bug.name} (${bug.database}): ${result}${why === '' ? '' : `: ${why}`}`);
};

/** What fails without any mistake proves nothing of one. */
const requireUnbroken = async (database: SeededBug['database'], job: number): Promise<void> => {
  const { verdict, schedule, why } = await play(null, database, job);
  console.log(`Unbroken (${database}): ${verdict}, ${runsOf(database)} schedules of seed ${seed}`);
  if (verdict === 'passed') return;
  console.log(`Schedule ${schedule}: ${why}`);
  process.exit(1);
};

const databases = [...new Set(bugs.map(({ database }) => database))];
await inJobs([...databases, ...bugs], (one, job) => (typeof one === 'string' ? requireUnbroken(one, job) : judge(one, job)));
console.log(`${caught} of ${bugs.length} caught`);
process.exit(caught === bugs.length ? 0 : 1);
