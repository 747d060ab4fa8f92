import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreTee } from '../../../domain/testing/a-store-product';
import { syncedEngine } from './testing/catalogue-engine';

const HOUR_MS = 60 * 60_000;
const { catalogue } = someSettings();

const tote = (change: Partial<HikeProduct> = {}, priceIncTax = '22') => aHikeProduct({ types: [], variants: [aHikeVariant({ levels: [anOutletLevel({ priceIncTax })] })], ...change });

describe('after a product was shown again, for it is back in Hike', () => {
  it('somebody may hide it in BigCommerce, and it stays hidden', async () => {
    const engine = await syncedEngine({ hike: [tote()], store: [aStoreProduct({ isVisible: true })], settings: { catalogue: { ...catalogue, deletes: 'hide' } } });
    await engine.tell(tote({ isOnline: false }));
    await engine.tell(tote());
    expect(engine.vendors.storeProducts.get(111)?.isVisible).toBe(true);
    engine.vendors.storeProducts.set(111, { ...engine.vendors.storeProducts.get(111)!, isVisible: false, modifiedAt: engine.clock.now() });
    await engine.pass(HOUR_MS, 4);
    await engine.tell(tote({}, '25'));
    expect(engine.vendors.storeProducts.get(111)).toMatchObject({ price: '25', isVisible: false });
  });
});

describe('after a variant was put on sale again, for it is back in Hike', () => {
  it('nothing more is written of it, and its link speaks of that time no longer', async () => {
    const engine = await syncedEngine({ hike: [aHikeTee({ types: [] })], store: [aStoreTee()], settings: { catalogue: { ...catalogue, deletes: 'hide' } } });
    await engine.tell(aHikeTee({ types: [], variants: aHikeTee().variants.slice(0, 1) }));
    await engine.pass(HOUR_MS, 4);
    await engine.tell(aHikeTee({ types: [] }));
    const [link] = await engine.database.tables.links.findByHike(engine.storeHash, 'variant', ['902']);
    expect(link?.facts).toEqual({ name: 'Organic tee / M', productId: 190, taxClassId: 0 });
    await engine.pass(48 * HOUR_MS, 48);
    expect(engine.vendors.variantChanges.map(({ id, isPurchasable }) => [id, isPurchasable])).toEqual([[192, false], [192, true]]);
  });
});

describe('after the pictures of a product were written', () => {
  it('they are not looked at with the next price', async () => {
    const picture = (key: string) => [{ key, url: `https://pics.example/${key}.jpg`, isPrimary: true }];
    const engine = await syncedEngine({ hike: [tote({ images: picture('a') })], settings: { catalogue: { ...catalogue, owners: { ...catalogue.owners, images: 'hike' } } } });
    await engine.tell(tote({ images: picture('b') }));
    expect(engine.vendors.addedImages).toHaveLength(1);
    engine.vendors.calls.length = 0;
    await engine.tell(tote({ images: picture('b') }, '25'));
    expect(engine.vendors.calls.filter((name) => /image/i.test(name))).toEqual([]);
    expect((await engine.entries()).find(({ recordId }) => recordId === '812')).toMatchObject({ message: 'Updated: Price.' });
  });
  it('what waits for a person besides waits on, and is told once, with what could not be sent', async () => {
    const picture = (key: string) => [{ key, url: `https://pics.example/${key}.jpg`, isPrimary: true }];
    const tee = (key: string, sizes = 1) => aHikeTee({ types: [], images: picture(key), variants: aHikeTee().variants.slice(0, sizes) });
    const engine = await syncedEngine({ hike: [tee('a', 2)], store: [aStoreTee()], settings: { catalogue: { ...catalogue, owners: { ...catalogue.owners, images: 'hike' } } } });
    await engine.tell(tee('a'));
    await engine.pass(HOUR_MS, 4);
    await engine.tell(tee('b'));
    const waits = { code: 'variants-gone-from-hike', details: { product: 'Organic tee', variants: 'TEE-M' } };
    expect(await engine.plan(900)).toMatchObject({ standing: 'removed', problem: waits });
    for (const set of [engine.vendors.unreachable, engine.vendors.unwelcome]) set.add('https://pics.example/c.jpg');
    await engine.tell(tee('c'));
    expect(await engine.plan(900)).toMatchObject({ standing: 'removed', problem: waits });
    const told = (await engine.entries()).filter(({ recordId, result }) => recordId === '900' && result === 'needs-you');
    expect(told).toMatchObject([{ problem: waits, message: expect.stringMatching(/TEE-M.*1 picture could not be sent\./) as string }]);
  });
});
