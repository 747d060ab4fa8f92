import { createBigCommerce } from './adapters/bigcommerce/create-bigcommerce';
import { createHike } from './adapters/hike/create-hike';
import type { CallReport } from './adapters/http/call-report';
import { createHeaderGatedPacer } from './adapters/http/header-gated-pacer';
import { createLanes } from './adapters/http/lanes';
import { createRollingPacer } from './adapters/http/rolling-pacer';
import type { Transport } from './adapters/http/transport';
import type { StoreHash } from './domain/ids';
import type { createHikeAccess } from './engine/account/hike-access';
import type { Clock } from './engine/ports/clock';
import type { Log } from './engine/ports/log';
import type { Database } from './engine/ports/tables';
import type { Vendors } from './engine/ports/vendors';
import type { Env } from './env';

interface VendorDeps {
  env: Env;
  transport: Transport;
  random: () => number;
  clock: Clock;
  log: Log;
  database: Database;
  access: ReturnType<typeof createHikeAccess>;
}

/** Pacers and lanes live as long as the process: what they learnt of a quota is worth more than a slice. */
export const createVendors = (deps: VendorDeps): Vendors => {
  const { env, transport, clock, random, log } = deps;
  const bigcommercePacer = perStore(() => createHeaderGatedPacer({ clock }));
  const hikePacer = perStore((storeHash) => createRollingPacer({ clock, counter: counterOf(deps, storeHash) }));
  const bigcommerceLanes = perStore(createLanes);
  const onCall = (report: CallReport) => log.info('call', { ...report });
  const shared = { transport, clock, random, onCall };
  return {
    bigcommerce: ({ hash, accessToken }, maySpeak) =>
      createBigCommerce({
        ...shared,
        maySpeak,
        apiUrl: env.bigcommerce.apiUrl,
        appId: env.bigcommerce.appId,
        storeHash: hash,
        accessToken: accessToken ?? '',
        pacer: bigcommercePacer(hash),
        lanes: bigcommerceLanes(hash),
      }),
    hike: ({ hash }, maySpeak) => createHike({ ...shared, maySpeak, url: env.hike.url, access: deps.access(hash), pacer: hikePacer(hash) }),
    hikeWith: ({ hash }, { accessToken }) =>
      // Tokens that are a minute old need no renewal; if they do not work, the connection is not worth keeping.
      createHike({ ...shared, url: env.hike.url, access: { token: async () => accessToken, renew: async () => accessToken }, pacer: hikePacer(hash) }),
    storeCallsPerSecond: (storeHash) => bigcommercePacer(storeHash).callsPerSecond(),
  };
};

const perStore = <T>(create: (storeHash: StoreHash) => T): ((storeHash: StoreHash) => T) => {
  const made = new Map<StoreHash, T>();
  return (storeHash) => {
    const one = made.get(storeHash) ?? create(storeHash);
    made.set(storeHash, one);
    return one;
  };
};

const counterOf = ({ database: { tables } }: VendorDeps, storeHash: StoreHash) => ({
  add: (at: Parameters<typeof tables.calls.add>[1]) => tables.calls.add(storeHash, at),
  countSince: (since: Parameters<typeof tables.calls.countSince>[1]) => tables.calls.countSince(storeHash, since),
});
