/** The app as merchants and webhooks meet it, without a worker: a process that nobody kills, which does what it is asked. */
import { serve } from '@hono/node-server';
import { services } from '../lib/composition';
import { openStore } from '../lib/composition/testing/open-store';
import { sandboxEnvironment } from '../lib/composition/testing/sandbox-environment';
import { OrderId, StoreHash } from '../lib/domain/ids';
import type { ProductAction } from '../lib/domain/views/product-views';
import { takeHook } from '../lib/web/take-hook';
import type { Place } from './places';

interface Question {
  id: number;
  task: string;
  given: never;
}

const addresses = JSON.parse(process.argv[2] ?? '') as Parameters<typeof sandboxEnvironment>[0] & { controlUrl: string };
Object.assign(process.env, sandboxEnvironment(addresses));
const app = await services({ isWorker: false });

const hashOf = ({ storeHash }: Place): StoreHash => StoreHash.parse(storeHash);

const TASKS: Record<string, (given: never) => unknown> = {
  open: (place: Place) => openStore(app, addresses, place),
  act: ({ place, action }: { place: Place; action: ProductAction }) => app.pages.actOnProducts(hashOf(place), action),
  run: (place: Place) => app.pages.catalogueRun(hashOf(place)),
  import: ({ place, ids }: { place: Place; ids: number[] }) => app.pages.importOrders(hashOf(place), ids.map((id) => OrderId.parse(id))),
  /** Somebody looks: what is due is asked for at once. */
  check: async (place: Place) => {
    await app.pages.checkSales(hashOf(place));
    await app.pages.checkOrders(hashOf(place));
    await app.pages.checkProducts(hashOf(place));
  },
};

process.on('message', ({ id, task, given }: Question) => {
  Promise.resolve()
    .then(() => TASKS[task]?.(given))
    .then(
      (value: unknown) => process.send?.({ id, value: value ?? null }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
    );
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());

const hear = async (request: Request): Promise<Response> => {
  // As Next answers for a route that threw; the platform sends the webhook again.
  const status = await takeHook(app, request).catch(() => 500);
  return new Response(null, { status });
};
serve({ fetch: hear, hostname: 'localhost', port: Number(new URL(addresses.appUrl).port) });
process.send?.({ id: 0, value: 'ready' });
