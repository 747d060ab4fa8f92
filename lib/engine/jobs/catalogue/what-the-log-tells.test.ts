import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { TransientFailure } from '../../ports/failures';
import { ignoreProducts, retryProducts } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;
const OVER = 'Nothing is left to do about it.';
const hikeIds = [812 as HikeProductId];

const tote = (change: object = {}) => aHikeProduct({ types: [], ...change });

const sold = (sku: string, priceIncTax = '22', barcode = '9300000000017') => tote({ variants: [aHikeVariant({ sku, barcode, levels: [anOutletLevel({ priceIncTax })] })] });

const other = () => aStoreProduct({ id: 300, name: 'Old bag', sku: 'BAG', barcode: '', variants: [aStoreVariant({ id: 301, sku: 'BAG', barcode: '' })] });

const inStep = (change: object = {}): Promise<CatalogueEngine> => syncedEngine({ hike: [tote()], store: [aStoreProduct(), other()], ...change });

/** Its new SKU is another product's, which waits for a person. */
const waiting = async (): Promise<CatalogueEngine> => {
  const engine = await inStep();
  await engine.tell(sold('BAG'));
  expect(await engine.plan(812)).toMatchObject({ standing: 'refused', problem: { code: 'sku-taken' } });
  return engine;
};

const told = async (engine: CatalogueEngine, id = '812') => (await engine.entries()).filter(({ recordId, thing }) => recordId === id && thing === 'product').map(({ result, message, problem }) => [result, problem?.code ?? message]);

describe('what the log tells of a product', () => {
  it('names each field that was written, once', async () => {
    const engine = await inStep();
    await engine.tell(sold('TOTE-02', '25', '9300000000994'));
    expect((await told(engine))[0]).toEqual(['done', expect.stringMatching(/^Updated: \w+(, \w+){2}\.$/)]);
  });

  it('is a problem once, however often it is met', async () => {
    const engine = await waiting();
    await engine.tell({ ...sold('BAG'), description: 'Other words' });
    await engine.tell({ ...sold('BAG'), description: 'Other words again' });
    expect(await told(engine)).toEqual([['needs-you', 'sku-taken']]);
    expect((await engine.entries()).find(({ recordId }) => recordId === '812')).toMatchObject({ attempts: 1 });
  });

  it('is that nothing is left to do, once it was mended in Hike', async () => {
    const engine = await waiting();
    await engine.tell(tote());
    expect(await told(engine)).toEqual([['no-change', OVER]]);
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged', problem: null });
  });

  it('is that it was left out, once a person put it aside', async () => {
    const engine = await waiting();
    await engine.act((tables, hash, now) => ignoreProducts(tables, hash, { hikeIds, now, isIgnored: true }));
    expect((await told(engine))[0]?.[0]).not.toBe('needs-you');
    expect(await engine.plan(812)).toMatchObject({ standing: 'ignored', problem: null });
  });

  it('is that it was left out, once a product that could not be created is sold online no longer', async () => {
    const engine = await inStep();
    const bag = (isOnline: boolean) => aHikeProduct({ id: 1001, name: 'Old bag', types: [], isOnline, variants: [aHikeVariant({ id: 1001, name: 'Old bag', sku: 'NEW', barcode: '' })] });
    await engine.tell(bag(true));
    expect(await told(engine, '1001')).toEqual([['needs-you', 'product-name-taken']]);
    await engine.tell(bag(false));
    expect(await told(engine, '1001')).toEqual([['left-out', OVER]]);
    await engine.tell({ ...bag(false), description: 'Other words' });
    expect((await engine.entries()).find(({ recordId }) => recordId === '1001')).toMatchObject({ attempts: 2 });
  });

  it('is the same problem again for whoever has it tried again', async () => {
    const engine = await waiting();
    const [asked] = (await engine.entries()).filter(({ result }) => result === 'needs-you');
    await engine.pages.retryEntry(engine.storeHash, asked!.id);
    await engine.pass(MINUTE, 3);
    expect(await told(engine)).toEqual([['needs-you', 'sku-taken']]);
  });

  it('is nothing for a person who has looked again what was not open', async () => {
    const engine = await inStep();
    await engine.act((tables, hash, now) => retryProducts(tables, hash, { hikeIds, now }));
    expect(await told(engine)).toEqual([]);
  });
});

describe('a product of a type that BigCommerce has no category for', () => {
  const settings = { catalogue: { ...someSettings().catalogue, owners: { ...someSettings().catalogue.owners, categories: 'hike' as const } } };
  const aMug = (id: number, types: object[]) => aHikeProduct({ id, name: `Mug ${id}`, types, variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

  it('waits alone where the category cannot be made, and holds up no other', async () => {
    const engine = await inStep({ settings });
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.createCategory') throw new TransientFailure('503', null, 'bigcommerce');
    };
    await engine.tell(aMug(1001, [{ id: 77, name: 'Crockery' }]), aMug(1002, []));
    expect(engine.vendors.createdProducts.map(({ name }) => name)).toEqual(['Mug 1002']);
    expect(await told(engine, '1001')).toMatchObject([['retrying', expect.any(String)]]);
    engine.vendors.onCall = () => undefined;
    await engine.pass(30 * MINUTE, 10);
    expect(engine.vendors.createdProducts.map(({ name }) => name)).toEqual(['Mug 1002', 'Mug 1001']);
    expect(engine.vendors.categories.map(({ name }) => name)).toContain('Crockery');
    expect((await told(engine, '1001'))[0]?.[0]).toBe('done');
  });
});

describe('a row of a product that nobody knows any more', () => {
  it('is put away without a word', async () => {
    const engine = await inStep();
    engine.vendors.calls.length = 0;
    await engine.act((tables, hash, now) => tables.dirty.mark(hash, { thing: 'product', id: '9999', priority: 1, notBefore: now, trigger: 'schedule' }));
    expect(await engine.database.tables.dirty.find(engine.storeHash, 'product', '9999')).toBeNull();
    expect(await told(engine, '9999')).toEqual([]);
    expect(engine.writes()).toEqual([]);
  });
});
