import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import type { Services } from '../composition';
import { OrderId, type StoreHash } from '../domain/ids';
import { openStore } from './testing/open-store';
import { sandboxEnvironment } from './testing/sandbox-environment';
import { scaledClock } from './testing/scaled-clock';
import { startFastSandbox } from './testing/start-fast-sandbox';
import { type FaultProxy, startFaultProxy } from './testing/start-fault-proxy';
import { tallyOf } from './testing/tally';

/** A minute of the platforms takes three seconds: what is looked for in vain is given two and a half of them. */
const SCALE = 20;
const EACH_WAY = 30;
const SEED = 'ambiguous';

let sandbox: Awaited<ReturnType<typeof startFastSandbox>>;
let database: TestDatabase;
let services: Services;
let storeHash: StoreHash;
let shopId: string;
let proxies: Record<'bigcommerce' | 'hike', FaultProxy>;
let orderIds: OrderId[];
let saleIds: number[];

const control = async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
  const init = { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
  const answer = await fetch(`${sandbox.controlUrl}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** An order that a shopper placed has no reference. */
const referencesOf = async (kind: string): Promise<string[]> => {
  const [side, tenant] = kind === 'order.created' ? ['bigcommerce', storeHash] : ['hike', shopId];
  const rows = await control<{ reference?: string }[]>(`/ledger?side=${side}&tenant=${tenant}&kind=${kind}`);
  return rows.flatMap(({ reference }) => reference || []);
};

const forEach = async <T>(make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let index = 0; index < EACH_WAY; index += 1) made.push(await make(index));
  return made;
};

/** Every third order is a new guest's, so that customers are made on the way. */
const guestOf = (index: number) => (index % 3 === 0 ? { guest: { firstName: 'Gia', lastName: `Guest ${index}`, email: `guest.${index}@example.com` } } : {});

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startFastSandbox(SCALE), createTestDatabase()]);
  proxies = {
    bigcommerce: await startFaultProxy({ target: sandbox.bigcommerceUrl, seed: SEED }),
    hike: await startFaultProxy({ target: sandbox.hikeUrl, seed: SEED }),
  };
  const behind = { ...sandbox, bigcommerceUrl: proxies.bigcommerce.url, hikeUrl: proxies.hike.url };
  const environment = sandboxEnvironment({ ...behind, appUrl: 'http://localhost:3000', databaseUrl: database.url });
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  services = await (await import('../composition')).services({ clock: await scaledClock(sandbox.controlUrl) });
  await services.startWorking();
  const world = await control<{ storeHash: string; shopId: string }>('/worlds', { name: 'demo' });
  shopId = world.shopId;
  storeHash = await openStore(services, behind, world);
  await control(`/stores/${storeHash}/settings`, { oversell: 'allow' }, 'PATCH');
  orderIds = await forEach(async (index) => OrderId.parse((await control<{ id: number }>(`/stores/${storeHash}/orders`, { ...guestOf(index), lines: [{ sku: 'TOTE-01' }] })).id));
  saleIds = await forEach(async () => (await control<{ id: number }>(`/hike/shops/${shopId}/sales`, { lines: [{ sku: 'TOTE-01' }] })).id);
}, 60_000);

afterAll(async () => {
  await services.stop();
  await Promise.all([proxies.bigcommerce.stop(), proxies.hike.stop(), sandbox.stop(), database.drop()]);
}, 60_000);

const states = async () => Object.fromEntries((await services.pages.orders(storeHash, { tab: 'all', search: '', offset: 0 })).rows.map(({ id, state }) => [id, state]));

const untilAll = (state: string) =>
  vi.waitFor(async () => {
    const seen = await states();
    for (const id of orderIds) expect(seen[id]).toBe(state);
  }, { timeout: 60_000, interval: 200 });

const checking = async () => (await services.pages.syncLog(storeHash, { results: ['checking'], direction: null, thing: null, search: '', days: null, before: null })).rows;

/** A fifth of all creates go wrong: refused, carried out without saying so, or cut off. */
describe('creates whose answers are lost', () => {
  it('show as checking, and end with every sale and every order there once', async () => {
    await services.pages.checkOrders(storeHash);
    await untilAll('to-import');
    await services.pages.checkSales(storeHash);
    expect((await services.pages.importOrders(storeHash, orderIds)).queued).toEqual(orderIds);
    await vi.waitFor(async () => expect(new Set((await checking()).map(({ thing }) => thing))).toEqual(new Set(['order', 'sale'])), { timeout: 60_000, interval: 20 });
    await untilAll('imported');
    await vi.waitFor(async () => expect(await services.database.tables.dirty.count(storeHash, 'sale')).toBe(0), { timeout: 60_000, interval: 200 });
    expect(proxies.hike.struckFirst().length).toBeGreaterThan(3);
    expect(proxies.bigcommerce.struckFirst().length).toBeGreaterThan(3);
    const guests = orderIds.flatMap((_, index) => guestOf(index).guest?.email ?? []);
    expect(tallyOf(orderIds.map((id) => `BC-${id}`), await referencesOf('sale.created'))).toEqual({ wanted: EACH_WAY, missing: 0, twice: 0 });
    expect(tallyOf(saleIds.map(String), await referencesOf('order.created'))).toEqual({ wanted: EACH_WAY, missing: 0, twice: 0 });
    expect(tallyOf(guests, await referencesOf('customer.created'))).toEqual({ wanted: guests.length, missing: 0, twice: 0 });
    expect(await checking()).toEqual([]);
  }, 150_000);
});
