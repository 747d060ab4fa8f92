import type { CatalogueRun } from '../../../domain/catalogue-run';
import { askingFor, productsInterval } from '../../next-polls';
import type { DirtyRow } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import { type Job, type JobContext, jobPerRow } from '../job';
import { planNextRound, restUntilMarked, upkeepSubject } from '../next-round';
import { isReadyToSync } from '../ready';
import { checkMissedProducts } from './check-missed-products';
import { openHikePass } from './hike-reading';
import { readHikePage } from './read-hike-page';
import { readRun } from './run-cursor';

const SUBJECT = upkeepSubject('Reading products from Hike');

/** A round ends soon enough for whatever is more urgent; the next one goes on where it was. */
const PAGES_PER_ROUND = 5;

/** Changes are read to their end before their counts are published: many in one call instead of few in each of several. */
const BEFORE_STOCK = PRIORITY.stock - 1;

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  if (isResting(context, await readRun(context.database.tables, context.storeHash))) {
    // A dry run, saving the settings, resuming and connecting mark the row again.
    await context.record('products-poll-resting', (tables) => restUntilMarked(context, tables, { row, subject: SUBJECT }));
    return;
  }
  const opened = await openHikePass(context);
  let pass: typeof opened.pass | null = opened.pass;
  for (let page = 0; page < PAGES_PER_ROUND && pass !== null; page += 1) pass = await readHikePage(context, opened.sweep, pass);
  if (pass === null) await checkMissedProducts(context, row);
  await context.record('products-poll-planned', async (tables) => {
    const isGoingOn = pass !== null && !pass.isFull;
    await planNextRound(context, tables, { row, inMs: pass === null ? await productsInterval(tables, askingFor(context)) : 0, subject: SUBJECT, ...(isGoingOn && { priority: BEFORE_STOCK }) });
  });
};

/** Counts come by the same list, so it is read while either of both is wanted; and for a dry run, which writes nothing, whatever is paused. */
export const isResting = (context: JobContext, { state, isPaused }: CatalogueRun): boolean => {
  const { paused } = context.settings;
  if (state === 'never' || !isReadyToSync(context)) return true;
  return state === 'reading' ? isPaused : paused.products && paused.stock;
};

/** Hike has no webhooks: new and changed products, and all counts, are found by asking. */
export const pollHikeProducts: Job = {
  batch: 1,
  needs: ['hike'],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
