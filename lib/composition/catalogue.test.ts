import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import type { Services } from '../composition';
import type { StoreHash } from '../domain/ids';
import type { CatalogueRunView } from '../domain/views/product-views';
import { openStore } from './testing/open-store';
import { sandboxEnvironment } from './testing/sandbox-environment';
import { scaledClock } from './testing/scaled-clock';
import { startFastSandbox } from './testing/start-fast-sandbox';

/** What goes wrong on the way is looked for in the sync log and in what was written. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A minute of the platforms takes six seconds. */
const SCALE = 10;

interface LedgerRow {
  kind: string;
  id: number;
  reference?: string;
  data: { name?: string };
}
interface HikeGood {
  parentId: number;
  sku: string | null;
  has_variants: boolean;
  components: unknown[];
  product_outlets: { outlet_id: number; price_inc_tax: number; on_hand_inventory: number }[];
}
interface Shop {
  outlets: { id: number }[];
  products: HikeGood[];
  customers: { first_name: string | null; last_name: string | null; email: string | null }[];
}
interface Store {
  products: { id: number; fields: { price: number } }[];
  variants: { id: number; productId: number; sku: string }[];
  stock: { variantId: number; locationId: number; onHand: number }[];
  customers: { email: string }[];
}

/** What is looked at once the journey is over. */
interface Journey {
  dryRun: CatalogueRunView;
  written: Record<'beforeStart' | 'afterStart' | 'afterSecondRun', LedgerRow[]>;
  store: Store;
  shop: Shop;
  secondRun: CatalogueRunView;
}

let sandbox: Awaited<ReturnType<typeof startFastSandbox>>;
let database: TestDatabase;
let services: Services;
let storeHash: StoreHash;
let journey: Journey;

const control = async <T>(path: string, body?: unknown): Promise<T> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox.controlUrl}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

const CATALOGUE = /^(product|variant|image|brand|category|channel|inventory|customer)[.]/;

/** What was written into BigCommerce's catalogue, stock and customers so far. */
const ledger = async (): Promise<LedgerRow[]> => (await control<LedgerRow[]>(`/ledger?side=bigcommerce&tenant=${storeHash}`)).filter(({ kind }) => CATALOGUE.test(kind));

const untilRunIs = (state: CatalogueRunView['state']): Promise<CatalogueRunView> =>
  vi.waitFor(
    async () => {
      const run = await services.pages.catalogueRun(storeHash);
      expect(run.state).toBe(state);
      return run;
    },
    { timeout: 150_000, interval: 100 },
  );

const act = async (action: 'dry-run' | 'start'): Promise<void> => {
  expect(await services.pages.actOnProducts(storeHash, { action })).toMatchObject({ done: 1, notDone: [] });
};

const untilNothingWaits = async (): Promise<void> => {
  const { dirty } = services.database.tables;
  const now = services.clock.now();
  const count = async () => {
    const polls = (await dirty.listDue(storeHash, now, 1000)).filter(({ thing }) => thing === 'hike-customers');
    return [polls.length, ...(await Promise.all((['product', 'stock', 'customer'] as const).map((thing) => dirty.count(storeHash, thing))))];
  };
  await vi.waitFor(async () => expect(await count()).toEqual([0, 0, 0, 0]), { timeout: 90_000, interval: 250 });
  // Levels take effect a moment after they are set.
  await control('/clock', { advanceMs: 5_000 });
};

/** A merchant looks at a dry run, starts, and asks for another one later. */
const travel = async (shopId: string): Promise<Journey> => {
  await act('dry-run');
  const dryRun = await untilRunIs('ready');
  const beforeStart = await ledger();
  await act('start');
  await untilRunIs('in-step');
  await untilNothingWaits();
  const afterStart = await ledger();
  const [store, shop] = await Promise.all([control<Store>(`/stores/${storeHash}`), control<Shop>(`/hike/shops/${shopId}`)]);
  await act('dry-run');
  await untilRunIs('comparing');
  const secondRun = await untilRunIs('in-step');
  await untilNothingWaits();
  return { dryRun, written: { beforeStart, afterStart, afterSecondRun: await ledger() }, store, shop, secondRun };
};

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startFastSandbox(SCALE), createTestDatabase()]);
  const environment = sandboxEnvironment({ ...sandbox, appUrl: 'http://localhost:3000', databaseUrl: database.url });
  for (const [name, value] of Object.entries(environment)) process.env[name] = value;
  services = await (await import('../composition')).services({ clock: await scaledClock(sandbox.controlUrl), log: SILENT });
  await services.startWorking();
  const world = await control<{ storeHash: string; shopId: string }>('/worlds', { name: 'catalogue' });
  storeHash = await openStore(services, sandbox, world);
  journey = await travel(world.shopId);
}, 300_000);

