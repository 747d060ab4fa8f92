import type { CatalogueRun } from '../../../../domain/catalogue-run';
import type { HikeProduct } from '../../../../domain/hike-product';
import type { HikeProductId, StoreHash } from '../../../../domain/ids';
import type { Instant } from '../../../../domain/instant';
import type { ProductPlan } from '../../../../domain/product-plan';
import type { StoreProduct } from '../../../../domain/store-product';
import type { Tables } from '../../../ports/tables';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../../testing/create-test-engine';
import { askForDryRun, startCatalogue } from '../catalogue-run-steps';
import { readRun } from '../run-cursor';

type Step<T> = (tables: Tables, storeHash: StoreHash, now: Instant) => Promise<T>;

export interface CatalogueEngine extends TestEngine {
  /** What a page does, and all that follows from it now. */
  act<T>(step: Step<T>): Promise<T>;
  run(): Promise<CatalogueRun>;
  plan(hikeId: number): Promise<ProductPlan | null>;
  /** Hike tells of the product with its next poll, which comes now. */
  tell(...products: HikeProduct[]): Promise<void>;
  /** Names of the calls that changed BigCommerce's catalogue. */
  writes(): string[];
}

const WRITES = /^catalogue\.(create|update|add|delete|change|assign)/;

interface Catalogues {
  hike?: HikeProduct[];
  store?: StoreProduct[];
}

/** A set-up store with both catalogues filled; nothing is read yet. */
export const catalogueEngine = async ({ hike = [], store = [], ...options }: Catalogues & TestEngineOptions = {}): Promise<CatalogueEngine> => {
  const engine = await createTestEngine(options);
  const { vendors, database, storeHash, clock } = engine;
  for (const product of hike) vendors.hikeProducts.set(product.id, product);
  for (const product of store) vendors.storeProducts.set(product.id, product);
  return {
    ...engine,
    async act(step) {
      const done = await database.transaction('products-acted-on', (tables) => step(tables, storeHash, clock.now()));
      await engine.settle();
      return done;
    },
    run: () => readRun(database.tables, storeHash),
    plan: async (hikeId) => (await database.tables.hikeProducts.findMany(storeHash, [hikeId as HikeProductId]))[0]?.plan ?? null,
    async tell(...products) {
      for (const product of products) vendors.hikeProducts.set(product.id, { ...product, modifiedAt: clock.now() });
      await engine.pass(15 * 60_000);
    },
    writes: () => vendors.calls.filter((name) => WRITES.test(name)),
  };
};

/** The first sync is through. */
export const syncedEngine = async (catalogues: Catalogues & TestEngineOptions & { settings?: Record<string, unknown> }): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine(catalogues);
  await engine.change(catalogues.settings ?? {});
  await engine.act(askForDryRun);
  await engine.act(startCatalogue);
  await engine.pass(10_000, 5);
  return engine;
};
