import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import type { Services } from '../composition';
import { OrderId, type SaleId, type StoreHash } from '../domain/ids';
import { instantPlus } from '../domain/instant-arithmetic';
import type { ReconciliationView } from '../domain/views/reconciliation-view';
import type { SeenOrderState } from '../engine/ports/tables';
import { movableClock } from './testing/movable-clock';
import { openStore } from './testing/open-store';
import { sandboxEnvironment } from './testing/sandbox-environment';
import { startFastSandbox } from './testing/start-fast-sandbox';
import { wholeTablesOf } from './testing/whole-tables-of';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A minute of the platforms takes six seconds. */
const SCALE = 10;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PATIENCE = { timeout: 90_000, interval: 100 };

interface ControlOrder {
  id: number;
  external_order_id: string | null;
  status_id: number;
}
interface ControlSale {
  id: number;
  number: string;
}

let sandbox: Awaited<ReturnType<typeof startFastSandbox>>;
let database: TestDatabase;
let services: Services;
let clock: Awaited<ReturnType<typeof movableClock>>;
let storeHash: StoreHash;
let shopId: string;
let stage: Stage;
/** The two comparisons: before anything was planted, and after. */
let results: { clean: ReconciliationView; planted: ReconciliationView; expected: string[]; fixed: ReconciliationView };

