import type { HikeProduct } from '../../../../domain/hike-product';
import type { HikeProductId, ProductId, VariantId } from '../../../../domain/ids';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../../domain/testing/a-hike-product';
import { aProfile, someSettings } from '../../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../../domain/testing/a-store-product';
import type { StoreProfile } from '../../../../domain/shop-lists';
import type { StockMove } from '../../../../domain/stock';
import type { SeenHikeProduct, SeenLevel } from '../../../ports/tables';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../../testing/create-test-engine';
import { setLevel } from '../../../testing/fake-inventory';
import { markStock } from '../mark-stock';

export const TOTE = 812 as HikeProductId;
export const TOTE_VARIANT = 211 as VariantId;

export interface StockEngine extends TestEngine {
  /** Hike tells these counts, in units, per outlet; the first publishing of a product links it as well. */
  count(counts: Record<number, number | null>, product?: { id?: number; variantId?: number; tracksStock?: boolean }): Promise<void>;
  /** BigCommerce's level moves, whoever did it, and its hook arrives. */
  moveLevel(onHand: number, variantId?: number): Promise<void>;
  onHand(variantId?: number, locationId?: number): number | undefined;
  level(variantId?: number): Promise<SeenLevel | undefined>;
  timeline(hikeId?: HikeProductId): Promise<StockMove[]>;
  /** What each call wrote. */
  writes(): [variantId: number, quantity: number][][];
}

/** A started store with the tote linked: Hike has 12 available, BigCommerce shows none. */
export const createStockEngine = async ({ settings = {}, profile = {}, ...options }: { settings?: Record<string, unknown>; profile?: Partial<StoreProfile> } & TestEngineOptions = {}): Promise<StockEngine> => {
  const engine = await createTestEngine(options);
  const { storeHash, database, vendors, clock } = engine;
  const { tables } = database;
  await tables.stores.saveProfile(storeHash, aProfile(profile));
  await engine.change(someSettings({ catalogue: { startedAt: clock.now() }, ...settings }));
  const stock: StockEngine = {
    ...engine,
    async count(counts, { id = TOTE, variantId = TOTE_VARIANT, tracksStock = true } = {}) {
      const product = counted(id, { counts, tracksStock });
      await tables.hikeProducts.saveMany(storeHash, [seen(product)]);
      const productId = (variantId - 100) as ProductId;
      const link = { thing: 'variant', bigcommerceId: String(variantId), hikeId: String(id), origin: 'hike', facts: { productId } } as const;
      await tables.links.save(storeHash, link, clock.now());
      const store = aStoreProduct({ id: productId, variants: [aStoreVariant({ id: variantId })] });
      await tables.storeProducts.saveMany(storeHash, [{ product: store, standing: 'linked', sweep: 1, goneAt: null }]);
      await database.transaction('stock-chunk-marked', (inside) => markStock(inside, storeHash, { hikeIds: [id as HikeProductId], now: clock.now() }));
    },
    async moveLevel(onHand, variantId = TOTE_VARIANT) {
      setLevel(vendors, { variantId, onHand });
      await tables.dirty.mark(storeHash, { thing: 'store-stock', id: String(variantId - 100), priority: 15, notBefore: clock.now(), trigger: 'webhook' });
      await engine.settle();
    },
    onHand: (variantId = TOTE_VARIANT, locationId = 1) => vendors.levels.find((level) => level.variantId === variantId && level.locationId === locationId)?.onHand,
    level: async (variantId = TOTE_VARIANT) => (await tables.levels.findByVariants(storeHash, [variantId as VariantId]))[0],
    timeline: async (hikeId = TOTE) => (await tables.moves.listOf(storeHash, hikeId, { before: null, limit: 100 })).reverse(),
    writes: () => vendors.levelWrites.map((items) => items.map(({ variantId, quantity }) => [variantId, quantity])),
  };
  await stock.count({ 1: 12 });
  return stock;
};

const counted = (id: number, { counts, tracksStock }: { counts: Record<number, number | null>; tracksStock: boolean }): HikeProduct => {
  const levels = Object.entries(counts).map(([outletId, units]) => anOutletLevel({ outletId: Number(outletId), available: units === null ? null : units * 10_000 }));
  return aHikeProduct({ id, tracksStock, variants: [aHikeVariant({ id, sku: id === TOTE ? 'TOTE-01' : `SKU-${id}`, levels })] });
};

const seen = (product: HikeProduct): SeenHikeProduct => ({
  product,
  fingerprint: '',
  sweep: 1,
  goneAt: null,
  plan: null,
  written: {},
  isIgnored: false,
  removal: null,
  variantsConfirmed: false,
});
