import type { DirtyRow } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { planNextRound, restUntilMarked, upkeepSubject } from '../next-round';
import { assignChannels } from './assign-channel';
import { endStageWhenDone } from './end-stage';
import { keepCategories } from './known-categories';
import { isResting } from './poll-hike-products';
import { readStorePage } from './read-store-page';
import { readRun } from './run-cursor';
import { openStorePass } from './store-reading';

const SUBJECT = upkeepSubject('Reading products from BigCommerce');

/** Webhooks are hints and some are lost: what changed is also asked for. */
const EVERY_MS = 60 * 60_000;

/** A round ends soon enough for whatever is more urgent; the next one goes on where it was. */
const PAGES_PER_ROUND = 5;

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  if (isResting(context, await readRun(context.database.tables, context.storeHash))) {
    await context.record('store-sweep-resting', (tables) => restUntilMarked(context, tables, { row, subject: SUBJECT }));
    return;
  }
  // Left by a sync that was cancelled, or whose last call failed.
  await assignChannels(context);
  const opened = await openStorePass(context);
  if (opened.pass.kind === 'full' && opened.pass.after === null) await keepCategories(context);
  let pass: typeof opened.pass | null = opened.pass;
  for (let page = 0; page < PAGES_PER_ROUND && pass !== null; page += 1) pass = await readStorePage(context, opened.sweep, pass);
  await context.record('store-sweep-planned', async (tables) => {
    await endStageWhenDone(context, tables);
    await planNextRound(context, tables, { row, inMs: pass === null ? EVERY_MS : 0, subject: SUBJECT });
  });
};

/** Keeps our mirror of BigCommerce's catalogue true, from which everything is compared. */
export const sweepStoreProducts: Job = {
  batch: 1,
  needs: ['bigcommerce'],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
