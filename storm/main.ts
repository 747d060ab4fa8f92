/**
 * `npm run storm -- --deliveries 100000 --seed 1`: webhooks twice, in the wrong order, lost and forged against the real
 * route and a PostgreSQL of its own, and the jobs that read what they hint at. Ends with 1 where something was lost or
 * believed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { applyMigrations } from '../lib/adapters/database/apply-migrations';
import { startEmbeddedPostgres } from '../lib/adapters/database/embedded-postgres';
import { services as openServices } from '../lib/composition';
import { sandboxEnvironment } from '../lib/composition/testing/sandbox-environment';
import { logger } from '../lib/logger';
import { startPlatform } from './platform';
import { type Outcome, runStorm } from './run-storm';
import { createShiftingClock } from './shifting-clock';

const { values } = parseArgs({ options: { deliveries: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' }, lanes: { type: 'string', default: '8' } } });
const storm = { deliveries: Number(values.deliveries), seed: Number(values.seed), lanes: Number(values.lanes) };
/** Each thing changes some fifteen times. */
const THINGS = Math.ceil(storm.deliveries / 20);

const whole = (count: number): string => Math.round(count).toLocaleString('en');

const report = (outcome: Outcome): string[] => [
  `${whole(storm.deliveries)} deliveries (seed ${storm.seed}): ${whole(outcome.sent)} arrived, ${whole(outcome.duplicates)} of them for the second time; ${whole(outcome.dropped)} dropped; ${whole(outcome.forged)} forged`,
  `${whole(outcome.perSecond)} deliveries a second; ${outcome.times.median.toFixed(1)} ms each (median), ${outcome.times.most.toFixed(1)} ms (99 of 100), ${storm.lanes} at a time and with the pump beside them`,
  `All of them were worked off ${outcome.caughtUpSeconds.toFixed(1)} s after the last`,
  `${whole(outcome.changed)} orders and products changed; the newest change of ${whole(outcome.foundBySweep)} was found by the sweep alone`,
  `Lost: ${outcome.lost}. Believed: ${outcome.believed.length}. True ones refused: ${outcome.refused}`,
  `Memory at most: ${whole(process.resourceUsage().maxRSS / 2 ** 10)} MiB`,
  ...outcome.believed.slice(0, 20),
];

// A line per call and per refusal would hide the report.
Object.assign(logger, { info: () => undefined, warn: () => undefined });
const folder = await mkdtemp(path.join(os.tmpdir(), 'storm-'));
const database = await startEmbeddedPostgres({ folder });
await applyMigrations({ url: database.url, folder: path.resolve('prisma', 'migrations') });
const platform = await startPlatform(THINGS);
Object.assign(process.env, sandboxEnvironment({ appUrl: 'http://localhost:3000', databaseUrl: database.url, bigcommerceUrl: platform.url, hikeUrl: platform.url }));
const clock = createShiftingClock();
const services = await openServices({ isWorker: true, clock });
await services.startWorking();

const outcome = await runStorm({ services, platform, clock }, storm);
console.log(report(outcome).join('\n'));
await services.stop();
await platform.stop();
await database.stop();
await rm(folder, { recursive: true, force: true });
process.exit(outcome.lost + outcome.believed.length + outcome.refused === 0 ? 0 : 1);
