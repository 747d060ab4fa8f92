import { StoreHash } from '../../lib/domain/ids';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/domain/settings';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';
import type { WholeDatabase } from '../../lib/engine/ports/tables';
import type { Met } from '../faults/met';
import { NetworkFaults } from '../faults/network-faults';
import { WebhookFaults } from '../faults/webhook-faults';
import { createChance } from '../schedule/chance';
import { appAddress } from './app-address';
import type { Installation } from './app-process';
import { type Fleet, type Skews, startFleet } from './fleet';
import { simulatedEnvironment } from './installation';
import { createListeningLog, type ListeningLog } from './listening-log';
import type { Place, Platforms } from './platforms';
import { observeRests } from './rests';
import { Secrets } from './secrets';
import type { VirtualTime } from './virtual-time';
import { APP_URL, BIGCOMMERCE_URL, CONTROL_URL, HIKE_URL, virtualNetwork } from './virtual-network';
import { WokenStores } from './woken-stores';

/** What was asked of the app, as far as what must come of it depends on that. */
export interface Wanted {
  /** Orders whose import the app took on. */
  imports: Set<number>;
  /** Those of them that an uninstall may have dropped, or that the merchant left out after all: the page offers them again. */
  droppedImports: Set<number>;
  /** Orders that were partly shipped or refunded when their import was first asked for, and are so still. */
  partialImports: Set<number>;
  /** Orders that the merchant wished to leave out. */
  askedOut: Set<number>;
  /** All that was ever chosen for what is gone from Hike. */
  deletes: Set<Settings['catalogue']['deletes']>;
  /** Hike was given the names of products once. */
  hikeNamed: boolean;
  /** Products of the store that the merchant sent to Hike, and their SKUs then. */
  sentToHike: Map<number, string>;
  /** Products that people deleted there. */
  deletedInStore: Set<number>;
  /** Entries of the sync log that the merchant put aside. */
  ignored: Set<string>;
  /** Orders that people changed in the control panel: their status is no longer ours. */
  touched: Set<number>;
  /** As the merchant saved them last. */
  settings: Settings;
  /** Not when the last save ended with an error page: then what the page shows holds. */
  isSure: boolean;
  /** Orders that were called off while the merchant wished that their sales follow by themselves. */
  toReverse: Set<number>;
  /** From the beginning to the end. */
  followsOrders: boolean;
  /** What is shipped already when it is imported is completed in Hike: from the beginning to the end. */
  completesShipped: boolean;
}

/** One store and its shop, the installation of the app that serves them, and the accidents between them. */
export interface Stage {
  place: Place;
  storeHash: StoreHash;
  time: VirtualTime;
  platforms: Platforms;
  database: WholeDatabase;
  fleet: Fleet;
  woken: WokenStores;
  networkFaults: NetworkFaults;
  webhookFaults: WebhookFaults;
  met: Met;
  log: ListeningLog;
  wanted: Wanted;
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
  skews: Skews;
}

interface Parts extends StageOptions {
  log: ListeningLog;
  /** Not there yet while the network is made. */
  fleet: () => Fleet;
}

const hostsOf = ({ platforms: { sandbox }, fleet, time }: Parts, env: Installation['env']) => ({
  [BIGCOMMERCE_URL]: (request: Request) => sandbox.front.fetch(request),
  [HIKE_URL]: (request: Request) => sandbox.hike.app.fetch(request),
  [CONTROL_URL]: (request: Request) => sandbox.control.fetch(request),
  [APP_URL]: appAddress(() => fleet().web, { env, time }),
});

/** What all processes share; also gives the platforms their network. */
const install = (parts: Parts): Installation => {
  const { time, places, met, chance, log, fleet } = parts;
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
  const woken = new WokenStores({ time, runners: () => fleet().workers, random, nextDue, lost: () => met.count('lost-wake-up') });
  return { env, database, woken, time, network, networkFaults: new NetworkFaults({ time, met }), met, log, random };
};

const wantedAtFirst = (): Wanted => ({
  imports: new Set(),
  droppedImports: new Set(),
  partialImports: new Set(),
  askedOut: new Set(),
  ignored: new Set(),
  deletes: new Set(['ask']),
  sentToHike: new Map(),
  deletedInStore: new Set(),
  hikeNamed: false,
  toReverse: new Set(),
  touched: new Set(),
  settings: DEFAULT_SETTINGS,
  isSure: true,
  followsOrders: true,
  completesShipped: true,
});

/** One stage per place; processes, network and chance are the same for all. */
export const openStages = (options: StageOptions): Stage[] => {
  const { time, places, met, skews, platforms, database } = options;
  const log = createListeningLog(new Secrets(platforms, simulatedEnvironment()));
  let fleet: Fleet | null = null;
  const installation = install({ ...options, log, fleet: () => fleet! });
  const { woken, networkFaults } = installation;
  fleet = startFleet(installation, skews);
  woken.start();
  const webhookFaults = new WebhookFaults(platforms, met);
  const shared = { time, platforms, database, fleet, woken, networkFaults, webhookFaults, met, log };
  return places.map((place) => ({ ...shared, place, storeHash: StoreHash.parse(place.storeHash), wanted: wantedAtFirst() }));
};
