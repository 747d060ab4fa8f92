import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SaleId } from '../domain/ids';
import type { ReconciliationView } from '../domain/views/reconciliation-view';
import { type ComparedStore, type ControlOrder, type ControlSale, MINUTE_MS, openComparedStore, PATIENCE, WORK } from './testing/compared-store';

let store: ComparedStore;
/** The two comparisons: before anything was planted, and after. */
let results: { clean: ReconciliationView; planted: ReconciliationView; expected: string[]; fixed: ReconciliationView };

const keysOf = ({ rows }: ReconciliationView): string[] => rows.map(({ key }) => key).sort();

interface Stage {
  sales: ControlSale[];
  orders: ControlOrder[];
}

/** A shop and a store that sold and synced for some hours. */
const setStage = async (): Promise<Stage> => {
  const { services: { pages }, storeHash } = store;
  const sales: ControlSale[] = [];
  for (const minutes of [0, 1, 2, 3, 4]) sales.push(await store.ringUp([{ sku: 'TEA-SENCHA' }], minutes));
  const placed: ControlOrder[] = [];
  for (const minutes of [0, 1, 2, 3]) placed.push(await store.place(minutes));
  await pages.checkSales(storeHash);
  await vi.waitFor(async () => Promise.all(sales.map(store.orderOf)), PATIENCE);
  await store.importAll(placed.map(({ id }) => id));
  await store.startCatalogue();
  await pages.checkOrders(storeHash);
  await store.untilQuiet();
  return { sales, orders: placed };
};

/** One of each kind, by hand, in either sandbox or by what the app forgets. Answers what is to be found. */
const plant = async ({ sales: [deleted, twice, wrongTotal, wrongStatus, unlinked], orders: [cancelled, soldTwice, editedLater, unlinkedImport] }: Stage): Promise<string[]> => {
  const { tables, storeHash, control, asStaff, orderOf, ringUp } = store;
  const total = (change: number) => ({ status_id: 10, total_inc_tax: change, total_ex_tax: change });
  await control(`/stores/${storeHash}/orders/${(await orderOf(deleted!)).id}/archive`, {});
  const again = { products: [{ name: 'Again', quantity: 1, price_inc_tax: 5, price_ex_tax: 5 }], external_source: '4711', billing_address: BILLING };
  await asStaff('POST', '/orders', { ...again, external_order_id: String(twice!.id) });
  await asStaff('POST', '/orders', { ...again, external_order_id: '999999' });
  await asStaff('PUT', `/orders/${(await orderOf(wrongTotal!)).id}`, total(1));
  await control(`/stores/${storeHash}/orders/${(await orderOf(wrongStatus!)).id}/cancel`, {});
  await tables.links.delete(storeHash, 'order', String((await orderOf(unlinked!)).id));
  const forgotten = await forgetSale();
  await control(`/stores/${storeHash}/orders/${cancelled!.id}/cancel`, {});
  await ringUp([{ sku: 'TOTE-01' }], 60 + 1, { note: `BigCommerce order ${soldTwice!.id} (store ${storeHash})` });
  await ringUp([{ sku: 'TOTE-01' }], 30, { note: `BigCommerce order 99999 (store ${storeHash})` });
  await asStaff('PUT', `/orders/${editedLater!.id}`, { ...total(1), status_id: 11 });
  await tables.links.delete(storeHash, 'order', String(unlinkedImport!.id));
  const missed = await store.place(50);
  const lost = await importedIntoNothing();
  await control(`/stores/${storeHash}/stock`, { sku: 'SOAP-OAT', quantity: 777 });
  const count = await countWithoutTrace('TEE-M');
  return [
    `order-deleted:${deleted!.id}`,
    `order-twice:${twice!.id}`,
    'order-of-unknown-sale:999999',
    `order-total-differs:${wrongTotal!.id}`,
    `order-status-differs:${wrongStatus!.id}`,
    `order-not-linked:${unlinked!.id}`,
    `sale-without-order:${forgotten.id}`,
    `order-changed:${cancelled!.id}`,
    `sale-twice:${soldTwice!.id}`,
    'sale-of-unknown-order:99999',
    `sale-total-differs:${editedLater!.id}`,
    `import-not-linked:${unlinkedImport!.id}`,
    `order-not-read:${missed.id}`,
    `order-without-sale:${lost.id}`,
    `stock-differs:${await variantOf('SOAP-OAT')}-1`,
    `hike-count-differs:${count}`,
  ].sort();
};

