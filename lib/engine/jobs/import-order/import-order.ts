import { OrderId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import { type Problem, problem } from '../../../domain/problems';
import { hikeSaleFromBigCommerceOrder, type ImportContext, type ImportDecision } from '../../../domain/rules/hike-sale-from-bigcommerce-order';
import { orderRefusal } from '../../../domain/rules/order-refusal';
import type { HikeLists, StoreProfile } from '../../../domain/shop-lists';
import { BrokenContract, TransientFailure } from '../../ports/failures';
import type { OddItem } from '../../ports/odd-item';
import type { DirtyRow, Link } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import { type Job, type JobContext, jobPerRow } from '../job';
import { customerOfOrder, type OrdersCustomer } from './customer-of-order';
import { createSale, settleSent } from './create-sale';
import { importSubject } from './import-subject';
import { recordChecking } from './record-checking';
import { openShelf, type ProductShelf, productsOfOrder } from './products-of-order';
import { createSaleLookUps, type SaleLookUps } from './sale-look-ups';
import { summaryOf } from '../summary-of-order';

interface Loaded {
  orders: Map<OrderId, Order>;
  /** Those that are not understood. */
  odd: OddItem[];
  links: Map<string, Link>;
  shelf: ProductShelf;
  lookUps: SaleLookUps;
}

const idOf = (row: DirtyRow): OrderId => OrderId.parse(Number(row.id));

const load = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Loaded> => {
  const links = await context.database.tables.links.findByBigCommerce(context.storeHash, 'order', rows.map(({ id }) => id));
  const byOrder = new Map(links.map((link) => [link.bigcommerceId, link]));
  const wanted = rows.filter(({ id }) => !byOrder.has(id)).map(idOf);
  const odd: OddItem[] = [];
  const orders = wanted.length === 0 ? [] : await context.bigcommerce.orders.listByIds(wanted, (one) => odd.push(one));
  return { odd, orders: new Map(orders.map((order) => [order.id, order])), links: byOrder, shelf: await openShelf(context, orders), lookUps: createSaleLookUps(context) };
};

const work = async (context: JobContext, row: DirtyRow, { orders, odd, links, shelf, lookUps }: Loaded): Promise<void> => {
  const link = links.get(row.id);
  if (link !== undefined) return alreadyThere(context, row, link);
  const order = orders.get(idOf(row));
  const [strange] = odd.filter(({ id }) => id === row.id);
  if (strange !== undefined) throw new BrokenContract('bigcommerce', strange.why);
  if (order === undefined) return refuse(context, row, { reason: problem('order-gone') });
  const decision = await decide(context, shelf, order);
  if (decision.kind === 'refuse') {
    const wasSent = await settleSent(context, { row, order, lookUps });
    return wasSent ? undefined : refuse(context, row, { reason: decision.problem, order });
  }
  if (decision.kind === 'checking') return recordChecking(context, { row, order, thing: 'customer' }, decision.nextLook);
  await createSale(context, { row, order, draft: decision.draft, notes: decision.notes, lookUps });
};

const decide = async (context: JobContext, shelf: ProductShelf, order: Order): Promise<ImportDecision | Extract<OrdersCustomer, { kind: 'checking' }>> => {
  const { profile } = context.store;
  if (context.lists === null || profile === null) throw new TransientFailure('the store or the shop has not been read yet');
  const bare = importContext(context, { lists: context.lists, profile });
  // A refusal that needs no look-up is told before one is made,
  const early = orderRefusal(order, bare);
  if (early !== null) return { kind: 'refuse', problem: early };
  const keep = (found: Link): Promise<void> => context.record('product-of-order-linked', (tables) => tables.links.save(context.storeHash, found, context.now()));
  const withProducts = { ...bare, products: await productsOfOrder(context, shelf, { order, keep }) };
  // and nobody becomes a customer of Hike's for an order that is refused.
  const asGuest = hikeSaleFromBigCommerceOrder(order, withProducts);
  if (asGuest.kind === 'refuse') return asGuest;
  const found = await customerOfOrder(context, order);
  switch (found.kind) {
    case 'refuse':
    case 'checking':
      return found;
    case 'guest':
      return asGuest;
    case 'customer':
      return hikeSaleFromBigCommerceOrder(order, { ...withProducts, customer: found.customer });
  }
};

const importContext = (context: JobContext, { lists, profile }: { lists: HikeLists; profile: StoreProfile }): ImportContext => ({
  storeHash: context.storeHash,
  appId: context.installation.appId,
  settings: context.settings,
  hikeLists: lists,
  profile,
  products: new Map(),
  customer: null,
});

/** A second click, or a click on an order that came from Hike: nothing is added, and the log says so. */
const alreadyThere = (context: JobContext, row: DirtyRow, link: Link): Promise<void> =>
  context.record('order-already-imported', async (tables) => {
    const message =
      link.origin === 'hike'
        ? `This order came from Hike sale ${link.hikeId}; it is not sent back.`
        : `Already in Hike as sale ${String(link.facts.number ?? link.hikeId)}; nothing was added.`;
    await tables.dirty.settle(context.storeHash, row);
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: importSubject(row, link.hikeId), outcome: { result: 'no-change', message } }));
  });

const refuse = (context: JobContext, row: DirtyRow, { reason, order }: { reason: Problem; order?: Order }): Promise<void> =>
  context.record('import-refused', async (tables) => {
    const id = idOf(row);
    const [seen] = await tables.orders.findMany(context.storeHash, [id]);
    const summary = order === undefined ? seen : { ...seen, ...summaryOf(order) };
    if (summary !== undefined) {
      await tables.orders.save(context.storeHash, { ...summary, state: 'needs-you', problem: reason, saleId: null, saleNumber: null });
    }
    await tables.dirty.settle(context.storeHash, row);
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: importSubject(row), outcome: refusalOf(reason) }));
  });

/** Makes Hike sales of the BigCommerce orders that the merchant chose, each exactly once. */
export const importOrder: Job = {
  batch: 50,
  needs: ['bigcommerce', 'hike'],
  isUpkeep: false,
  isPaused: ({ paused }) => paused.imports,
  subject: (row) => importSubject(row),
  run: jobPerRow({ load, work }),
  onFailure: async (context, tables, { row, willRetry, problem: reason }) => {
    const [seen] = await tables.orders.findMany(context.storeHash, [idOf(row)]);
    if (seen === undefined) return;
    await tables.orders.save(context.storeHash, { ...seen, state: willRetry ? 'importing' : 'needs-you', problem: reason ?? null });
  },
};
