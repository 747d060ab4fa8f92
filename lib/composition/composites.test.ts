import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import type { Services } from '../composition';
import type { StoreHash } from '../domain/ids';
import { movableClock } from './testing/movable-clock';
import { openStore } from './testing/open-store';
import { sandboxEnvironment } from './testing/sandbox-environment';
import { startFastSandbox } from './testing/start-fast-sandbox';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A minute of the platforms takes six seconds. */
const SCALE = 10;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PATIENCE = { timeout: 90_000, interval: 100 };

const [COMPOSITE, PART, PARTS_EACH] = ['CUP-PAIR', 'CUP', 2];

let sandbox: Awaited<ReturnType<typeof startFastSandbox>>;
let database: TestDatabase;
let services: Services;
let clock: Awaited<ReturnType<typeof movableClock>>;
let storeHash: StoreHash;
let shopPath: string;
let outletId: number;
let partId: number;

const control = async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox.controlUrl}${path}`, { method, headers: { 'content-type': 'application/json' }, ...init });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Ticked for eCommerce; in no order. */
const addToHike = async (sku: string): Promise<number> => {
  const { id } = await control<{ id: number }>(`${shopPath}/products`, { name: `Good ${sku}`, sku, track_inventory: true, product_outlets: [{ outlet_id: outletId, price_inc_tax: 20 }] });
  await control(`${shopPath}/products/${id}`, { eCommerce: true }, 'PATCH');
  return id;
};

const countParts = (onHand: number): Promise<unknown> => control(`${shopPath}/products/${partId}/stock`, { outletId, onHand });

const online = async (sku: string): Promise<number | undefined> => {
  const [product] = await control<{ inventory_level: number }[]>(`/stores/${storeHash}/products?sku=${sku}`);
  return product?.inventory_level;
};

const untilOnline = (sku: string, level: number): Promise<void> => vi.waitFor(async () => expect(await online(sku)).toBe(level), PATIENCE);

const untilBothOnline = async (parts: number): Promise<void> => {
  await untilOnline(PART, parts);
  await untilOnline(COMPOSITE, Math.floor(parts / PARTS_EACH));
};

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startFastSandbox(SCALE), createTestDatabase()]);
  const environment = sandboxEnvironment({ ...sandbox, appUrl: 'http://localhost:3000', databaseUrl: database.url });
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  clock = await movableClock(sandbox.controlUrl);
  services = await (await import('../composition')).services({ clock, log: SILENT });
  await services.startWorking();
  const world = await control<{ storeHash: string; shopId: string }>('/worlds', { name: 'demo' });
  shopPath = `/hike/shops/${world.shopId}`;
  storeHash = await openStore(services, sandbox, world);
  outletId = (await services.pages.settings(storeHash)).value.outletId ?? 0;
  partId = await addToHike(PART);
  await control(`${shopPath}/products/${await addToHike(COMPOSITE)}/components`, [{ sku: PART, quantity: PARTS_EACH }], 'PUT');
  await countParts(101);
  await services.pages.actOnProducts(storeHash, { action: 'dry-run' });
  await vi.waitFor(async () => expect((await services.pages.catalogueRun(storeHash)).state).toBe('ready'), PATIENCE);
  await services.pages.actOnProducts(storeHash, { action: 'start' });
  await untilBothOnline(101);
}, 240_000);

afterAll(async () => {
  await services.stop();
  await Promise.all([sandbox.stop(), database.drop()]);
}, 60_000);

it('publishes what a composite’s parts make, within minutes where Hike tells of it with its parts, else with the next full reading', async () => {
  await countParts(61);
  await clock.jump(20 * MINUTE_MS);
  await untilBothOnline(61);
  await control(shopPath, { unknowns: { partsChangeComposites: false } }, 'PATCH');
  await countParts(31);
  await clock.jump(20 * MINUTE_MS);
  await untilOnline(PART, 31);
  expect(await online(COMPOSITE)).toBe(30);
  await clock.jump(25 * HOUR_MS);
  await untilBothOnline(31);
}, 360_000);