afterAll(async () => {
  await services.stop();
  await Promise.all([sandbox.stop(), database.drop()]);
}, 60_000);

const created = (kind: 'product' | 'customer'): LedgerRow[] => journey.written.afterStart.filter((row) => row.kind === `${kind}.created`);

/** The whole house but for browser and webhooks, with real quotas, on the world of 2,000 things; its counts stand in the worlds' README. */
describe('the catalogue on real parts', () => {
  it('tells in a dry run what would happen', () => {
    const { counts, can } = journey.dryRun;
    expect(can.start).toBe(true);
    expect(counts).toMatchObject({
      // Plain, without SKU, with pictures of all kinds, composites.
      create: 224 + 10 + 10 + 20 + 10 + 10,
      // Ambiguous, duplicates of either side, variants against singles, names taken, too many options or variants.
      needsYou: 20 + 2 * 20 + 20 + 2 * 10 + 30 + 30 + 37 + 3 + 1,
      leftOut: 30 + 20 + 10 + 5,
      // What needs a person has its counterparts there, and so has what is left out.
      onlyInBigCommerce: 100 + 2 * 20 + 20 + 2 * 20 + 10 + 30 + 30 + 37 + 3 + 50,
    });
    // Another price, or found by barcode and so with another SKU.
    expect(counts.update).toBeGreaterThanOrEqual(150 + 200);
    expect(counts.update + counts.unchanged).toBe(1380);
  });

  it('writes nothing before it is started', () => {
    expect(journey.written.beforeStart).toEqual([]);
  });

  it('creates each product once', () => {
    const names = created('product').map(({ data }) => data.name);
    expect(names).toHaveLength(journey.dryRun.counts.create);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives what it creates Hike’s price and stock', () => {
    const { store, shop } = journey;
    const made = new Set(created('product').map(({ id }) => id));
    const prices = new Map(store.products.map(({ id, fields }) => [id, fields.price]));
    const levels = new Map(store.stock.filter(({ locationId }) => locationId === 1).map(({ variantId, onHand }) => [variantId, onHand]));
    const goods = new Map(shop.products.filter(({ sku, has_variants, components }) => sku && !has_variants && components.length === 0).map((good) => [good.sku, good]));
    const compared = store.variants
      .filter(({ productId, sku }) => made.has(productId) && goods.has(sku))
      .map(({ id, productId, sku }) => {
        const { price_inc_tax: price, on_hand_inventory: onHand } = goods.get(sku)!.product_outlets.find(({ outlet_id }) => outlet_id === shop.outlets[0]!.id)!;
        return { sku, is: { price: prices.get(productId), onHand: levels.get(id) ?? 0 }, should: { price, onHand: Math.max(0, Math.floor(onHand)) } };
      });
    expect(compared.length).toBeGreaterThan(500);
    expect(compared.filter(({ is, should }) => is.price !== should.price || is.onHand !== should.onHand)).toEqual([]);
  });

  it('sends the customers with all three details whose e-mail is theirs alone, once', () => {
    const { store, shop } = journey;
    const complete = shop.customers.filter(({ first_name, last_name, email }) => first_name && last_name && email).map(({ email }) => email!.toLowerCase());
    // Of those who share one a person says which it is.
    const sole = complete.filter((email) => complete.indexOf(email) === complete.lastIndexOf(email));
    const emails = created('customer').map(({ reference }) => reference!.toLowerCase());
    expect(emails.length).toBeGreaterThan(100);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.filter((email) => !sole.includes(email))).toEqual([]);
    const there = new Set(store.customers.map(({ email }) => email.toLowerCase()));
    expect(sole.filter((email) => !there.has(email))).toEqual([]);
  });

  it('finds and does nothing in a second dry run', () => {
    const { written, secondRun, dryRun } = journey;
    // Ten were created without a picture that nobody can reach.
    expect(secondRun.counts).toMatchObject({ create: 0, update: 0, needsYou: dryRun.counts.needsYou + 10, leftOut: dryRun.counts.leftOut });
    expect(written.afterSecondRun.slice(written.afterStart.length)).toEqual([]);
  });
});
