import { z } from 'zod';
import { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { customersPollingInterval } from '../../../domain/rules/customers/customers-polling-interval';
import { PRIORITY } from '../../priorities';
import type { DirtyRow, Tables } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { planNextRound, restUntilMarked, upkeepSubject } from '../next-round';
import { ODD_CUSTOMERS, tellOddItems } from '../tell-odd-items';
import { takeInCustomers } from './take-in-customers';

export const HIKE_CUSTOMERS_CURSOR = 'hike-customers';

const Reading = z.object({
  /** Changes are known up to here; `null` before everybody was read once. */
  goodUntil: Instant.nullable(),
  /** What is under way, as far as it has got; `null` between two polls. */
  drain: z.object({ since: Instant.nullable(), startedAt: Instant, skip: z.int() }).nullable(),
});

const UNREAD = { goodUntil: null, drain: null };

/** Longer than any clock of theirs is off. */
const OVERLAP_MS = 10 * 60_000;

const DAY_MS = 24 * 60 * 60_000;

const SUBJECT = upkeepSubject('Reading customers from Hike');

const readReading = async ({ storeHash, database }: JobContext) => Reading.catch(UNREAD).parse(await database.tables.cursors.find(storeHash, HIKE_CUSTOMERS_CURSOR));

/** Whether a list of changes has been read in part, so that more of it is about to come. */
export const isReadingHikeCustomers = async (context: JobContext): Promise<boolean> => (await readReading(context)).drain !== null;

/** One page of what changed; the progress is kept with it, so a killed process goes on there. */
const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { storeHash, settings } = context;
  if (settings.catalogue.startedAt === null) {
    // "Start" marks the row again.
    return context.record('hike-customers-poll-resting', (tables) => restUntilMarked(context, tables, { row, subject: SUBJECT }));
  }
  const { goodUntil, drain } = await readReading(context);
  const now = drain ?? { since: goodUntil === null ? null : instantPlus(goodUntil, -OVERLAP_MS), startedAt: context.now(), skip: 0 };
  const page = await context.hike.customers.listChanged(now.since, now.skip);
  await context.record('hike-customers-page-taken-in', async (tables) => {
    await takeInCustomers(context, tables, page.items);
    await tellOddItems(context, tables, { thing: ODD_CUSTOMERS, page: { odd: page.odd ?? [], understood: page.items.map(({ id }) => id) } });
    if (page.next !== null) {
      await tables.cursors.save(storeHash, HIKE_CUSTOMERS_CURSOR, { goodUntil, drain: { ...now, skip: page.next } });
      return tables.dirty.mark(storeHash, { thing: row.thing, id: row.id, priority: PRIORITY.poll, notBefore: context.now(), trigger: 'follow-up' });
    }
    await tables.cursors.save(storeHash, HIKE_CUSTOMERS_CURSOR, { goodUntil: now.startedAt, drain: null });
    await planNextRound(context, tables, { row, inMs: await nextInterval(context, tables), subject: SUBJECT });
  });
};

const nextInterval = async ({ storeHash, now }: JobContext, tables: Tables): Promise<number> =>
  customersPollingInterval({
    now: now(),
    lastSaleAt: await tables.sales.newest(storeHash),
    callsInLastDay: await tables.calls.countSince(storeHash, instantPlus(now(), -DAY_MS)),
  });

/** Finds new and changed customers: everybody the first time, afterwards what changed. */
export const pollHikeCustomers: Job = {
  batch: 1,
  needs: ['hike'],
  isUpkeep: true,
  isPaused: ({ paused }) => paused.customers,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
