import { describe, expect, it } from 'vitest';
import type { ProductId, VariantId } from '../../../domain/ids';
import { anOutletLevel } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { setLevel } from '../../testing/fake-inventory';
import { sendToHike } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const BAG = 112 as ProductId;

/** A bag of which BigCommerce has nine, and which Hike has had for a minute. */
const sent = async (): Promise<CatalogueEngine> => {
  const bag = aStoreProduct({ id: BAG, name: 'Bag', sku: 'BAG', barcode: '', variants: [aStoreVariant({ id: 212, sku: 'BAG', barcode: '' })] });
  const engine = await syncedEngine({ store: [bag] });
  setLevel(engine.vendors, { variantId: 212 as VariantId, onHand: 9 });
  await engine.act((tables, hash, now) => sendToHike(tables, hash, { productIds: [BAG], now }));
  await engine.pass(60_000, 3);
  return engine;
};

const shown = ({ vendors }: CatalogueEngine) => vendors.levels.map(({ onHand }) => onHand);
const held = async ({ pages, storeHash }: CatalogueEngine) => (await pages.stock(storeHash, { search: '', held: true, offset: 0 })).held;

const count = async (engine: CatalogueEngine, units: number): Promise<void> => {
  const product = [...engine.vendors.hikeProducts.values()].find(({ name }) => name === 'Bag')!;
  await engine.tell({ ...product, variants: product.variants.map((variant) => ({ ...variant, levels: [anOutletLevel({ available: units * 10_000 })] })) });
};

describe('the stock of a product that was sent to Hike', () => {
  it('stays in BigCommerce as it is while nobody has counted it in Hike, and the log says that it waits', async () => {
    const engine = await sent();
    await count(engine, 0);
    expect(shown(engine)).toEqual([9]);
    expect(await held(engine)).toBe(1);
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ recordId: 'held', result: 'needs-you', message: expect.stringContaining('Counts that would fall to zero: 1.') as string }));
  });

  it('follows Hike once it is counted there, and then down to nothing like any other', async () => {
    const engine = await sent();
    await count(engine, 0);
    await count(engine, 4);
    expect([shown(engine), await held(engine)]).toEqual([[4], 0]);
    await count(engine, 0);
    expect([shown(engine), await held(engine)]).toEqual([[0], 0]);
  });

  it('is nothing once a person approves that', async () => {
    const engine = await sent();
    await count(engine, 0);
    await engine.pages.approveStock(engine.storeHash, null, 'ana@example.com');
    await engine.settle();
    expect([shown(engine), await held(engine)]).toEqual([[0], 0]);
  });
});
