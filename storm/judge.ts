import { wholeTablesOf } from '../lib/composition/testing/whole-tables-of';
import type { Services } from '../lib/composition';
import { OrderId, ProductId, type StoreHash } from '../lib/domain/ids';
import { instantFromMillis } from '../lib/domain/instant-arithmetic';
import { statusOf } from './answer-for';
import type { Forgery } from './forgeries';
import type { Platform } from './platform';
import type { Thing } from './thing';

type Tables = Services['database']['tables'];

const AT_ONCE = 500;

const inChunks = async <T, R>(items: readonly T[], look: (chunk: T[]) => Promise<R[]>): Promise<R[]> => {
  const found: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) found.push(...(await look(items.slice(from, from + AT_ONCE))));
  return found;
};

/** All that can be seen of a thing, on either side. */
const trace = (thing: Thing): string => `${thing.id} ${thing.version} ${thing.kind === 'order' ? statusOf(thing) : ''} ${instantFromMillis(thing.changedAt * 1_000)}`;

const knownOrders = (tables: Tables, storeHash: StoreHash, ids: readonly number[]): Promise<string[]> =>
  inChunks(ids, async (some) => {
    const orders = await tables.orders.findMany(storeHash, some.map((id) => OrderId.parse(id)));
    return orders.map(({ id, statusId, total, modifiedAt }) => `${id} ${total.incTax.minor / 100} ${statusId} ${modifiedAt}`);
  });

const knownProducts = (tables: Tables, storeHash: StoreHash, ids: readonly number[]): Promise<string[]> =>
  inChunks(ids, async (some) => {
    const products = await tables.storeProducts.findMany(storeHash, some.map((id) => ProductId.parse(id)));
    return products.map(({ product: { id, price, modifiedAt } }) => `${id} ${Number(price)}  ${modifiedAt}`);
  });

const known = async (tables: Tables, storeHash: StoreHash, things: readonly Pick<Thing, 'kind' | 'id'>[]): Promise<string[]> => {
  const idsOf = (kind: Thing['kind']) => things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  return [...(await knownOrders(tables, storeHash, idsOf('order'))), ...(await knownProducts(tables, storeHash, idsOf('product')))];
};

/** Changed things of which we do not know the newest truth. */
export const countBehind = async ({ database: { tables } }: Services, { things }: Platform, storeHash: StoreHash): Promise<number> => {
  const changed = things.filter(({ version }) => version > 0);
  const traces = new Set(await known(tables, storeHash, changed));
  return changed.filter((thing) => !traces.has(trace(thing))).length;
};

/** Where a forged delivery left something: in the inbox, among what is to be read, in what was read, or in a question to the platform. */
export const tracesOfForgeries = async ({ database, clock }: Services, platform: Platform, { storeHash, forgeries }: { storeHash: StoreHash; forgeries: readonly Forgery[] }): Promise<string[]> => {
  const { tables } = database;
  const traces = [...platform.strangeQuestions(), ...(await known(tables, storeHash, forgeries.map(({ thing }) => thing)))];
  for (const { kind, thing, webhookId } of forgeries) {
    const mark = await tables.dirty.find(storeHash, thing.kind === 'order' ? 'order' : 'store-product', String(thing.id));
    if (mark !== null) traces.push(`${kind}: a mark`);
    // It takes what it does not know yet.
    const [unknown] = await wholeTablesOf({ database }).inbox.createMany(storeHash, [{ webhookId, scope: kind, body: '', receivedAt: clock.now() }]);
    if (unknown === undefined) traces.push(`${kind}: kept`);
  }
  return traces;
};
