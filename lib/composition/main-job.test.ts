import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import type { Services } from '../composition';
import { OrderId, StoreHash } from '../domain/ids';
import type { OrderRow } from '../domain/views/views';
import type { HikeTax } from '../domain/sale';
import type { Settings } from '../domain/settings';

const APP_URL = 'http://localhost:3000';

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
  const environment = {
    APP_URL,
    DATABASE_URL: database.url,
    BIGCOMMERCE_API_URL: sandbox.bigcommerceUrl,
    BIGCOMMERCE_LOGIN_URL: sandbox.bigcommerceUrl,
    HIKE_URL: sandbox.hikeUrl,
    BIGCOMMERCE_CLIENT_ID: 'demo-bigcommerce-client',
    BIGCOMMERCE_CLIENT_SECRET: 'demo-bigcommerce-secret-for-the-sandbox-alone',
    BIGCOMMERCE_APP_ID: '4711',
    HIKE_CLIENT_ID: 'demo-hike-app',
    HIKE_CLIENT_SECRET: 'demo-hike-secret-for-the-sandbox-alone',
    SESSION_SECRET: 'a secret for tests of at least thirty-two characters',
    ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
  };
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
    storeHash = StoreHash.parse(world.storeHash);
    shopId = world.shopId;
    await setUp();
  }, 60_000);

  const setUp = async (): Promise<void> => {
    const { url } = await control<{ url: string }>(`/stores/${storeHash}/install`, {});
    const query = new URL(url).searchParams;
    const installed = await services.account.install({ code: query.get('code') ?? '', scope: query.get('scope') ?? '', context: query.get('context') ?? '' });
    if (installed.kind !== 'installed') throw new Error(installed.reason);
    const state = await services.account.beginHikeConnection({ storeHash, userId: installed.userId });
    const form = { client_id: 'demo-hike-app', redirect_uri: `${APP_URL}/api/hike/callback`, state: 'x', shop: shopId, decision: 'allow' };
    const consent = await fetch(`${sandbox.hikeUrl}/oauth/authorize`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
    const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect(await services.account.finishHikeConnection(state, code)).toBe('connected');
    await vi.waitFor(async () => {
      const { hike, store } = await services.pages.settings(storeHash);
      expect(hike.registers.length).toBeGreaterThan(0);
      expect(store.taxClasses.length).toBeGreaterThan(0);
    }, 15_000);
    const view = await services.pages.settings(storeHash);
    const saved = await services.pages.saveSettings(storeHash, { version: view.version, value: settingsFor(view) }, 'ana@example.com');
    expect(saved).toMatchObject({ kind: 'saved', view: { gone: [], warnings: [] } });
  };

  const settingsFor = (view: Awaited<ReturnType<Services['pages']['settings']>>): Settings => {
    const online = view.hike.registers.find(({ name }) => name === 'Online')!;
    const tax = (is: (one: HikeTax) => boolean) => view.hike.taxes.find(is)!.id;
    const full = tax(({ rate }) => Number(rate) > 0);
    const payment = (name: string) => view.hike.paymentTypes.find((one) => one.name === name)!.id;
    const byClass = Object.fromEntries([{ id: 0, name: 'Default' }, ...view.store.taxClasses].map(({ id, name }) => [String(id), /free|exempt/i.test(name) ? tax(({ rate }) => Number(rate) === 0) : full]));
    return {
      ...view.value,
      outletId: online.outletId,
      registerId: online.id,
      payments: { fallback: payment('BigCommerce'), byMethod: { 'Gift Certificate': payment('Gift Card'), 'Store Credit': payment('Store Credit') } },
      salePrice: 'price',
      taxes: { byClass, shipping: full },
    };
  };

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
