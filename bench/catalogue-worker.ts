/** The worker of the part "catalogue". */
import { openStore } from '../lib/composition/testing/open-store';
import { StoreHash } from '../lib/domain/ids';
import { instantPlus } from '../lib/domain/instant-arithmetic';
import type { ProductAction } from '../lib/domain/views/product-views';
import type { Settings } from '../lib/domain/settings';
import type { Place } from './catalogue/start-connector';
import { openWorker } from './open-worker';

const { app, stage, clock, work } = await openWorker();

const changeSettings = async (place: Place, change: (settings: Settings) => Settings): Promise<void> => {
  const storeHash = StoreHash.parse(place.storeHash);
  const { version, value } = await app.pages.settings(storeHash);
  const saved = await app.pages.saveSettings(storeHash, { version, value: change(value) }, 'ana@example.com');
  if (saved.kind !== 'saved') throw new Error(`The settings were not saved: ${JSON.stringify(saved)}`);
};

const SOON_MS = 10 * 60_000;
/** Done once nothing of it is left; polls always come again. */
const WORK: ReadonlySet<string> = new Set(['product', 'stock', 'customer', 'store-product', 'store-stock']);

const CURSORS = { products: 'hike-products', customers: 'hike-customers' };

/** What can be asked for: the store, and more. */
await work({
  open: (place: Place) => openStore(app, stage, place),
  act: (place: Place, action: ProductAction) => app.pages.actOnProducts(StoreHash.parse(place.storeHash), action),
  run: (place: Place) => app.pages.catalogueRun(StoreHash.parse(place.storeHash)),
  /** Every price of the store belongs in another field then. */
  sellAt: (place: Place, salePrice: Settings['salePrice']) => changeSettings(place, (settings) => ({ ...settings, salePrice })),
  /** Looks for changes in Hike at once; answers since when. */
  check: async (place: Place, what: keyof typeof CURSORS) => {
    const storeHash = StoreHash.parse(place.storeHash);
    const since = clock.now();
    await (what === 'products' ? app.pages.checkProducts(storeHash) : app.pages.checkCustomers(storeHash));
    return since;
  },
  /** Everything that Hike had to tell then is known and done. */
  isCaughtUp: async (place: Place, { what, since }: { what: keyof typeof CURSORS; since: string }) => {
    const storeHash = StoreHash.parse(place.storeHash);
    const { cursors, dirty } = app.database.tables;
    const reading = (await cursors.find(storeHash, CURSORS[what])) as { goodUntil: string | null } | null;
    // Not what is planned for the night.
    const soon = await dirty.listDueKinds(storeHash, instantPlus(clock.now(), SOON_MS));
    return (reading?.goodUntil ?? '') >= since && !soon.some(({ thing }) => WORK.has(thing));
  },
  /** Of memory in MiB: now, and the most since the process began; of a processor in seconds since then. */
  used: async () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    return { now: process.memoryUsage.rss() / 2 ** 20, most: maxRSS / 2 ** 10, processor: (userCPUTime + systemCPUTime) / 1e6 };
  },
});
