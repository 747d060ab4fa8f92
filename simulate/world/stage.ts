import { StoreHash } from '../../lib/domain/ids';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';
import type { Database } from '../../lib/engine/ports/tables';
import { takeHook } from '../../lib/web/take-hook';
import type { Met } from '../faults/met';
import { NetworkFaults } from '../faults/network-faults';
import { createChance } from '../schedule/chance';
import { type AppProcess, type Installation, startProcess } from './app-process';
import { simulatedEnvironment } from './installation';
import { createListeningLog, type ListeningLog } from './listening-log';
import type { Place, Platforms } from './platforms';
import type { VirtualTime } from './virtual-time';
import { type Answering, APP_URL, BIGCOMMERCE_URL, CONTROL_URL, HIKE_URL, virtualNetwork } from './virtual-network';
import { WokenStores } from './woken-stores';

/** What was asked of the app, as far as what must come of it depends on that. */
export interface Wanted {
  /** Orders whose import the app took on. */
  imports: Set<number>;
  /** Orders that people changed in the control panel: their status is no longer ours. */
  touched: Set<number>;
  buffer: number;
  /** From the beginning to the end. */
  followsOrders: boolean;
  pausedThings: Set<string>;
}

/** One store, one shop, one installation of the app, and the accidents between them. */
export interface Stage {
  place: Place;
  storeHash: StoreHash;
  time: VirtualTime;
  platforms: Platforms;
  database: Database;
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
  database: Database;
  place: Place;
  met: Met;
  /** Draws latencies, jitter and who gets a wake-up. */
  chance: number;
  /** Of each worker's clock, in ms. */
  skews: readonly number[];
}

/** The app's public address: webhooks alone come from outside; what a person does is called directly. */
const appAddress = (web: () => AppProcess, env: Installation['env']): Answering => async (request) => {
  if (new URL(request.url).pathname !== '/api/bigcommerce/webhooks') return new Response(null, { status: 404 });
  const { app, clock, database } = web();
  return new Response(null, { status: await takeHook({ env, clock, database, ...app }, request) });
};

const SHORTEST_MS = 20;
const LONGEST_MS = 400;

interface Parts extends StageOptions {
  storeHash: StoreHash;
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
  const { time, database, storeHash, met, chance, log, workers } = parts;
  const [env, random] = [simulatedEnvironment(), createChance(chance)];
  const network = virtualNetwork(hostsOf(parts, env));
  // The platforms, too, have no network but this.
  globalThis.fetch = ((url: string, init?: RequestInit) => time.atWork(network(url, init))) as typeof fetch;
  const nextDue = async () => {
    const due = await database.tables.dirty.nextDue(storeHash);
    return due === null ? null : millisOfInstant(due);
  };
  const woken = new WokenStores({ time, runners: () => workers, random, nextDue });
  return { env, database, woken, time, network, networkFaults: new NetworkFaults({ time, met }), met, log, random };
};

export const openStage = (options: StageOptions): Stage => {
  const { time, place, met, skews } = options;
  const storeHash = StoreHash.parse(place.storeHash);
  const [log, workers] = [createListeningLog(), [] as AppProcess[]];
  let web: AppProcess | null = null;
  const installation = install({ ...options, storeHash, log, workers, web: () => web! });
  const { woken, networkFaults, random } = installation;
  const latency = () => SHORTEST_MS + Math.floor(random() * (LONGEST_MS - SHORTEST_MS));
  let started = 0;
  const startWorker = (skewMs: number) => startProcess(installation, { name: `worker ${(started += 1)}`, skewMs, latency });
  web = startProcess(installation, { name: 'web', skewMs: 0, latency: () => SHORTEST_MS });
  workers.push(...skews.map(startWorker));
  woken.start();
  const wanted: Wanted = { imports: new Set(), touched: new Set(), buffer: 0, followsOrders: true, pausedThings: new Set() };
  const replace = (worker: AppProcess) => {
    const index = workers.indexOf(worker);
    workers[index] = startWorker(skews[index] ?? 0);
  };
  return { place, storeHash, time, platforms: options.platforms, database: options.database, web, workers, woken, networkFaults, met, log, wanted, replace };
};
