import type { StoreHash } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { healthOf } from '../../domain/rules/health-of-thing';
import { isReady, setupSteps } from '../../domain/rules/setup-steps';
import type { HealthView, OverviewView } from '../../domain/views/views';
import { connectionStateOf, hikeView } from './hike-view';
import { type PageDeps, readStoreState, type StoreState } from './page-deps';

const DAY_MS = 24 * 60 * 60_000;
/** Hike's own limit (reference: hike-api 2.2). */
const HIKE_CALLS_PER_DAY = 5_000;

export const overview = async (deps: PageDeps, storeHash: StoreHash): Promise<OverviewView> => {
  const state = await readStoreState(deps, storeHash);
  const { store, settings } = state;
  const { tables } = deps.database;
  const setup = setupSteps(settings, { connection: connectionStateOf(state), profile: store.profile });
  const [counts, calls, health] = await Promise.all([
    tables.entries.countByResult(storeHash),
    tables.calls.countSince(storeHash, instantPlus(deps.clock.now(), -DAY_MS)),
    healthViews(deps, storeHash, { state, ready: isReady(setup) }),
  ]);
  return {
    store: {
      name: store.profile?.name ?? store.hash,
      hash: store.hash,
      timeZone: store.profile?.timeZone ?? 'UTC',
      currency: store.profile?.currency ?? '',
      controlPanelUrl: store.profile?.controlPanelUrl ?? null,
      state: store.state === 'reauthorise' ? 'reauthorise' : 'active',
    },
    reopenUrl: store.profile === null ? null : `${store.profile.controlPanelUrl}/manage/app/${deps.installation.appId}`,
    hike: hikeView(state),
    setup,
    isReady: isReady(setup),
    health,
    needsYou: counts['needs-you'],
    budget: { hikeCallsToday: calls, hikeCallsPerDay: HIKE_CALLS_PER_DAY },
    paused: settings.paused,
  };
};

const POLLS = { orders: 'orders', sales: 'hike-sales' } as const;
const RECORDS = { orders: 'order', sales: 'sale' } as const;

const healthViews = async (
  { database: { tables }, clock }: PageDeps,
  storeHash: StoreHash,
  { state, ready }: { state: StoreState; ready: boolean },
): Promise<HealthView[]> =>
  Promise.all(
    (['orders', 'sales'] as const).map(async (thing) => {
      const [poll, lastSuccess, counts] = await Promise.all([
        tables.dirty.find(storeHash, POLLS[thing], '-'),
        tables.entries.latest(storeHash, RECORDS[thing], 'done'),
        tables.entries.countByResult(storeHash, RECORDS[thing]),
      ]);
      const isPaused = thing === 'orders' ? state.settings.paused.imports : state.settings.paused.sales;
      return { thing, lastSuccess, ...healthOf({ now: clock.now(), ready, isPaused, needsYou: counts['needs-you'], nextCheck: poll?.notBefore ?? null }) };
    }),
  );
