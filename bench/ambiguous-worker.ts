/** The worker of the part "ambiguous". */
import { openStore } from '../lib/composition/testing/open-store';
import { OrderId, SaleId, StoreHash } from '../lib/domain/ids';
import type { Place } from './catalogue/start-connector';
import { openWorker } from './open-worker';

const { app, stage, clock, work } = await openWorker();
const { tables } = app.database;

const hashOf = ({ storeHash }: Place): StoreHash => StoreHash.parse(storeHash);

await work({
  open: (place: Place) => openStore(app, stage, place),
  /** How many of these orders the Orders page knows. */
  known: async (place: Place, ids: number[]) => (await tables.orders.findMany(hashOf(place), ids.map((id) => OrderId.parse(id)))).length,
  import: async (place: Place, ids: number[]) => (await app.pages.importOrders(hashOf(place), ids.map((id) => OrderId.parse(id)))).queued.length,
  /** Looks for new sales at once; answers since when. */
  check: async (place: Place) => {
    const since = clock.now();
    await app.pages.checkSales(hashOf(place));
    return since;
  },
  progress: async (place: Place, since: string) => {
    const storeHash = hashOf(place);
    const poll = (await tables.cursors.find(storeHash, 'hike-sales')) as { goodUntil: string | null } | null;
    const waiting = await Promise.all((['sale', 'import-order'] as const).map((thing) => tables.dirty.count(storeHash, thing)));
    const { checking, 'needs-you': needYou } = await tables.entries.countByResult(storeHash);
    return { isDone: (poll?.goodUntil ?? '') >= since && waiting.every((count) => count === 0), checking, needYou };
  },
  /** How many of these sales it says it has sent. */
  sent: async (place: Place, ids: number[]) => {
    const seen = await tables.sales.findMany(hashOf(place), ids.map((id) => SaleId.parse(id)));
    return seen.filter(({ state }) => state === 'sent').length;
  },
});
