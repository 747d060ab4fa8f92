import { describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import { UnknownOutcome } from '../../ports/failures';
import { askForDryRun } from './catalogue-run-steps';
import { ignoreProducts, ignoreStoreProducts, linkByHand, sendToHike, unlinkByHand } from './product-decisions';
import { catalogueEngine } from './testing/catalogue-engine';

const TOTE = 812 as HikeProductId;
const hikeIds = [TOTE];

const compared = async (catalogues: Parameters<typeof catalogueEngine>[0]) => {
  const engine = await catalogueEngine(catalogues);
  await engine.act(askForDryRun);
  return engine;
};

const otherTote = () => aStoreProduct({ id: 112, images: [{ id: 5, position: 0, isThumbnail: true }], name: 'Bag', sku: 'BAG', barcode: '', variants: [aStoreVariant({ id: 212, sku: 'BAG', barcode: '' })] });

describe('the match desk', () => {
  it('keeps apart what a person unlinked, whatever its SKU says', async () => {
    const engine = await compared({ hike: [aHikeProduct()], store: [aStoreProduct()] });
    expect(await engine.act((tables, hash, now) => unlinkByHand(tables, hash, { hikeIds, now }))).toEqual([TOTE]);
    await engine.act(askForDryRun);
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'ignored' });
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'variant', ['812'])).toEqual([]);
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: 0, 'only-here': 1 });
  });

  it('links by hand what no key tells, and takes it from whatever it was linked to', async () => {
    const engine = await compared({ hike: [aHikeProduct()], store: [aStoreProduct(), otherTote()] });
    expect(await engine.act((tables, hash, now) => linkByHand(tables, hash, { hikeId: TOTE, productId: 112 as ProductId, now }))).toBeNull();
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'product', ['812'])).toMatchObject([{ bigcommerceId: '112' }]);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'variant', ['812'])).toMatchObject([{ bigcommerceId: '212' }]);
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: 1, 'only-here': 1 });
  });

  it('does not link a single product with one that has variants', async () => {
    const engine = await compared({ hike: [aHikeProduct()], store: [aStoreTee()] });
    expect(await engine.act((tables, hash, now) => linkByHand(tables, hash, { hikeId: TOTE, productId: 190 as ProductId, now }))).toMatchObject({ code: 'product-structure-clash' });
  });

  it('puts aside and takes up again on both sides', async () => {
    const engine = await compared({ hike: [aHikeProduct()], store: [otherTote()] });
    await engine.act((tables, hash, now) => ignoreProducts(tables, hash, { hikeIds, now, isIgnored: true }));
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'ignored' });
    await engine.act((tables, hash, now) => ignoreProducts(tables, hash, { hikeIds, now, isIgnored: false }));
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'create' });
    expect(await engine.act((tables, hash) => ignoreStoreProducts(tables, hash, { productIds: [112 as ProductId], isIgnored: true }))).toEqual([112]);
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ ignored: 1 });
  });

  it('looks anew at what was a duplicate once the other has another SKU', async () => {
    const twin = aHikeProduct({ id: 813, name: 'Twin tote', variants: [aHikeVariant({ id: 813, name: 'Twin tote', barcode: '' })] });
    const engine = await compared({ hike: [aHikeProduct(), twin] });
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'duplicate' });
    await engine.tell({ ...twin, variants: [aHikeVariant({ id: 813, name: 'Twin tote', sku: 'TWIN', barcode: '' })] });
    expect(await engine.plan(TOTE)).toMatchObject({ standing: 'create' });
  });
});

describe('a product that is sent to Hike by hand', () => {
  const send = async (spoil: string | null) => {
    const engine = await compared({ store: [otherTote()] });
    engine.vendors.onCall = (moment) => {
      if (moment === spoil) throw new UnknownOutcome('cut');
    };
    await engine.act((tables, hash, now) => sendToHike(tables, hash, { productIds: [112 as ProductId], now }));
    await engine.pass(5_000, 2);
    return engine;
  };

  it.each([[null], ['products.create:done']])('is created once and linked, also when the answer is lost (%s)', async (spoil) => {
    const engine = await send(spoil);
    expect(engine.vendors.createdHikeProducts).toMatchObject([{ name: 'Bag', sku: 'BAG', imageUrls: ['https://cdn.example/5.jpg'] }]);
    expect(await engine.database.tables.links.findByBigCommerce(engine.storeHash, 'product', ['112'])).toMatchObject([{ hikeId: '2010' }]);
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ direction: 'bigcommerce-to-hike', message: 'Created in Hike as product 2010.' }));
  });

  it('is not sent when Hike has its SKU already', async () => {
    const engine = await compared({ hike: [aHikeTee()], store: [aStoreProduct({ id: 112, name: 'Bag', sku: 'TEE-S', variants: [aStoreVariant({ id: 212, sku: 'TEE-S' })] })] });
    await engine.act((tables, hash, now) => sendToHike(tables, hash, { productIds: [112 as ProductId], now }));
    expect(engine.vendors.createdHikeProducts).toEqual([]);
    expect(await engine.entries()).toContainEqual(expect.objectContaining({ result: 'needs-you', problem: expect.objectContaining({ code: 'product-sku-in-hike' }) }));
  });
});
