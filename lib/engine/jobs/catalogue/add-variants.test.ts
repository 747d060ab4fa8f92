import { describe, expect, it } from 'vitest';
import { aHikeTee, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import { UnknownOutcome } from '../../ports/failures';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;

const sized = (id: number, size: string) => aHikeVariant({ id, name: `Organic tee / ${size}`, sku: `TEE-${size}`, barcode: '', values: [size] });

const tee = (...added: ReturnType<typeof sized>[]) => aHikeTee({ types: [], variants: [...aHikeTee().variants, ...added] });

const LARGE = sized(903, 'L');
const HUGE = sized(904, 'XL');

const inStep = async (): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike: [tee()], store: [aStoreTee()] });
  engine.vendors.calls.length = 0;
  return engine;
};

const linked = async ({ database, storeHash }: CatalogueEngine) => (await database.tables.links.findByHike(storeHash, 'variant', ['903', '904'])).map(({ hikeId }) => hikeId);

/** As somebody does it in BigCommerce at the last moment. */
const beforeAdding = ({ vendors }: CatalogueEngine, act: () => void): void => {
  vendors.onCall = (moment) => {
    if (moment !== 'catalogue.addVariant') return;
    vendors.onCall = () => undefined;
    act();
  };
};

const entry = async (engine: CatalogueEngine) => (await engine.entries()).find(({ recordId }) => recordId === '900');

describe('variants that Hike has and BigCommerce lacks', () => {
  it('are added one by one, and each is linked with its own', async () => {
    const engine = await inStep();
    await engine.tell(tee(LARGE, HUGE));
    const store = engine.vendors.storeProducts.get(190)!;
    const links = await engine.database.tables.links.findByHike(engine.storeHash, 'variant', ['903', '904']);
    const skuOf = (id: string) => store.variants.find((variant) => String(variant.id) === id)?.sku;
    expect(links.map(({ hikeId, bigcommerceId }) => [hikeId, skuOf(bigcommerceId)])).toEqual([['903', 'TEE-L'], ['904', 'TEE-XL']]);
    expect(await engine.plan(900)).toMatchObject({ standing: 'unchanged' });
  });

  it('cannot be added to a product with modifiers, which a person is told', async () => {
    const engine = await inStep();
    engine.vendors.storeProducts.set(190, { ...engine.vendors.storeProducts.get(190)!, hasModifiers: true });
    await engine.tell(tee(LARGE));
    expect(engine.vendors.addedVariants).toEqual([]);
    expect(await engine.plan(900)).toMatchObject({ standing: 'refused', problem: { code: 'product-has-modifiers', details: { product: 'Organic tee' } } });
    expect(await entry(engine)).toMatchObject({ result: 'needs-you', problem: { code: 'product-has-modifiers' } });
  });

  it('are not asked about modifiers where there is nothing to add', async () => {
    const engine = await inStep();
    await engine.tell({ ...tee(), name: 'Tee' });
    expect(engine.vendors.calls).not.toContain('catalogue.modifiers');
  });

  it('are linked, not added twice, where the answer was lost', async () => {
    const engine = await inStep();
    let lost = 0;
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.addVariant:done' && (lost += 1) === 1) throw new UnknownOutcome('cut');
    };
    await engine.tell(tee(LARGE, HUGE));
    await engine.pass(5 * MINUTE, 5);
    expect(engine.vendors.addedVariants.map(({ sku }) => sku)).toEqual(['TEE-L', 'TEE-XL']);
    expect(await linked(engine)).toEqual(['903', '904']);
    expect(await engine.plan(900)).toMatchObject({ standing: 'unchanged' });
    expect(await entry(engine)).toMatchObject({ result: 'done' });
  });

  it('end with the first that is refused, for another product has its SKU; those before it stay', async () => {
    const engine = await inStep();
    const other = aStoreProduct({ id: 300, name: 'Old tee', sku: 'TEE-XL', barcode: '', variants: [aStoreVariant({ id: 301, sku: 'TEE-XL', barcode: '' })] });
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.addVariant') engine.vendors.storeProducts.set(300, other);
    };
    await engine.tell(tee(LARGE, HUGE, sized(905, 'XXL')));
    expect(engine.vendors.addedVariants.map(({ sku }) => sku)).toEqual(['TEE-L']);
    expect(await linked(engine)).toEqual(['903']);
    expect(await engine.plan(900)).toMatchObject({ standing: 'refused', problem: { code: 'sku-taken', details: { sku: 'TEE-XL' } } });
    expect(await entry(engine)).toMatchObject({ result: 'needs-you', problem: { code: 'sku-taken' } });
  });

  it('are refused where the product went from BigCommerce at that moment', async () => {
    const engine = await inStep();
    beforeAdding(engine, () => engine.vendors.storeProducts.delete(190));
    await engine.tell(tee(LARGE));
    expect(await linked(engine)).toEqual([]);
    expect(await engine.plan(900)).toMatchObject({ standing: 'refused' });
  });
});
