import type { CatalogueRun } from '../../../domain/catalogue-run';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus, millisOfInstant } from '../../../domain/instant-arithmetic';
import { type RemainingWork, roughly, type SyncPace, syncTimeLeft } from '../../../domain/rules/catalogue/sync-time-left';
import type { CatalogueRunView } from '../../../domain/views/product-views';
import { problemView } from '../../../domain/views/problem-view';
import { runProgress } from '../../../domain/views/run-progress';
import { comparesStock } from '../../jobs/catalogue/holds';
import { isWriting, readRun } from '../../jobs/catalogue/run-cursor';
import { callsLeft } from '../../jobs/catalogue/run-pace';
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
    isBusy(run) && run.state !== 'reading' ? tables.dirty.count(storeHash, run.state === 'comparing' ? 'compare' : 'product') : 0,
  ]);
  const counts = {
    create: ours.create,
    update: ours.update,
    unchanged: ours.unchanged,
    needsYou: ours.ambiguous + ours.clash + ours.duplicate + ours.refused,
    leftOut: ours['left-out'],
    removed: ours.removed,
    onlyInBigCommerce: theirs['only-here'],
    ...sums,
  };
  const { isPaused, blocked, ...can } = whatCanBeDone(state, run);
  const { products, stock, customers } = state.settings.paused;
  return {
    state: run.state,
    isPaused,
    paused: { products, stock, customers },
    hold: run.hold && { bySettings: run.hold.before !== null, ofStock: comparesStock(state.settings, run.hold) },
    blocked,
    counts,
    progress: runProgress({ run, waiting, failed: ours.refused }),
    timeLeft: isPaused ? null : await timeLeft(deps, storeHash, run),
    comparedAt: run.comparedAt,
    startedAt: state.settings.catalogue.startedAt,
    can,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
  };
};

const isBusy = (run: CatalogueRun): boolean => run.state === 'reading' || run.state === 'comparing' || isWriting(run);

const whatCanBeDone = (state: StoreState, run: CatalogueRun): CatalogueRunView['can'] & Pick<CatalogueRunView, 'isPaused' | 'blocked'> => {
  const blocked = whyBlocked(state, 'products');
  const isStarted = state.settings.catalogue.startedAt !== null;
  // A reading writes nothing, so it goes on while products are paused; the first one has a pause of its own.
  const isReading = run.state === 'reading' && !isStarted;
  const isPaused = isReading ? run.isPaused : state.settings.paused.products;
  return {
    isPaused,
    blocked: blocked === null ? null : problemView(blocked),
    dryRun: blocked === null && !isBusy(run),
    start: blocked === null && run.state === 'ready' && !isStarted,
    apply: blocked === null && run.state === 'ready' && run.hold !== null,
    discard: run.hold !== null,
    pause: (isStarted || isReading) && !isPaused,
    resume: (isStarted || isReading) && isPaused,
    // What a person let through after "Start" is paused at most: what comes from day to day is among it.
    cancel: isBusy(run) && run.state !== 'applying' && run.hold === null,
  };
};

/** From the work that remains and both platforms' limits; other apps share BigCommerce's, so it is an estimate. */
const timeLeft = async ({ database: { tables }, clock }: PageDeps, storeHash: StoreHash, run: CatalogueRun): Promise<string | null> => {
  const work = await remainingWork(tables, storeHash, run);
  if (work === null) return null;
  const callsToday = await tables.calls.countSince(storeHash, instantPlus(clock.now(), -DAY_MS));
  const left = syncTimeLeft(work, {
    storeCallsPerSecond: run.storeCallsPerSecond ?? STANDARD_CALLS_PER_SECOND,
    hikeCallsPerMinute: HIKE_CALLS_PER_MINUTE,
    hikeCallsLeftToday: Math.max(0, HIKE_CALLS_PER_DAY - callsToday),
    measured: measuredSince(run, work, clock.now()),
  });
  return left === null ? null : roughly(left);
};

/** Whatever else made it slow is in it: slow answers, and the store's other apps. */
const measuredSince = ({ pace }: CatalogueRun, { productCalls }: RemainingWork, now: Instant): SyncPace['measured'] => {
  const calls = pace === null ? 0 : pace.calls - productCalls;
  return pace === null || calls < ENOUGH_CALLS ? null : { calls, milliseconds: millisOfInstant(now) - millisOfInstant(pace.since) };
};

/** Fewer tell of chance. */
const ENOUGH_CALLS = 10;

const NO_WORK: RemainingWork = { productCalls: 0, stockLevels: 0, hikePages: 0, storePages: 0 };

const remainingWork = async (tables: ReadingTables, storeHash: StoreHash, run: CatalogueRun): Promise<RemainingWork | null> => {
  switch (run.state) {
    case 'reading': {
      const pages = ({ isDone, total, read }: CatalogueRun['hike'], perPage: number): number | null => (isDone ? 0 : total === null ? null : Math.ceil(Math.max(0, total - read) / perPage));
      const [hikePages, storePages] = [pages(run.hike, HIKE_ROWS_PER_PAGE), pages(run.store, STORE_PRODUCTS_PER_PAGE)];
      return hikePages === null || storePages === null ? null : { ...NO_WORK, hikePages, storePages };
    }
    case 'running':
    case 'applying':
      return { ...NO_WORK, productCalls: await callsLeft(tables, storeHash), stockLevels: await tables.dirty.count(storeHash, 'stock') };
    case 'never':
    case 'comparing':
    case 'ready':
    case 'in-step':
      return null;
    default:
      return run.state satisfies never;
  }
};
