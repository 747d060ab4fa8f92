import type { HikeProductId, LocationId, ProductId, VariantId } from '../../../../domain/ids';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../../domain/testing/a-hike-product';
import { aProfile, someSettings } from '../../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../../domain/testing/a-store-product';
import type { SeenHikeProduct, SeenLevel } from '../../../ports/tables';
import { sampleStore } from '../../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../../testing/create-test-context';
import { setLevel } from '../../../testing/fake-inventory';
import type { JobContext } from '../../job';
import { followMovedLevels } from '../follow-moved-levels';
import { newLevel } from '../level-key';
import { publishStock } from '../publish-stock';

export const [HOME, AWAY] = [1, 2] as [LocationId, LocationId];

export const startedWith = (change: Record<string, unknown> = {}) => someSettings({ catalogue: { startedAt: NOW }, ...change });

/** The store has a second location; which of both show the outlet is told. */
export const withTwoLocations = (outletsByLocation: Record<string, number[]> = { '1': [1], '2': [1] }): Partial<JobContext> => {
  const locations = [{ id: HOME, name: 'Web', isDefault: true, isEnabled: true }, { id: AWAY, name: 'Harbour', isDefault: false, isEnabled: true }];
  return { store: sampleStore('abc123' as never, { profile: aProfile({ locations }) }), settings: startedWith({ stock: { outletsByLocation } }) };
};

interface Told {
  /** In units. */
  available?: number;
  product?: object;
  variant?: object;
  seen?: Partial<SeenHikeProduct>;
}

const seenProduct = (hikeId: number, { available = 12, product = {}, variant = {}, seen = {} }: Told = {}): SeenHikeProduct => {
  const variants = [aHikeVariant({ id: hikeId, sku: `SKU-${hikeId}`, levels: [anOutletLevel({ available: available * 10_000 })], ...variant })];
  return { product: aHikeProduct({ id: hikeId, variants, ...product }), fingerprint: '', sweep: 1, goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false, ...seen };
};

/**
 * Variants 211, 212 … of the products 111, 112 …, linked with 812, 813 … of Hike's, which has twelve of each; what we knew
 * of each at the first location. BigCommerce shows nine.
 */
export const createLevelBench = async (levels: (Partial<SeenLevel> | null)[] = [{}], change: Partial<JobContext> = {}) => {
  const test = await createTestContext({ settings: startedWith(), ...change });
  const { tables, storeHash, vendors, context, mark } = test;
  const hikeTells = (hikeId: number, told: Told) => tables.hikeProducts.saveMany(storeHash, [seenProduct(hikeId, told)]);
  for (const [index, level] of levels.entries()) {
    const [variantId, hikeId, productId] = [211 + index, 812 + index, 111 + index] as [VariantId, HikeProductId, ProductId];
    await tables.links.save(storeHash, { thing: 'variant', bigcommerceId: String(variantId), hikeId: String(hikeId), origin: 'hike', facts: { productId } }, NOW);
    await tables.storeProducts.saveMany(storeHash, [{ product: aStoreProduct({ id: productId, variants: [aStoreVariant({ id: variantId })] }), standing: 'linked', sweep: 1, goneAt: null }]);
    await hikeTells(hikeId, {});
    if (level !== null) await tables.levels.saveMany(storeHash, [{ ...newLevel({ variantId, locationId: HOME }, hikeId), onHand: 9, written: 9, ...level }]);
    setLevel(vendors, { variantId, onHand: 9 });
  }
  const rows = (thing: 'stock' | 'store-stock', ids: readonly string[], attempts = 0) => Promise.all(ids.map((id) => mark(id, { thing, attempts })));
  const follow = async (...ids: string[]) => followMovedLevels.run(context, await rows('store-stock', ids));
  const publish = async (...ids: string[]) => publishStock.run(context, await rows('stock', ids));
  const level = async (variantId = 211, locationId = HOME) => (await tables.levels.findByVariants(storeHash, [variantId as VariantId])).find((one) => one.locationId === locationId);
  const stockRows = async () => (await tables.dirty.listDue(storeHash, NOW, 100)).flatMap(({ thing, id, priority }) => (thing === 'stock' ? [[id, priority]] : []));
  const rowOf = (id: string, thing: 'stock' | 'store-stock' = 'store-stock') => tables.dirty.find(storeHash, thing, id);
  const moves = async (hikeId = 812) => tables.moves.listOf(storeHash, hikeId as HikeProductId, { before: null, limit: 10 });
  const callsOf = (name: string) => vendors.calls.filter((one) => one === name).length;
  return { ...test, hikeTells, rows, follow, publish, level, stockRows, rowOf, moves, callsOf };
};

