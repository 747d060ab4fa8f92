/** The app's worker in a time as fast as the sandbox's. It hears webhooks, and does what a merchant does when the benchmark that started it asks. */
import { serve } from '@hono/node-server';
import { services } from '../lib/composition';
import { openStore } from '../lib/composition/testing/open-store';
import { sandboxEnvironment } from '../lib/composition/testing/sandbox-environment';
import { scaledClock } from '../lib/composition/testing/scaled-clock';
import { StoreHash } from '../lib/domain/ids';
import type { ProductAction } from '../lib/domain/views/product-views';
import type { Settings } from '../lib/domain/settings';
import { wakeDueStores } from '../lib/engine/sweep';
import { takeHook } from '../lib/web/take-hook';

interface Place {
  storeHash: string;
  shopId: string;
}

const SWEEP_EVERY_MS = 1_000;

const stage = JSON.parse(process.argv[2] ?? '') as Parameters<typeof sandboxEnvironment>[0] & { controlUrl: string };
Object.assign(process.env, sandboxEnvironment(stage));
const clock = await scaledClock(stage.controlUrl);
const app = await services({ isWorker: true, clock });

const changeSettings = async (place: Place, change: (settings: Settings) => Settings): Promise<void> => {
  const storeHash = StoreHash.parse(place.storeHash);
  const { version, value } = await app.pages.settings(storeHash);
  const saved = await app.pages.saveSettings(storeHash, { version, value: change(value) }, 'ana@example.com');
  if (saved.kind !== 'saved') throw new Error(`The settings were not saved: ${JSON.stringify(saved)}`);
};

const CURSORS = { products: 'hike-products', customers: 'hike-customers' };

/** What can be asked for: the store, and more. */
const TASKS = {
  open: (place: Place) => openStore(app, stage, place),
  act: (place: Place, action: ProductAction) => app.pages.actOnProducts(StoreHash.parse(place.storeHash), action),
  run: (place: Place) => app.pages.catalogueRun(StoreHash.parse(place.storeHash)),
  /** Every price of the store belongs in another field then. */
  sellAt: (place: Place, salePrice: Settings['salePrice']) => changeSettings(place, (settings) => ({ ...settings, salePrice })),
  pause: (place: Place, products: boolean) => app.pages.pause(StoreHash.parse(place.storeHash), { products }),
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
    const waiting = await Promise.all((['product', 'stock', 'customer', 'store-product', 'store-stock'] as const).map((thing) => dirty.count(storeHash, thing)));
    return (reading?.goodUntil ?? '') >= since && waiting.every((count) => count === 0);
  },
  /** In MiB: now, and the most since the process began. */
  memory: async () => ({ now: process.memoryUsage.rss() / 2 ** 20, most: process.resourceUsage().maxRSS / 2 ** 10 }),
};

interface Question {
  id: number;
  task: keyof typeof TASKS;
  place: Place;
  more: never;
}

process.on('message', ({ id, task, place, more }: Question) => {
  Promise.resolve(TASKS[task](place, more)).then(
    (value: unknown) => process.send?.({ id, value: value ?? null }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());

serve({ fetch: async (request: Request) => new Response(null, { status: await takeHook(app, request) }), hostname: 'localhost', port: Number(new URL(stage.appUrl).port) });
await app.startWorking();
// The composition's sweeper knows nothing of the faster time.
app.queue.sweep(() => wakeDueStores(app), SWEEP_EVERY_MS / clock.scale);
process.send?.({ id: 0, value: 'ready' });
