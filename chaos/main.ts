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
import { watchLeases } from './watch-leases';

const OPTIONS = {
  kills: { type: 'string', default: '500' },
  stops: { type: 'string', default: '100' },
  'database-kills': { type: 'string', default: '20' },
  workers: { type: 'string', default: '4' },
  stores: { type: 'string', default: '4' },
  seed: { type: 'string', default: '1' },
} as const;

/** A create whose process died before it was sent is looked up for two and a half minutes before it is sent again. */
const PATIENCE_MS = 15 * 60_000;
/** What was started before all was well may still come in twice. */
const LATE_MS = 20_000;
const AIM_MS = 15_000;

const share = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? Number.NaN;

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
const watches = { kills: watchLeases(stage.database.url), stops: watchLeases(stage.database.url), databaseKills: watchLeases(stage.database.url) };
console.log(`${places.length} stores are in step; ${total} strikes follow (seed ${values.seed}).`);

const began = performance.now();
const traffic = runTraffic({ stage, front, places, draw: createDraw(Number(values.seed) + 1) });
await strike({ database: stage.database, fleet, draw, watches }, counts, (done) => {
  if (done % 50 === 0 || done === total) console.log(`${done} of ${total} strikes, ${traffic.sales.length} sales, ${traffic.orders.length} orders, ${seconds(performance.now() - began)}`);
});
const struck = performance.now();
await traffic.stop();
const faults = await untilFaultless(stage, traffic, places);
for (const watch of Object.values(watches)) await watch.stop();

console.log(`${traffic.sales.length} sales and ${traffic.orders.length} orders; all was well ${seconds(performance.now() - struck - LATE_MS)} after the last strike.`);
console.log(`Workers that ended without being killed: ${fleet.losses()}`);
for (const [kind, watch] of Object.entries(watches)) {
  const waits = watch.waits();
  if (waits.length > 0) console.log(`${kind}: ${waits.length} stores lost their process; another went on after ${seconds(share(waits, 0.5))} (median), ${seconds(share(waits, 0.95))} (95 %), ${seconds(share(waits, 1))} (most)`);
}
for (const fault of faults) console.log(`FAULT ${fault}`);
const isSlow = share(watches.kills.waits(), 0.95) > AIM_MS;
if (isSlow) console.log(`FAULT at the 95th percentile work goes on later than ${seconds(AIM_MS)}`);
console.log(faults.length === 0 ? 'Nothing is missing, nothing is there twice.' : `${faults.length} faults; the logs are in ${LOGS}.`);

await fleet.stop();
await front.stop();
await stage.stop();
process.exit(faults.length > 0 || isSlow || fleet.losses() > 0 ? 1 : 0);
