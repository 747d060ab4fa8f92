import type { OrderId, SaleId, StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Order } from '../../domain/order';
import type { Sale } from '../../domain/sale';
import type { Settings } from '../../domain/settings';
import { aProfile, someLists, someSettings } from '../../domain/testing/a-shop';
import { createPages } from '../pages/create-pages';
import type { Pages } from '../pages/pages';
import { HOOK_SCOPES } from '../jobs/hooks/keep-hooks';
import { JOBS } from '../jobs/jobs';
import { createPump, type PumpDeps } from '../pump';
import { wakeDueStores } from '../sweep';
import type { Mail } from '../ports/mail';
import type { Entry, SeenOrder, SeenSale } from '../ports/tables';
import { sampleConnection, sampleStore } from './batteries/sample-records';
import { createMemoryDatabase, type MemoryDatabase } from './create-memory-database';
import { createMemoryQueue } from './create-memory-queue';
import { createTestClock, type TestClock } from './create-test-clock';
import { createFakeVendors, type FakeVendors } from './fake-vendors';

export interface TestEngine {
  storeHash: StoreHash;
  vendors: FakeVendors;
  database: MemoryDatabase;
  clock: TestClock;
  pages: Pages;
  /** Sweeps and pumps until nothing is due at this moment. */
  settle(): Promise<void>;
  /** Moves time on in steps, settling after each. */
  pass(ms: number, steps?: number): Promise<void>;
  /** As a web page would list it. */
  seen(orderId: number): Promise<SeenOrder | undefined>;
  seenSale(saleId: number): Promise<SeenSale | undefined>;
  entries(): Promise<Entry[]>;
  change(settings: Record<string, unknown>): Promise<void>;
  /** The shop rings up, or changes, a sale; the next poll is due at once. */
  ringUp(sale: Sale): Promise<void>;
  /** BigCommerce holds the order, and the Orders page knows it. */
  place(order: Order): Promise<void>;
}

const NO_FILTER = { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 100 } as const;

type ProcessDeps = Omit<PumpDeps, 'database'> & { database: MemoryDatabase };

/** What one process of the app does; a test may let it die. */
export interface EngineProcess {
  pump(storeHash: StoreHash): Promise<void>;
  pages: Pages;
}

const createProcess = (deps: ProcessDeps): EngineProcess => ({ pump: createPump(deps), pages: createPages(deps) });

export interface TestEngineOptions {
  start?: Instant;
  process?: (deps: ProcessDeps) => EngineProcess;
  /** What it begins with; empty otherwise. */
  database?: MemoryDatabase;
  vendors?: FakeVendors;
  /** A mail server; none otherwise. */
  mail?: Mail;
}

/** A set-up store on the memory database, with the real pump and the real jobs between it and two faked platforms. */
export const createTestEngine = async ({ start = '2026-01-20T03:00:00.000Z' as Instant, process = createProcess, database = createMemoryDatabase(), vendors = createFakeVendors(), mail: given }: TestEngineOptions = {}): Promise<TestEngine> => {
  const storeHash = 'abc123' as StoreHash;
  const mail = given ?? null;
  const clock = createTestClock(start);
  const queue = createMemoryQueue(database);
  vendors.now = () => clock.now();
  const installation = { appId: '4711', appUrl: 'https://app.example.com' };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const deps = { database, queue, clock, agreedNow: async () => clock.now(), log, installation };
  const { pump, pages } = process({ ...deps, vendors, mail, random: () => 0.5, jobs: JOBS, owner: 'this process' });
  const { tables } = database;
  const store = sampleStore(storeHash, { profile: aProfile() });
  await tables.stores.save(store);
  for (const scope of HOOK_SCOPES) vendors.hooks.set(scope, { secret: store.hookSecret, isActive: true, lastEventAt: start });
  await tables.connections.save(sampleConnection(storeHash, { lists: someLists() }));
  await tables.settings.save(storeHash, 0, { value: someSettings(), savedAt: start, savedBy: 'ana@example.com' });

  const settle = async () => {
    // As whoever marks a row does: the sweep passes a store by that was put to rest.
    await queue.wake(storeHash);
    for (let round = 0; round < 20; round += 1) {
      await wakeDueStores(deps);
      if (queue.waiting().length === 0) return;
      await queue.drain(pump);
    }
  };
  const mark = (thing: 'hike-sales' | 'order', id: string) =>
    tables.dirty.mark(storeHash, { thing, id, priority: 5, notBefore: clock.now(), trigger: 'schedule' });
  return {
    storeHash,
    vendors,
    database,
    clock,
    pages,
    settle,
    async pass(ms, steps = 1) {
      for (let step = 0; step < steps; step += 1) {
        await clock.advance(ms / steps);
        await settle();
      }
    },
    seen: async (orderId) => (await tables.orders.findMany(storeHash, [orderId as OrderId]))[0],
    seenSale: async (saleId) => (await tables.sales.findMany(storeHash, [saleId as SaleId]))[0],
    entries: () => tables.entries.list(storeHash, NO_FILTER),
    async change(change) {
      const saved = await tables.settings.get(storeHash);
      const value = { ...saved.value, ...change } as Settings;
      await tables.settings.save(storeHash, saved.version, { ...saved, value });
    },
    async ringUp(sale) {
      vendors.sales.set(sale.id, sale);
      await mark('hike-sales', '-');
      await settle();
    },
    async place(order) {
      vendors.orders.set(order.id, order);
      await mark('order', String(order.id));
      await settle();
    },
  };
};