const BILLING = { first_name: 'Gia', last_name: 'Guest', street_1: '1 George St', city: 'Sydney', state: 'New South Wales', zip: '2000', country: 'Australia', country_iso2: 'AU', email: 'gia@example.com' };

/** A sale that was read, and of which no work is left. */
const forgetSale = async (): Promise<ControlSale> => {
  const { services, storeHash, tables, control, ringUp } = store;
  await control('/faults', { side: 'bigcommerce', when: 'before', kind: 'status', status: 422, method: 'POST', path: '/v2/orders$' });
  const sale = await ringUp([{ sku: 'TEA-SENCHA' }], 10);
  await services.pages.checkSales(storeHash);
  const seen = await vi.waitFor(async () => {
    const [found] = await tables.sales.findMany(storeHash, [sale.id as SaleId]);
    if (found?.state !== 'needs-you') throw new Error('not refused yet');
    return found;
  }, PATIENCE);
  await control('/faults', undefined, 'DELETE');
  await tables.sales.save(storeHash, { ...seen, state: 'waiting' }, store.clock.now());
  return sale;
};

/** An order that our link calls imported, although nothing arrived. */
const importedIntoNothing = async (): Promise<ControlOrder> => {
  const order = await store.place(55);
  await store.tellOf(order.id);
  await vi.waitFor(async () => expect(await store.stateOf(order.id)).toBe('to-import'), PATIENCE);
  const link = { thing: 'order', bigcommerceId: String(order.id), hikeId: '888888', origin: 'bigcommerce', facts: { number: 'BC-1', status: 'Parked', statusId: 11 } } as const;
  await store.tables.links.save(store.storeHash, link, store.clock.now());
  return order;
};

/** Stock that moves in Hike without its product counting as changed. Answers what the difference is about. */
const countWithoutTrace = async (sku: string): Promise<string> => {
  const { services, storeHash, shopId, control } = store;
  const shop = await control<{ outlets: { id: number }[]; products: { id: number; sku: string | null; parentId: number }[] }>(`/hike/shops/${shopId}`);
  const product = shop.products.find((one) => one.sku === sku);
  const outletId = (await services.pages.settings(storeHash)).value.outletId;
  if (product === undefined) throw new Error(`Hike has no ${sku}.`);
  await control(`/hike/shops/${shopId}`, { unknowns: { stockChangesLastModified: false } }, 'PATCH');
  await control(`/hike/shops/${shopId}/products/${product.id}/stock`, { outletId, onHand: 321 });
  return `${product.id}-${outletId}`;
};

/** Of a product without options. */
const variantOf = async (sku: string): Promise<number> => {
  const [product] = await store.control<{ variants: { id: number }[] }[]>(`/stores/${store.storeHash}/products?sku=${sku}`);
  return product?.variants[0]?.id ?? 0;
};

beforeAll(async () => {
  store = await openComparedStore('demo');
  const stage = await setStage();
  const clean = await store.compare();
  const expected = await plant(stage);
  await store.clock.jump(20 * MINUTE_MS);
  // What is found by reading on needs no comparison.
  await store.untilDone([...WORK, 'hike-products', 'hike-sales']);
  const planted = await store.compare();
  await store.services.pages.fixDifferences(store.storeHash, null);
  await store.untilQuiet();
  await store.untilQuiet();
  results = { clean, planted, expected, fixed: await store.compare() };
}, 240_000);

afterAll(() => store.stop(), 60_000);

/** The whole house but for browser and webhooks, against both sandboxes. */
describe('the comparison of both sides on real parts', () => {
  it('finds nothing after a clean day', () => {
    const { last } = results.clean;
    expect(keysOf(results.clean)).toEqual([]);
    expect(last?.compared).toMatch(/^5 sales, 4 imported orders, \d+ stock levels, \d+ counts in Hike$/);
    expect(last?.totals).toMatchObject([{ saleCount: 5, orderCount: 5, difference: null }]);
  });

  it('finds each thing that was planted, and nothing else', () => {
    expect(keysOf(results.planted)).toEqual(results.expected);
  });

  it('tells by how much the day’s money differs', () => {
    expect(results.planted.last?.totals.map(({ difference }) => difference === null)).toEqual([false, false]);
  });

  it('fixes what can be fixed, and leaves the rest to a person', () => {
    const forPeople = ['order-deleted', 'order-twice', 'order-of-unknown-sale', 'order-total-differs', 'order-changed', 'sale-twice', 'sale-of-unknown-order', 'sale-total-differs'];
    expect(keysOf(results.fixed)).toEqual(results.expected.filter((key) => forPeople.includes(key.split(':')[0] ?? '')));
  });
});
