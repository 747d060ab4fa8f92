import { setTimeout as pause } from 'node:timers/promises';
import { wholeTablesOf } from '../lib/composition/testing/whole-tables-of';
import type { Services } from '../lib/composition';
import type { StoreHash } from '../lib/domain/ids';
import { takeHook } from '../lib/web/take-hook';
import { countBehind, tracesOfForgeries } from './judge';
import { openStores } from './open-stores';
import type { Platform } from './platform';
import { sendStorm, type Storm } from './send-storm';
import type { createShiftingClock } from './shifting-clock';

interface Stage {
  services: Services;
  platform: Platform;
  clock: ReturnType<typeof createShiftingClock>;
}

export interface Outcome {
  sent: number;
  duplicates: number;
  dropped: number;
  forged: number;
  /** Things that changed. */
  changed: number;
  /** Of them, those whose newest change only the sweep found. */
  foundBySweep: number;
  /** Of them, those whose newest truth is not known in the end. */
  lost: number;
  /** What is left of forged deliveries, and those that were answered as true. */
  believed: string[];
  /** True deliveries that were refused. */
  refused: number;
  perSecond: number;
  /** Milliseconds for each: the half and the 99 of 100 that were quicker. */
  times: { median: number; most: number };
  /** From the last delivery until all that it led to was done. */
  caughtUpSeconds: number;
}

const PATIENCE_MS = 300_000;
/** What is told of a product is read so much later: one save sends several. */
const LATER_MS = 6_000;

/** Until nothing is left to be read. */
const drained = async ({ services: { database: { tables } }, clock }: Stage, storeHash: StoreHash): Promise<void> => {
  clock.shift(LATER_MS);
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(50)) {
    const waiting = await Promise.all((['order', 'store-product'] as const).map((thing) => tables.dirty.count(storeHash, thing)));
    const sweeps = await Promise.all((['orders', 'store-products'] as const).map((thing) => tables.dirty.find(storeHash, thing, '-')));
    if (waiting.every((count) => count === 0) && sweeps.every((row) => row === null || row.notBefore > clock.now())) return;
  }
  throw new Error('The marks of the storm were not worked off.');
};

const sweep = async (stage: Stage, storeHash: StoreHash): Promise<void> => {
  const { dirty } = wholeTablesOf(stage.services);
  const now = stage.clock.now();
  for (const thing of ['orders', 'store-products'] as const) await dirty.mark(storeHash, { thing, id: '-', priority: 0, notBefore: now, trigger: 'schedule' });
  await drained(stage, storeHash);
};

const share = (sorted: Float32Array, part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/** A storm of webhooks against the route, with the pump at work; then one sweep, and the verdict. */
export const runStorm = async (stage: Stage, storm: Storm): Promise<Outcome> => {
  const { services, platform } = stage;
  const secrets = await openStores(services);
  const { storeHash } = secrets;
  const sent = await sendStorm((request) => takeHook(services, request), { platform, secrets }, storm);
  const ended = performance.now();
  await drained(stage, storeHash);
  const caughtUpSeconds = (performance.now() - ended) / 1_000;
  const foundBySweep = await countBehind(services, platform, storeHash);
  await sweep(stage, storeHash);
  const traces = await tracesOfForgeries(services, platform, { storeHash, forgeries: sent.forgeries });
  const times = sent.times.sort();
  return {
    sent: sent.sent,
    duplicates: sent.duplicates,
    dropped: sent.dropped,
    forged: sent.forgeries.length,
    changed: platform.things.filter(({ version }) => version > 0).length,
    foundBySweep,
    lost: await countBehind(services, platform, storeHash),
    believed: [...sent.taken, ...traces, ...platform.unanswered()],
    refused: sent.refused,
    perSecond: sent.sent / sent.seconds,
    times: { median: share(times, 0.5), most: share(times, 0.99) },
    caughtUpSeconds,
  };
};
