import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;

const aMug = (id: number, priceIncTax = '22') =>
  aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '', levels: [anOutletLevel({ priceIncTax })] })] });

/** Each size has its number in the SKU. */
const aSock = (id: number, sizes: number, prefix = 'SOCK') =>
  aHikeProduct({
    id,
    name: `Sock ${id}`,
    types: [],
    options: ['Size'],
    variants: Array.from({ length: sizes }, (_, index) => aHikeVariant({ id: id * 100 + index, name: `Sock ${id} / ${index}`, sku: `${prefix}-${id}-${index}`, barcode: '', values: [`${index}`] })),
  });

const many = <T>(count: number, make: (id: number) => T): T[] => Array.from({ length: count }, (_, index) => make(1001 + index));

const inStep = async (hike: HikeProduct[]): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike });
  await engine.pass(2 * MINUTE, 4);
  engine.vendors.calls.length = 0;
  return engine;
};

const inStore = ({ vendors }: CatalogueEngine, name: string) => [...vendors.storeProducts.values()].find((store) => store.name === name)!;

const [UPDATE, VARIANTS] = ['catalogue.update', 'catalogue.updateVariants'];

describe('products that change at once', () => {
  it.each([
    ['ten of them', many(10, aMug), many(10, (id) => aMug(id, '25')), [UPDATE]],
    ['one more', many(11, aMug), many(11, (id) => aMug(id, '25')), [UPDATE, UPDATE]],
    ['twice as many and one', many(21, aMug), many(21, (id) => aMug(id, '25')), [UPDATE, UPDATE, UPDATE]],
    ['fifty variants of many', many(12, (id) => aSock(id, 4)), many(12, (id) => aSock(id, 4, 'WARM')), [VARIANTS]],
    ['fifty variants', many(2, (id) => aSock(id, 25)), many(2, (id) => aSock(id, 25, 'WARM')), [VARIANTS]],
    ['some variants more', many(2, (id) => aSock(id, 26)), many(2, (id) => aSock(id, 26, 'WARM')), [VARIANTS, VARIANTS]],
    ['more variants than a call takes of each', many(1, (id) => aSock(id, 60)), many(1, (id) => aSock(id, 60, 'WARM')), [VARIANTS, VARIANTS]],
  ])('are written in as few calls as take them: %s', async (_, before, after, calls) => {
    const engine = await inStep(before);
    await engine.tell(...after);
    expect(engine.writes()).toEqual(calls);
    expect(engine.vendors.variantChanges).toHaveLength(new Set(engine.vendors.variantChanges.map(({ id }) => id)).size);
    expect([...engine.vendors.storeProducts.values()].flatMap(({ variants }) => variants.map(({ sku }) => sku)).sort()).toEqual(after.flatMap(({ variants }) => variants.map(({ sku }) => sku)).sort());
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: after.length });
    expect(await engine.plan(1001)).toMatchObject({ standing: 'unchanged' });
  });

  it('go through where one of them was deleted in BigCommerce, which a person is told', async () => {
    const engine = await inStep(many(3, aMug));
    engine.vendors.storeProducts.delete(inStore(engine, 'Mug 1002').id);
    await engine.tell(...many(3, (id) => aMug(id, '25')));
    expect([...engine.vendors.storeProducts.values()].map(({ price }) => price)).toEqual(['25', '25']);
    expect(await engine.plan(1002)).toMatchObject({ standing: 'refused', problem: { code: 'product-deleted-in-bigcommerce' } });
    expect((await engine.entries()).filter(({ result }) => result === 'needs-you').map(({ recordId }) => recordId)).toEqual(['1002']);
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: 2, gone: 1 });
  });

  it('have a refused variant told to a person, the others’ written, and it written again with the next change', async () => {
    const engine = await inStep([aSock(1001, 2), aSock(1002, 2)]);
    const [bad] = inStore(engine, 'Sock 1001').variants;
    engine.vendors.refusedVariants.add(bad!.id);
    await engine.tell(aSock(1001, 2, 'WARM'), aSock(1002, 2, 'WARM'));
    expect(await engine.plan(1001)).toMatchObject({ standing: 'refused', problem: { code: 'refused-by-bigcommerce' } });
    expect(await engine.plan(1002)).toMatchObject({ standing: 'unchanged' });
    expect((await engine.entries()).filter(({ result }) => result === 'needs-you')).toMatchObject([{ recordId: '1001', problem: { code: 'refused-by-bigcommerce' } }]);
    engine.vendors.refusedVariants.clear();
    engine.vendors.variantChanges.length = 0;
    const [first, second] = aSock(1001, 2, 'WARM').variants;
    await engine.tell({ ...aSock(1001, 2), variants: [first!, { ...second!, barcode: '9300000000123' }] });
    expect(engine.vendors.variantChanges).toMatchObject([{ id: bad!.id, sku: 'WARM-1001-0' }, { barcode: '9300000000123' }]);
  });

  it('have what was refused of a product written again with its next change', async () => {
    const engine = await inStep([aMug(1001)]);
    const { id } = inStore(engine, 'Mug 1001');
    engine.vendors.refusedProducts.add(id);
    await engine.tell(aMug(1001, '25'));
    engine.vendors.refusedProducts.clear();
    const [only] = aMug(1001, '25').variants;
    await engine.tell({ ...aMug(1001), variants: [{ ...only!, barcode: '9300000000123' }] });
    expect(engine.vendors.productChanges).toEqual([{ id, barcode: '9300000000123', price: '25' }]);
  });
});
