import { StoreHash } from '../../lib/domain/ids';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';
import type { WholeDatabase } from '../../lib/engine/ports/tables';
import { readLaunch } from '../../lib/web/launch-token';
import { takeHook } from '../../lib/web/take-hook';
import type { Met } from '../faults/met';
import { NetworkFaults } from '../faults/network-faults';
import { createChance } from '../schedule/chance';
import { type AppProcess, type Installation, startProcess } from './app-process';
import { simulatedEnvironment } from './installation';
import { createListeningLog, type ListeningLog } from './listening-log';
import type { Place, Platforms } from './platforms';
import { observeRests } from './rests';
import { Secrets } from './secrets';
import type { VirtualTime } from './virtual-time';
import { type Answering, APP_URL, BIGCOMMERCE_URL, CONTROL_URL, HIKE_URL, virtualNetwork } from './virtual-network';
import { WokenStores } from './woken-stores';

/** What was asked of the app, as far as what must come of it depends on that. */
export interface Wanted {
  /** Orders whose import the app took on. */
  imports: Set<number>;
  /** Those of them that an uninstall may have dropped: the page offers them again. */
  droppedImports: Set<number>;
  /** Orders that people changed in the control panel: their status is no longer ours. */
  touched: Set<number>;
  buffer: number;
  /** From the beginning to the end. */
  followsOrders: boolean;
  pausedThings: Set<string>;
}

/** One store and its shop, the installation of the app that serves them, and the accidents between them. */
export interface Stage {
  place: Place;
  storeHash: StoreHash;
  time: VirtualTime;
  platforms: Platforms;
  database: WholeDatabase;
  /** Serves the merchant and takes webhooks; works on nothing. */
  web: AppProcess;
  workers: AppProcess[];
  woken: WokenStores;
  networkFaults: NetworkFaults;
  met: Met;
  log: ListeningLog;
  wanted: Wanted;
  /** A process in the place of one that died. */
  replace(worker: AppProcess): void;
}

export interface StageOptions {
  time: VirtualTime;
  platforms: Platforms;
  database: WholeDatabase;
  /** Served by one installation. */
  places: readonly Place[];
  met: Met;
  /** Draws latencies, jitter and who gets a wake-up. */
  chance: number;
  /** Of each worker's clock, in ms. */
  skews: readonly number[];
}

/** The app's public address: what BigCommerce's server sends comes from outside; what a person does is called directly. */
const appAddress = (web: () => AppProcess, env: Installation['env']): Answering => async (request) => {
  const { pathname, searchParams } = new URL(request.url);
  const { app, clock, database } = web();
  if (pathname === '/api/bigcommerce/webhooks') return new Response(null, { status: await takeHook({ env, clock, database, ...app }, request) });
  if (pathname !== '/api/bigcommerce/uninstall') return new Response(null, { status: 404 });
  const launch = await readLaunch({ env, clock }, searchParams.get('signed_payload_jwt') ?? '');
  if (launch.kind === 'valid') await app.account.uninstall(launch.visit);
  return new Response(null, { status: launch.kind === 'valid' ? 200 : 401 });
};

const SHORTEST_MS = 20;
const LONGEST_MS = 400;

interface Parts extends StageOptions {
  log: ListeningLog;
  workers: AppProcess[];
  web: () => AppProcess;
}

const hostsOf = ({ platforms: { sandbox }, web }: Parts, env: Installation['env']) => ({
  [BIGCOMMERCE_URL]: (request: Request) => sandbox.front.fetch(request),
  [HIKE_URL]: (request: Request) => sandbox.hike.app.fetch(request),
  [CONTROL_URL]: (request: Request) => sandbox.control.fetch(request),
  [APP_URL]: appAddress(web, env),
});

/** What all processes share; also gives the platforms their network. */
const install = (parts: Parts): Installation => {
  const { time, places, met, chance, log, workers } = parts;
  const { database, restsUntil } = observeRests(parts.database);
  const [env, random] = [simulatedEnvironment(), createChance(chance)];
  const network = virtualNetwork(hostsOf(parts, env));
  // The platforms, too, have no network but this. The app may take its time over what it is told.
  globalThis.fetch = ((url: string, init?: RequestInit) => (url.startsWith(APP_URL) ? network(url, init) : time.atWork(network(url, init)))) as typeof fetch;
  const nextDue = async () => {
    const dues = await Promise.all(
      places.map(async ({ storeHash }) => {
        const due = await database.tables.dirty.nextDue(StoreHash.parse(storeHash));
        return due === null ? Infinity : Math.max(millisOfInstant(due), restsUntil(StoreHash.parse(storeHash)));
      }),
    );
    const due = Math.min(...dues);
    return Number.isFinite(due) ? due : null;
  };
  const woken = new WokenStores({ time, runners: () => workers, random, nextDue });
  return { env, database, woken, time, network, networkFaults: new NetworkFaults({ time, met }), met, log, random };
};

const wantedAtFirst = (): Wanted => ({ imports: new Set(), droppedImports: new Set(), touched: new Set(), buffer: 0, followsOrders: true, pausedThings: new Set() });

/** One stage per place; processes, network and chance are the same for all. */
export const openStages = (options: StageOptions): Stage[] => {
  const { time, places, met, skews, platforms, database } = options;
  const [log, workers] = [createListeningLog(new Secrets(platforms, simulatedEnvironment())), [] as AppProcess[]];
  let web: AppProcess | null = null;
  const installation = install({ ...options, log, workers, web: () => web! });
  const { woken, networkFaults, random } = installation;
  const latency = () => SHORTEST_MS + Math.floor(random() * (LONGEST_MS - SHORTEST_MS));
  let started = 0;
  const startWorker = (skewMs: number) => startProcess(installation, { name: `worker ${(started += 1)}`, skewMs, latency });
  web = startProcess(installation, { name: 'web', skewMs: 0, latency: () => SHORTEST_MS });
  workers.push(...skews.map(startWorker));
  woken.start();
  const replace = (worker: AppProcess) => {
    const index = workers.indexOf(worker);
    workers[index] = startWorker(skews[index] ?? 0);
  };
  const shared = { time, platforms, database, web, workers, woken, networkFaults, met, log, replace };
  return places.map((place) => ({ ...shared, place, storeHash: StoreHash.parse(place.storeHash), wanted: wantedAtFirst() }));
};
