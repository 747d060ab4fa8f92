import type { Thing } from '../../domain/entry';
import type { StoreHash } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { sideToShow } from '../../domain/rules/connection/side-to-show';
import { healthOf, type ThingFacts } from '../../domain/rules/health-of-thing';
import { isReady, setupSteps } from '../../domain/rules/setup-steps';
import type { Settings } from '../../domain/settings';
import type { HealthView, OverviewView } from '../../domain/views/views';
import { connectionStateOf, hikeView } from './hike-view';
import { DAY_MS, HIKE_CALLS_PER_DAY } from './limits';
import { readRun } from '../jobs/catalogue/run-cursor';
import { readHooksWatch } from '../jobs/hooks/hooks-watch';
import { lastPublished } from '../jobs/stock/last-published';
import { readWatch } from '../jobs/watch/read-watch';
import type { JobThing } from '../ports/tables';
import { type PageDeps, readStoreState, type StoreState } from './page-deps';

export const overview = async (deps: PageDeps, storeHash: StoreHash): Promise<OverviewView> => {
  const state = await readStoreState(deps, storeHash);
  const { store, settings } = state;
  const { tables } = deps.database;
  const setup = setupSteps(settings, { connection: connectionStateOf(state), profile: store.profile });
  const [counts, calls, health, hooks, watch] = await Promise.all([
    tables.entries.countByResult(storeHash),
    tables.calls.countSince(storeHash, instantPlus(deps.clock.now(), -DAY_MS)),
    healthViews(deps, storeHash, { state, ready: isReady(setup) }),
    readHooksWatch(tables, storeHash),
    readWatch(tables, storeHash),
  ]);
  return {
    store: {
      name: store.profile?.name ?? 'This store',
      hash: store.hash,
      timeZone: store.profile?.timeZone ?? 'UTC',
      currency: store.profile?.currency ?? '',
      controlPanelUrl: store.profile?.controlPanelUrl ?? null,
      state: store.state === 'reauthorise' ? 'reauthorise' : 'active',
      noticesGoodAt: hooks.goodAt,
    },
    reopenUrl: store.profile === null ? null : `${store.profile.controlPanelUrl}/manage/app/${deps.installation.appId}`,
    hike: hikeView(state),
    watch: {
      bigcommerce: sideToShow(watch.bigcommerce, store.state === 'reauthorise' ? 'reconnect' : 'connected'),
      hike: sideToShow(watch.hike, connectionStateOf(state)),
    },
    setup,
    isReady: isReady(setup),
    health,
    needsYou: counts['needs-you'],
    budget: { hikeCallsToday: calls, hikeCallsPerDay: HIKE_CALLS_PER_DAY },
    paused: settings.paused,
  };
};

interface WatchedThing {
  thing: HealthView['thing'];
  /** The round of upkeep that keeps it going. */
  poll: JobThing;
  /** What its lines in the sync log are about. */
  record: Thing;
  pausedBy: keyof Settings['paused'];
  /** Waits for "Start" on the Products page. */
  isOfCatalogue: boolean;
}

const WATCHED: readonly WatchedThing[] = [
  { thing: 'orders', poll: 'orders', record: 'order', pausedBy: 'imports', isOfCatalogue: false },
  { thing: 'sales', poll: 'hike-sales', record: 'sale', pausedBy: 'sales', isOfCatalogue: false },
  { thing: 'products', poll: 'hike-products', record: 'product', pausedBy: 'products', isOfCatalogue: true },
  { thing: 'stock', poll: 'hike-products', record: 'stock', pausedBy: 'stock', isOfCatalogue: true },
  { thing: 'customers', poll: 'hike-customers', record: 'customer', pausedBy: 'customers', isOfCatalogue: true },
];

const healthViews = (deps: PageDeps, storeHash: StoreHash, { state, ready }: { state: StoreState; ready: boolean }): Promise<HealthView[]> =>
  Promise.all(WATCHED.map((watched) => healthView(deps, storeHash, { watched, settings: state.settings, ready })));

const healthView = async (
  { database: { tables }, clock }: PageDeps,
  storeHash: StoreHash,
  { watched, settings, ready }: { watched: WatchedThing; settings: Settings; ready: boolean },
): Promise<HealthView> => {
  const [poll, lastSuccess, counts, run] = await Promise.all([
    tables.dirty.find(storeHash, watched.poll, '-'),
    watched.thing === 'stock' ? lastPublished(tables, storeHash) : tables.entries.latest(storeHash, watched.record, 'done'),
    tables.entries.countByResult(storeHash, watched.record),
    readRun(tables, storeHash),
  ]);
  const facts = {
    now: clock.now(),
    waitsFor: healthWait(ready, { isNotStarted: watched.isOfCatalogue && settings.catalogue.startedAt === null, isHeld: watched.thing === 'products' && run.hold !== null && run.state === 'ready' }),
    isPaused: settings.paused[watched.pausedBy],
    needsYou: counts['needs-you'],
    nextCheck: poll?.notBefore ?? null,
  };
  return { thing: watched.thing, lastSuccess, ...healthOf(facts) };
};

const healthWait = (ready: boolean, { isNotStarted, isHeld }: { isNotStarted: boolean; isHeld: boolean }): ThingFacts['waitsFor'] => {
  if (!ready) return 'set-up';
  if (isNotStarted) return 'start';
  return isHeld ? 'look' : null;
};
