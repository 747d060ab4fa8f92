/**
 * `npm run chaos`: real workers, a real PostgreSQL and the sandbox under steady traffic, while workers are killed and
 * stopped and the database is killed. The platforms' own books then say whether anything is missing or there twice.
 */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDraw } from './draw';
import { findFaults } from './find-faults';
import { openPlace, type OpenPlace } from './places';
import { LOGS } from './processes';
import { runTraffic, type Traffic } from './run-traffic';
import { startFleet } from './start-fleet';
import { startFront } from './start-front';
import { startStage, type Stage } from './start-stage';
import { strike } from './strike';
import { FAULTS, watchStores } from './watch-stores';
import { waitsInWords } from './waits-in-words';

const OPTIONS = {
  kills: { type: 'string', default: '500' },
  stops: { type: 'string', default: '100' },
  'database-kills': { type: 'string', default: '20' },
  workers: { type: 'string', default: '4' },
  stores: { type: 'string', default: '4' },
  /** One fault at a time, for the times; else they come while the last one still tells, for the truth. */
  apart: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
} as const;

/** A create whose process died before it was sent is looked up for two and a half minutes before it is sent again. */
const PATIENCE_MS = 15 * 60_000;
/** What was started before all was well may still come in twice. */
const LATE_MS = 20_000;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const untilFaultless = async (stage: Stage, traffic: Traffic, places: OpenPlace[]): Promise<string[]> => {
  let faults = await findFaults(stage, traffic, places);
  for (const deadline = performance.now() + PATIENCE_MS; faults.length > 0 && performance.now() < deadline; faults = await findFaults(stage, traffic, places)) await pause(2_000);
  await pause(LATE_MS);
  return findFaults(stage, traffic, places);
};

const { values } = parseArgs({ options: OPTIONS });
const counts = { kills: Number(values.kills), stops: Number(values.stops), databaseKills: Number(values['database-kills']) };
const total = counts.kills + counts.stops + counts.databaseKills;
const draw = createDraw(Number(values.seed));
rmSync(LOGS, { recursive: true, force: true });

const stage = await startStage();
const front = await startFront(stage);
const fleet = startFleet(stage, Number(values.workers));
const places: OpenPlace[] = [];
while (places.length < Number(values.stores)) places.push(await openPlace(stage, front));
const watch = watchStores(stage.database.url);
console.log(`${places.length} stores are in step; ${total} strikes follow (seed ${values.seed}).`);

const began = performance.now();
const traffic = runTraffic({ stage, front, places, draw: createDraw(Number(values.seed) + 1) });
const fallen = await strike({ database: stage.database, fleet, draw, watch, areApart: values.apart }, counts, (done) => {
  if (done % 50 === 0 || done === total) console.log(`${done} of ${total} strikes, ${traffic.sales.length} sales, ${traffic.orders.length} orders, ${seconds(performance.now() - began)}`);
});
const struck = performance.now();
await traffic.stop();
const faults = await untilFaultless(stage, traffic, places);
await watch.stop();

console.log(`${traffic.sales.length} sales and ${traffic.orders.length} orders; all was well ${seconds(performance.now() - struck - LATE_MS)} after the last strike.`);
console.log(`Workers that ended without being killed: ${fleet.losses()}`);
for (const fault of FAULTS) for (const line of waitsInWords(fault, fallen[fault], watch)) console.log(line);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'Nothing is missing, nothing is there twice.' : `${faults.length} faults; the logs are in ${LOGS}.`);

await fleet.stop();
await front.stop();
await stage.stop();
process.exit(faults.length > 0 || fleet.losses() > 0 ? 1 : 0);
