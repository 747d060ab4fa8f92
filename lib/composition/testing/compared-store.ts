import { expect, vi } from 'vitest';
import { createTestDatabase } from '../../adapters/database/testing/test-database';
import type { Services } from '../../composition';
import { OrderId, type StoreHash } from '../../domain/ids';
import { type Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { ReconciliationView } from '../../domain/views/reconciliation-view';
import type { SeenOrderState } from '../../engine/ports/tables';
import { movableClock } from './movable-clock';
import { openStore } from './open-store';
import { sandboxEnvironment } from './sandbox-environment';
import { startFastSandbox } from './start-fast-sandbox';
import { wholeTablesOf } from './whole-tables-of';

export interface ControlOrder {
  id: number;
  external_order_id: string | null;
  status_id: number;
  total_inc_tax: string;
  total_ex_tax: string;
  lines: { id: number; quantity: number; price_inc_tax: string; price_ex_tax: string }[];
}

/** As `sales/get_all` tells it. */
export interface ControlSale {
  id: number;
  number: string;
  note: string;
  invoiceLineItems: { id: number; quantity: number; retailPrice: number }[];
  invoicePayments: { paymentOptionId: number }[];
}

/** A store and a shop on both sandboxes, with the whole house but for browser and webhooks, whose sides are compared. */
export interface ComparedStore {
  services: Services;
  storeHash: StoreHash;
  shopId: string;
  tables: ReturnType<typeof wholeTablesOf>;
  clock: Awaited<ReturnType<typeof movableClock>>;
  control<T>(path: string, body?: unknown, method?: string): Promise<T>;
  /** With a tool of their own: through BigCommerce's API, with the store's token. */
  asStaff<T>(method: string, path: string, body: unknown): Promise<T>;
  /** Through Hike's API: saves a whole sale, as it is with these changes. */
  asTill(sale: { id: number }, change: (now: ControlSale) => object): Promise<void>;
  ago(hours: number, minutes?: number): Instant;
  ringUp(lines: object[], minutes: number, rest?: Record<string, unknown>): Promise<ControlSale>;
  /** What else is done with a sale at the till. */
  atTill(sale: { id: number }, what: 'pay' | 'void' | 'refund' | 'exchange', body?: object): Promise<ControlSale>;
  place(minutes: number, rest?: Record<string, unknown>): Promise<ControlOrder>;
  orders(): Promise<ControlOrder[]>;
  orderOf(sale: { id: number }): Promise<ControlOrder>;
  /** As a webhook does: what was placed hours ago no sweep asks for. */
  tellOf(id: number): Promise<void>;
  importAll(ids: readonly number[]): Promise<void>;
  stateOf(id: number): Promise<SeenOrderState | undefined>;
  startCatalogue(): Promise<void>;
  /** Nothing of these is left to do that is due by now. */
  untilDone(things?: readonly string[]): Promise<void>;
  /** What was done can be seen on both sides, and levels that were written can be read back. */
  untilQuiet(): Promise<void>;
  compare(): Promise<ReconciliationView>;
  stop(): Promise<void>;
}

/** A minute of the platforms takes six seconds. */
const SCALE = 10;
export const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const PATIENCE = { timeout: 90_000, interval: 100 };
export const WORK = ['sale', 'order', 'import-order', 'product', 'compare', 'stock', 'store-stock', 'reconcile'];
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

const send = async <T>(url: string, { method = 'GET', body, headers = {} }: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<T> => {
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', accept: 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as T;
};

/** It is noon there, so that nothing nightly comes in between. */
const atNoon = (now: string): string => {
  const ahead = 12 - new Date(now).getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

type House = Pick<ComparedStore, 'services' | 'clock' | 'control' | 'storeHash' | 'shopId' | 'tables'> & { bigcommerceUrl: string; hikeUrl: string };

const atCounters = ({ services, control, storeHash, shopId, tables, bigcommerceUrl, hikeUrl, ...house }: House) => {
  const ago: ComparedStore['ago'] = (hours, minutes = 0) => instantPlus(house.clock.now(), -hours * HOUR_MS - minutes * MINUTE_MS);
  const orders = () => control<ControlOrder[]>(`/stores/${storeHash}/orders`);
  const shop = `/hike/shops/${shopId}/sales`;
  return {
    ago,
    orders,
    asStaff: async <T>(method: string, path: string, body: unknown): Promise<T> =>
      send(`${bigcommerceUrl}/stores/${storeHash}/v2${path}`, { method, body, headers: { 'x-auth-token': (await tables.stores.find(storeHash))?.accessToken ?? '' } }),
    asTill: async ({ id }: { id: number }, change: (now: ControlSale) => object) => {
      const [now, connection] = [await control<ControlSale>(`${shop}/${id}`), await tables.connections.find(storeHash)];
      const headers = { authorization: `Bearer ${connection?.tokens.accessToken ?? ''}` };
      await send(`${hikeUrl}/api/v1/sales/create`, { method: 'POST', headers, body: { ...now, ...change(now) } });
    },
    ringUp: (lines: object[], minutes: number, rest: Record<string, unknown> = {}) => control<ControlSale>(shop, { lines, payments: [{ type: 'Card' }], at: ago(2, minutes), ...rest }),
    atTill: ({ id }: { id: number }, what: string, body: object = {}) => control<ControlSale>(`${shop}/${id}/${what}`, body),
    place: (minutes: number, rest: Record<string, unknown> = {}) => control<ControlOrder>(`/stores/${storeHash}/orders`, { lines: [{ sku: 'TOTE-01' }], placedAt: ago(3, minutes), ...rest }),
    orderOf: async ({ id }: { id: number }): Promise<ControlOrder> => {
      const order = (await orders()).find(({ external_order_id: external }) => external === String(id));
      if (order === undefined) throw new Error(`Sale ${id} has no order.`);
      return order;
    },
    tellOf: (id: number) => tables.dirty.mark(storeHash, { thing: 'order', id: String(id), priority: 0, notBefore: house.clock.now(), trigger: 'webhook' }),
    stateOf: async (id: number): Promise<SeenOrderState | undefined> => (await services.database.tables.orders.findMany(storeHash, [OrderId.parse(id)]))[0]?.state,
  };
};

const working = ({ services, clock, storeHash }: House, { tellOf, stateOf }: ReturnType<typeof atCounters>) => {
  const { pages } = services;
  const untilDone = (things: readonly string[] = WORK): Promise<void> =>
    vi.waitFor(async () => {
      const due = await services.database.tables.dirty.listDue(storeHash, clock.now(), 1000);
      expect(due.filter(({ thing }) => things.includes(thing))).toEqual([]);
    }, PATIENCE);
  const statesAre = (ids: readonly number[], state: SeenOrderState) => vi.waitFor(async () => expect(await Promise.all(ids.map(stateOf))).toEqual(ids.map(() => state)), PATIENCE);
  return {
    untilDone,
    untilQuiet: async () => {
      await untilDone();
      await clock.jump(20 * MINUTE_MS);
    },
    importAll: async (ids: readonly number[]) => {
      for (const id of ids) await tellOf(id);
      await statesAre(ids, 'to-import');
      await pages.importOrders(storeHash, ids.map((id) => OrderId.parse(id)));
      await statesAre(ids, 'imported');
    },
    startCatalogue: async () => {
      const untilRunIs = (state: string) => vi.waitFor(async () => expect((await pages.catalogueRun(storeHash)).state).toBe(state), PATIENCE);
      await pages.actOnProducts(storeHash, { action: 'dry-run' });
      await untilRunIs('ready');
      await pages.actOnProducts(storeHash, { action: 'start' });
      await untilRunIs('in-step');
    },
    compare: async (): Promise<ReconciliationView> => {
      const look = () => pages.reconciliation(storeHash, { offset: 0 });
      const before = (await look()).last?.startedAt;
      await pages.compareNow(storeHash);
      return vi.waitFor(async () => {
        const view = await look();
        expect(view).toMatchObject({ isRunning: false, last: { endedAt: expect.any(String) } });
        expect(view.last?.startedAt).not.toBe(before);
        return view;
      }, PATIENCE);
    },
  };
};

/** Opens a world, from four hours ago on; once in a process, which has one house. */
export const openComparedStore = async (world: 'demo' | 'us'): Promise<ComparedStore> => {
  const [sandbox, database] = await Promise.all([startFastSandbox(SCALE), createTestDatabase()]);
  Object.assign(process.env, sandboxEnvironment({ ...sandbox, appUrl: 'http://localhost:3000', databaseUrl: database.url }));
  const control: ComparedStore['control'] = (path, body, method = body === undefined ? 'GET' : 'POST') => send(`${sandbox.controlUrl}${path}`, { method, body });
  const clock = await movableClock(sandbox.controlUrl);
  const services = await (await import('../../composition')).services({ clock, log: SILENT });
  await services.startWorking();
  const place = await control<{ storeHash: string; shopId: string }>('/worlds', { name: world });
  await control(`/stores/${place.storeHash}/settings`, { timezone: atNoon(clock.now()) }, 'PATCH');
  const house: House = { services, clock, control, shopId: place.shopId, storeHash: await openStore(services, sandbox, place), tables: wholeTablesOf(services), ...sandbox };
  const counters = atCounters(house);
  const { version, value } = await services.pages.settings(house.storeHash);
  await services.pages.saveSettings(house.storeHash, { version, value: { ...value, startDate: counters.ago(4) } }, 'ana@example.com');
  const stop = async () => {
    await services.stop();
    await Promise.all([sandbox.stop(), database.drop()]);
  };
  return { ...house, ...counters, ...working(house, counters), stop };
};
