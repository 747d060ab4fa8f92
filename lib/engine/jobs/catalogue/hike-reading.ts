import { z } from 'zod';
import { HikeProductId, type StoreHash } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { ReadingTables, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { readRunForUpdate, saveRun } from './run-cursor';

export const HIKE_READING_CURSOR = 'hike-products';

/** One walk through Hike's list: what changed since a moment, or everything. */
const HikePass = z.object({
  isFull: z.boolean(),
  since: Instant.nullable(),
  startedAt: Instant,
  /** Rows that are read. */
  skip: z.int(),
  calls: z.int(),
  /** Hash of what the page before held: a list that answers it again has no end. */
  last: z.string().default(''),
});
export type HikePass = z.infer<typeof HikePass>;

const HikeReading = z.object({
  /** Changes are known up to here; `null` before the first full reading. */
  goodUntil: Instant.nullable(),
  /** The pass that is under way; a killed process goes on with it. */
  pass: HikePass.nullable(),
  /** The full reading that `pass`, `orphans` and `isChecking` speak of. */
  sweep: z.int(),
  sweptAt: Instant.nullable(),
  /** What the last full reading cost. */
  sweepCalls: z.int(),
  /** Parents that only their children told of so far. */
  orphans: z.array(HikeProductId),
  /** Products that seem to have lost variants: to be looked at by themselves before that is believed. */
  doubted: z.array(HikeProductId).default([]),
  /** Products that the full reading missed are still to be looked at one by one. */
  isChecking: z.boolean(),
});
export type HikeReading = z.infer<typeof HikeReading>;

const NEW_READING: HikeReading = { goodUntil: null, pass: null, sweep: 0, sweptAt: null, sweepCalls: 0, orphans: [], doubted: [], isChecking: false };

export const readHikeReading = async (tables: ReadingTables, storeHash: StoreHash): Promise<HikeReading> =>
  HikeReading.nullable().parse(await tables.cursors.find(storeHash, HIKE_READING_CURSOR)) ?? NEW_READING;

export const saveHikeReading = (tables: Tables, storeHash: StoreHash, reading: HikeReading): Promise<void> => tables.cursors.save(storeHash, HIKE_READING_CURSOR, reading);

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Clocks differ, and a row shows in the list only when it is committed. */
const OVERLAP_MS = 5 * MINUTE_MS;
/** A full reading is the only way to learn of a deletion: daily where that is cheap, else weekly. */
const CHEAP_CALLS = 100;

/** The pass to go on with, or a new one: everything when that was asked for or is due, else what changed since the last. */
export const openHikePass = (context: JobContext): Promise<HikeReading & { pass: HikePass }> =>
  context.record('hike-pass-opened', async (tables) => {
    const { storeHash } = context;
    const run = await readRunForUpdate(tables, storeHash);
    const reading = await readHikeReading(tables, storeHash);
    const isDue = reading.pass === null && run.hike.isDone && isSweepDue(reading, context.now());
    const hike = isDue ? { sweep: run.hike.sweep + 1, read: 0, total: null, isDone: false } : run.hike;
    if (isDue) await saveRun(tables, storeHash, { ...run, hike });
    const isFull = !hike.isDone;
    if (reading.pass !== null && reading.pass.isFull === isFull && (!isFull || reading.sweep === hike.sweep)) return { ...reading, pass: reading.pass };
    const since = isFull || reading.goodUntil === null ? null : instantPlus(reading.goodUntil, -OVERLAP_MS);
    const opened = { ...reading, sweep: hike.sweep, pass: { isFull, since, startedAt: context.now(), skip: 0, calls: 0, last: '' }, ...(isFull ? { orphans: [], isChecking: false } : {}) };
    await saveHikeReading(tables, storeHash, opened);
    return opened;
  });

const isSweepDue = ({ sweptAt, sweepCalls }: HikeReading, now: Instant): boolean =>
  sweptAt !== null && instantPlus(sweptAt, sweepCalls <= CHEAP_CALLS ? DAY_MS : 7 * DAY_MS) <= now;
