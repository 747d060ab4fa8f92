import type { CatalogueRun } from '../../../domain/catalogue-run';
import type { StoreHash } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { type RemainingWork, roughly, syncTimeLeft } from '../../../domain/rules/catalogue/sync-time-left';
import type { CatalogueRunView } from '../../../domain/views/product-views';
import { problemView } from '../../../domain/views/problem-view';
import { runProgress } from '../../../domain/views/run-progress';
import { readRun } from '../../jobs/catalogue/run-cursor';
import type { ReadingTables } from '../../ports/tables';
import { DAY_MS, HIKE_CALLS_PER_DAY, HIKE_CALLS_PER_MINUTE, HIKE_ROWS_PER_PAGE, STANDARD_CALLS_PER_SECOND, STORE_PRODUCTS_PER_PAGE } from '../limits';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import { whyBlocked } from '../why-blocked';

export const catalogueRun = async (deps: PageDeps, storeHash: StoreHash): Promise<CatalogueRunView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const run = await readRun(tables, storeHash);
  const [ours, theirs, sums, waiting] = await Promise.all([
    tables.hikeProducts.countByStanding(storeHash),
    tables.storeProducts.countByStanding(storeHash),
    tables.hikeProducts.sumPlans(storeHash),
    run.state === 'comparing' || run.state === 'running' ? tables.dirty.count(storeHash, run.state === 'comparing' ? 'compare' : 'product') : 0,
  ]);
  const counts = {
    create: ours.create,
    update: ours.update,
    unchanged: ours.unchanged,
    needsYou: ours.ambiguous + ours.clash + ours.duplicate + ours.refused,
    leftOut: ours['left-out'] + ours.ignored,
    removed: ours.removed,
    onlyInBigCommerce: theirs['only-here'],
    ...sums,
  };
  const { isPaused, blocked, ...can } = whatCanBeDone(state, run);
  return {
    state: run.state,
    isPaused,
    blocked,
    counts,
    progress: runProgress({ run, waiting, failed: ours.refused }),
    timeLeft: isPaused ? null : await timeLeft(deps, storeHash, { run, counts }),
    comparedAt: run.comparedAt,
    startedAt: state.settings.catalogue.startedAt,
    can,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
  };
};

const isBusy = ({ state }: CatalogueRun): boolean => state === 'reading' || state === 'comparing' || state === 'running';

const whatCanBeDone = (state: StoreState, run: CatalogueRun): CatalogueRunView['can'] & Pick<CatalogueRunView, 'isPaused' | 'blocked'> => {
  const blocked = whyBlocked(state, 'products');
  const isPaused = state.settings.paused.products;
  const isStarted = state.settings.catalogue.startedAt !== null;
  return {
    isPaused,
    blocked: blocked === null ? null : problemView(blocked),
    dryRun: blocked === null && !isBusy(run),
    start: blocked === null && run.state === 'ready' && !isStarted,
    pause: isStarted && !isPaused,
    resume: isStarted && isPaused,
    cancel: isBusy(run),
  };
};

/** From the work that remains and both platforms' limits; other apps share BigCommerce's, so it is an estimate. */
const timeLeft = async ({ database: { tables }, clock }: PageDeps, storeHash: StoreHash, { run, counts }: { run: CatalogueRun; counts: CatalogueRunView['counts'] }): Promise<string | null> => {
  const work = await remainingWork(tables, storeHash, { run, counts });
  if (work === null) return null;
  const callsToday = await tables.calls.countSince(storeHash, instantPlus(clock.now(), -DAY_MS));
  const left = syncTimeLeft(work, {
    storeCallsPerSecond: STANDARD_CALLS_PER_SECOND,
    hikeCallsPerMinute: HIKE_CALLS_PER_MINUTE,
    hikeCallsLeftToday: Math.max(0, HIKE_CALLS_PER_DAY - callsToday),
    measured: null,
  });
  return left === null ? null : roughly(left);
};

const NO_WORK: RemainingWork = { creates: 0, updates: 0, images: 0, stockLevels: 0, hikePages: 0, storePages: 0 };

const remainingWork = async (tables: ReadingTables, storeHash: StoreHash, { run, counts }: { run: CatalogueRun; counts: CatalogueRunView['counts'] }): Promise<RemainingWork | null> => {
  switch (run.state) {
    case 'reading': {
      const pages = ({ isDone, total, read }: CatalogueRun['hike'], perPage: number): number | null => (isDone ? 0 : total === null ? null : Math.ceil(Math.max(0, total - read) / perPage));
      const [hikePages, storePages] = [pages(run.hike, HIKE_ROWS_PER_PAGE), pages(run.store, STORE_PRODUCTS_PER_PAGE)];
      return hikePages === null || storePages === null ? null : { ...NO_WORK, hikePages, storePages };
    }
    case 'running':
      return { ...NO_WORK, creates: counts.create, updates: counts.update, stockLevels: await tables.dirty.count(storeHash, 'stock') };
    case 'never':
    case 'comparing':
    case 'ready':
    case 'in-step':
      return null;
    default:
      return run.state satisfies never;
  }
};
