import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import type { Services } from '../composition';
import { OrderId, type StoreHash } from '../domain/ids';
import type { OrderRow } from '../domain/views/views';
import { openStore } from './testing/open-store';
import { sandboxEnvironment } from './testing/sandbox-environment';

interface ControlOrder {
  id: number;
  total_inc_tax: string;
  status_id: number;
  external_order_id: string | null;
}
interface ControlSale {
  id: number;
  number: string;
  netAmount: number;
  status: string;
}

const sandbox = inject('sandbox');

const control = async <T>(path: string, body?: unknown): Promise<T> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox.controlUrl}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
};

/** What the worlds hold for the purpose: goods that Hike lacks, and an order in a foreign currency. */
const REFUSALS = ['product-not-in-hike', 'currency-differs', 'order-currency-not-the-stores'];

let database: TestDatabase;
let services: Services;

beforeAll(async () => {
  database = await createTestDatabase();
  const environment = sandboxEnvironment({ ...sandbox, appUrl: 'http://localhost:3000', databaseUrl: database.url });
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  services = await (await import('../composition')).services();
  await services.startWorking();
}, 60_000);

afterAll(async () => {
  await services.stop();
  await database.drop();
});

/** The whole house but for the browser: real database, real queue, both platforms over HTTP. */
describe.each([
  { world: 'demo', mode: 'with tax in its prices' },
  { world: 'us', mode: 'with tax on top of its prices' },
])('the main job on real parts, for a store $mode', ({ world: name }) => {
  let storeHash: StoreHash;
  let shopId: string;

  beforeAll(async () => {
    const world = await control<{ storeHash: string; shopId: string }>('/worlds', { name });
    shopId = world.shopId;
    storeHash = await openStore(services, sandbox, world);
    expect(await services.pages.settings(storeHash)).toMatchObject({ gone: [], warnings: [] });
  }, 60_000);

  const allOrders = async (): Promise<OrderRow[]> => (await services.pages.orders(storeHash, { tab: 'all', search: '', offset: 0 })).rows;

  it('imports every order that can be imported, once and equal to the cent', async () => {
    // Those that a sale became are not listed before the next sweep: no webhook reaches this test.
    const orders = (await control<ControlOrder[]>(`/stores/${storeHash}/orders`)).filter(({ external_order_id }) => !external_order_id);
    await vi.waitFor(async () => expect(await allOrders()).toHaveLength(orders.length), 20_000);
    const wanted = (await allOrders()).filter(({ canImport }) => canImport).map(({ id }) => OrderId.parse(id));
    await services.pages.importOrders(storeHash, wanted);
    await services.pages.importOrders(storeHash, wanted);
    await vi.waitFor(async () => expect((await allOrders()).filter(({ state }) => state === 'importing' || state === 'checking')).toEqual([]), 60_000);
    const sales = await control<ControlSale[]>(`/hike/shops/${shopId}/sales`);
    const rows = await allOrders();
    const imported = rows.filter(({ state }) => state === 'imported');
    const refusals = rows.filter(({ state }) => state === 'needs-you').map(({ problem }) => problem?.code ?? '');
    expect(refusals.filter((code) => !REFUSALS.includes(code))).toEqual([]);
    expect(imported).toHaveLength(wanted.length - refusals.length);
    expect(imported.length).toBeGreaterThan(1);
    for (const row of imported) {
      const made = sales.filter(({ number }) => number === `BC-${row.id}`);
      const order = orders.find(({ id }) => id === row.id)!;
      expect(made).toHaveLength(1);
      expect(made[0]!.netAmount.toFixed(2)).toBe(Number(order.total_inc_tax).toFixed(2));
    }
  }, 120_000);

  it('sends a sale as an order, by itself and once', async () => {
    const sale = await control<ControlSale>(`/hike/shops/${shopId}/sales`, { lines: [{ sku: 'TOTE-01', quantity: 2 }, { sku: 'TEA-SENCHA' }], payments: [{ type: 'Card' }] });
    await services.pages.checkSales(storeHash);
    const orderOf = async () => (await control<ControlOrder[]>(`/stores/${storeHash}/orders`)).filter(({ external_order_id }) => external_order_id === String(sale.id));
    await vi.waitFor(async () => expect(await orderOf()).toMatchObject([{ status_id: 10, total_inc_tax: `${sale.netAmount.toFixed(2)}00` }]), 20_000);
    await control(`/hike/shops/${shopId}/sales/${sale.id}/refund`, {});
    await services.pages.checkSales(storeHash);
    await vi.waitFor(async () => expect(await orderOf()).toMatchObject([{ status_id: 4 }]), 20_000);
  }, 60_000);
});