const send = async <T>(url: string, { method = 'GET', body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<T> => {
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', accept: 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as T;
};

const control = <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => send(`${sandbox.controlUrl}${path}`, { method, body });

/** As staff do with a tool of their own: through the API, with the store's token. */
const asStaff = async <T>(method: string, path: string, body: unknown): Promise<T> => {
  const store = await services.database.tables.stores.find(storeHash);
  return send(`${sandbox.bigcommerceUrl}/stores/${storeHash}/v2${path}`, { method, body, headers: { 'x-auth-token': store?.accessToken ?? '' } });
};

const ago = (hours: number, minutes = 0) => instantPlus(clock.now(), -hours * HOUR_MS - minutes * MINUTE_MS);

const ringUp = (sku: string, minutes: number, rest: Record<string, unknown> = {}): Promise<ControlSale> =>
  control(`/hike/shops/${shopId}/sales`, { lines: [{ sku }], payments: [{ type: 'Card' }], at: ago(2, minutes), ...rest });

const place = (minutes: number): Promise<ControlOrder> => control(`/stores/${storeHash}/orders`, { lines: [{ sku: 'TOTE-01' }], placedAt: ago(3, minutes) });

const orders = () => control<ControlOrder[]>(`/stores/${storeHash}/orders`);

const orderOf = async (sale: ControlSale): Promise<ControlOrder> => {
  const order = (await orders()).find(({ external_order_id: id }) => id === String(sale.id));
  if (order === undefined) throw new Error(`Sale ${sale.id} has no order.`);
  return order;
};

/** As a webhook does: what was placed hours ago no sweep asks for. */
const tellOf = (id: number): Promise<void> =>
  wholeTablesOf(services).dirty.mark(storeHash, { thing: 'order', id: String(id), priority: 0, notBefore: clock.now(), trigger: 'webhook' });

const stateOf = async (id: number): Promise<SeenOrderState | undefined> => (await services.database.tables.orders.findMany(storeHash, [OrderId.parse(id)]))[0]?.state;

const WORK = ['sale', 'order', 'import-order', 'product', 'compare', 'stock', 'store-stock', 'reconcile'];

/** Nothing of these is left to do that is due by now. */
const untilDone = (things: readonly string[]): Promise<void> =>
  vi.waitFor(async () => {
    const due = await services.database.tables.dirty.listDue(storeHash, clock.now(), 1000);
    expect(due.filter(({ thing }) => things.includes(thing))).toEqual([]);
  }, PATIENCE);

/** What was done can be seen on both sides, and levels that were written can be read back. */
const untilQuiet = async (): Promise<void> => {
  await untilDone(WORK);
  await clock.jump(20 * MINUTE_MS);
};

const compare = async (): Promise<ReconciliationView> => {
  const look = () => services.pages.reconciliation(storeHash, { offset: 0 });
  const before = (await look()).last?.startedAt;
  await services.pages.compareNow(storeHash);
  return vi.waitFor(async () => {
    const view = await look();
    expect(view).toMatchObject({ isRunning: false, last: { endedAt: expect.any(String) } });
    expect(view.last?.startedAt).not.toBe(before);
    return view;
  }, PATIENCE);
};

const keysOf = ({ rows }: ReconciliationView): string[] => rows.map(({ key }) => key).sort();

/** It is noon there, so that nothing nightly comes in between. */
const atNoon = (now: string): string => {
  const ahead = 12 - new Date(now).getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

interface Stage {
  sales: ControlSale[];
  orders: ControlOrder[];
}

/** A shop and a store that sold and synced for some hours. */
const setStage = async (): Promise<Stage> => {
  const world = await control<{ storeHash: string; shopId: string }>('/worlds', { name: 'demo' });
  shopId = world.shopId;
  await control(`/stores/${world.storeHash}/settings`, { timezone: atNoon(clock.now()) }, 'PATCH');
  storeHash = await openStore(services, sandbox, world);
  const { version, value } = await services.pages.settings(storeHash);
  await services.pages.saveSettings(storeHash, { version, value: { ...value, startDate: ago(4) } }, 'ana@example.com');
  const sales: ControlSale[] = [];
  for (const minutes of [0, 1, 2, 3, 4]) sales.push(await ringUp('TEA-SENCHA', minutes));
  const placed: ControlOrder[] = [];
  for (const minutes of [0, 1, 2, 3]) placed.push(await place(minutes));
  await services.pages.checkSales(storeHash);
  for (const { id } of placed) await tellOf(id);
  await vi.waitFor(async () => Promise.all(sales.map(orderOf)), PATIENCE);
  await vi.waitFor(async () => expect(await Promise.all(placed.map(({ id }) => stateOf(id)))).toEqual(placed.map(() => 'to-import')), PATIENCE);
  await services.pages.importOrders(storeHash, placed.map(({ id }) => OrderId.parse(id)));
  await vi.waitFor(async () => expect(await Promise.all(placed.map(({ id }) => stateOf(id)))).toEqual(placed.map(() => 'imported')), PATIENCE);
  await services.pages.actOnProducts(storeHash, { action: 'dry-run' });
  await vi.waitFor(async () => expect((await services.pages.catalogueRun(storeHash)).state).toBe('ready'), PATIENCE);
  await services.pages.actOnProducts(storeHash, { action: 'start' });
  await vi.waitFor(async () => expect((await services.pages.catalogueRun(storeHash)).state).toBe('in-step'), PATIENCE);
  await services.pages.checkOrders(storeHash);
  await untilQuiet();
  return { sales, orders: placed };
};

/** One of each kind, by hand, in either sandbox or by what the app forgets. Answers what is to be found. */
const plant = async ({ sales: [deleted, twice, wrongTotal, wrongStatus, unlinked], orders: [cancelled, soldTwice, editedLater, unlinkedImport] }: Stage): Promise<string[]> => {
  const tables = wholeTablesOf(services);
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
  await ringUp('TOTE-01', 60 + 1, { note: `BigCommerce order ${soldTwice!.id} (store ${storeHash})` });
  await ringUp('TOTE-01', 30, { note: `BigCommerce order 99999 (store ${storeHash})` });
  await asStaff('PUT', `/orders/${editedLater!.id}`, { ...total(1), status_id: 11 });
  await tables.links.delete(storeHash, 'order', String(unlinkedImport!.id));
  const missed = await place(50);
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
  const tables = wholeTablesOf(services);
  await control('/faults', { side: 'bigcommerce', when: 'before', kind: 'status', status: 422, method: 'POST', path: '/v2/orders$' });
  const sale = await ringUp('TEA-SENCHA', 10);
  await services.pages.checkSales(storeHash);
  const seen = await vi.waitFor(async () => {
    const [found] = await tables.sales.findMany(storeHash, [sale.id as SaleId]);
    if (found?.state !== 'needs-you') throw new Error('not refused yet');
    return found;
  }, PATIENCE);
  await control('/faults', undefined, 'DELETE');
  await tables.sales.save(storeHash, { ...seen, state: 'waiting' }, clock.now());
  return sale;
};

/** An order that our link calls imported, although nothing arrived. */
const importedIntoNothing = async (): Promise<ControlOrder> => {
  const order = await place(55);
  await tellOf(order.id);
  await vi.waitFor(async () => expect(await stateOf(order.id)).toBe('to-import'), PATIENCE);
  const link = { thing: 'order', bigcommerceId: String(order.id), hikeId: '888888', origin: 'bigcommerce', facts: { number: 'BC-1', status: 'Parked', statusId: 11 } } as const;
  await wholeTablesOf(services).links.save(storeHash, link, clock.now());
  return order;
};

/** Stock that moves in Hike without its product counting as changed. Answers what the difference is about. */
const countWithoutTrace = async (sku: string): Promise<string> => {
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
  const [product] = await control<{ variants: { id: number }[] }[]>(`/stores/${storeHash}/products?sku=${sku}`);
  return product?.variants[0]?.id ?? 0;
};

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startFastSandbox(SCALE), createTestDatabase()]);
  const environment = sandboxEnvironment({ ...sandbox, appUrl: 'http://localhost:3000', databaseUrl: database.url });
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  clock = await movableClock(sandbox.controlUrl);
  services = await (await import('../composition')).services({ clock, log: SILENT });
  await services.startWorking();
  stage = await setStage();
  const clean = await compare();
  const expected = await plant(stage);
  await clock.jump(20 * MINUTE_MS);
  // What is found by reading on needs no comparison.
  await untilDone([...WORK, 'hike-products', 'hike-sales']);
  const planted = await compare();
  await services.pages.fixDifferences(storeHash, null);
  await untilQuiet();
  await untilQuiet();
  results = { clean, planted, expected, fixed: await compare() };
}, 240_000);

afterAll(async () => {
  await services.stop();
  await Promise.all([sandbox.stop(), database.drop()]);
}, 60_000);

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
