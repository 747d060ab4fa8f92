import { z } from 'zod';
import type { StoreHash } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { ReadingTables, Tables } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { planNextRound, upkeepSubject } from '../next-round';
import { takeInArchivedSince, takeInOrdersSince } from './take-in-orders-since';

/** Webhooks are hints and some are lost: what changed is also asked for. */
const EVERY_MS = 10 * 60_000;
/** Longer than any clock of theirs is off, and than an order takes to be committed. */
const OVERLAP_MS = 10 * 60_000;
/** How far back the Orders page reaches on the first day. */
const FIRST_SWEEP_MS = 60 * 24 * 60 * 60_000;

const CURSOR = 'orders';
const Cursor = z.object({ goodUntil: Instant });
const SUBJECT = upkeepSubject('Reading orders from BigCommerce');

const findCursor = async (tables: ReadingTables, storeHash: StoreHash) => Cursor.nullable().parse(await tables.cursors.find(storeHash, CURSOR));

/** The next sweep begins no later than then. */
export const sweepOrdersFrom = async (tables: Tables, storeHash: StoreHash, since: Instant): Promise<void> => {
  const cursor = await findCursor(tables, storeHash);
  if (cursor !== null && cursor.goodUntil > since) await tables.cursors.save(storeHash, CURSOR, { goodUntil: since });
};

/** What was changed before then has been read; `null` before the first sweep. */
export const ordersReadUntil = async (tables: ReadingTables, storeHash: StoreHash): Promise<Instant | null> => {
  const cursor = await findCursor(tables, storeHash);
  return cursor && instantPlus(cursor.goodUntil, -OVERLAP_MS);
};

const work = async (context: JobContext, row: Parameters<Job['subject']>[0]): Promise<void> => {
  const { storeHash } = context;
  const startedAt = context.now();
  const cursor = await findCursor(context.database.tables, storeHash);
  const since = cursor === null ? instantPlus(startedAt, -FIRST_SWEEP_MS) : instantPlus(cursor.goodUntil, -OVERLAP_MS);
  await takeInOrdersSince(context, since);
  await takeInArchivedSince(context, since);
  await context.record('orders-sweep-ended', async (tables) => {
    await tables.cursors.save(storeHash, CURSOR, { goodUntil: startedAt });
    await planNextRound(context, tables, { row, inMs: EVERY_MS, subject: SUBJECT });
  });
};

/** Finds new and changed orders that no webhook told of. */
export const sweepOrders: Job = {
  batch: 1,
  needs: ['bigcommerce'],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
