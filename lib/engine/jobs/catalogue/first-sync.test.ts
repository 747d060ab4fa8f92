import { describe, expect, it } from 'vitest';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import { LeaseLost, UnknownOutcome } from '../../ports/failures';
import { createMemoryDatabase } from '../../testing/create-memory-database';
import { setLevel } from '../../testing/fake-inventory';
import { askForDryRun, cancelCatalogue, startCatalogue } from './catalogue-run-steps';
import { catalogueEngine, syncedEngine } from './testing/catalogue-engine';

const CATALOGUES = () => ({ hike: [aHikeProduct(), aHikeTee()], store: [aStoreProduct({ price: '20' })] });

const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

describe('the first sync of products', () => {
  it('plans what it would do, and writes nothing before Start', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    await engine.act(askForDryRun);
    expect(await engine.run()).toMatchObject({ state: 'ready', total: 2, hike: { isDone: true, read: 4 }, store: { isDone: true, read: 1 } });
    expect(await engine.plan(812)).toMatchObject({ standing: 'update', changes: [{ field: 'price' }] });
    expect(await engine.plan(900)).toMatchObject({ standing: 'create' });
    await engine.pass(24 * 60 * 60_000, 24);
    expect(engine.writes()).toEqual([]);
  });

  it('says of a product with modifiers that it takes no new variants, as the sync does', async () => {
    const store = aStoreTee({ hasModifiers: true, variants: aStoreTee().variants.slice(0, 1) });
    const engine = await catalogueEngine({ hike: [aHikeTee(), aHikeProduct()], store: [store, aStoreProduct()] });
    await engine.act(askForDryRun);
    const refusal = { standing: 'refused', problem: { code: 'product-has-modifiers' } };
    expect(await engine.plan(900)).toMatchObject(refusal);
    expect(engine.vendors.calls.filter((name) => name === 'catalogue.modifiers')).toHaveLength(1);
    expect(engine.writes()).toEqual([]);
    await engine.act(startCatalogue);
    await engine.pass(10_000, 5);
    expect(await engine.plan(900)).toMatchObject(refusal);
    expect(engine.vendors.storeProducts.get(store.id)?.variants).toHaveLength(1);
  });

  it('says which stock would fall to zero', async () => {
    const engine = await catalogueEngine({ hike: [aHikeProduct({ variants: [aHikeVariant({ levels: [{ ...aHikeVariant().levels[0], available: 0 }] })] })], store: [aStoreProduct()] });
    setLevel(engine.vendors, { variantId: 211, onHand: 5 });
    await engine.act(askForDryRun);
    expect(await engine.plan(812)).toMatchObject({ goesToZero: ['TOTE-01'] });
  });

  const empty = () => aHikeProduct({ variants: [aHikeVariant({ levels: [{ ...aHikeVariant().levels[0], available: 0 }] })] });

  it('says so too of what is matched by its SKU while another product has its barcode', async () => {
    const sharing = aStoreProduct({ id: 112, name: 'Tote again', sku: 'TOTE-02', variants: [aStoreVariant({ id: 212, sku: 'TOTE-02' })] });
    const engine = await catalogueEngine({ hike: [empty()], store: [sharing, aStoreProduct()] });
    setLevel(engine.vendors, { variantId: 211, onHand: 5 });
    setLevel(engine.vendors, { variantId: 212, onHand: 9 });
    await engine.act(askForDryRun);
    const told = { standing: 'unchanged', goesToZero: ['TOTE-01'], levels: [{ sku: 'TOTE-01', location: '', before: 5, after: 0 }] };
    expect(await engine.plan(812)).toMatchObject(told);
    // And once it is linked.
    await engine.act(askForDryRun);
    expect(await engine.plan(812)).toMatchObject(told);
  });

  it('says nothing of counts that could be of several products, or are not Hike’s to decide', async () => {
    const twin = aStoreProduct({ id: 112, name: 'Tote again', sku: '', variants: [aStoreVariant({ id: 212, sku: '' })] });
    const engine = await catalogueEngine({ hike: [aHikeProduct({ variants: [aHikeVariant({ sku: '' })] })], store: [aStoreProduct(), twin] });
    setLevel(engine.vendors, { variantId: 211, onHand: 5 });
    await engine.act(askForDryRun);
    expect(await engine.plan(812)).toMatchObject({ standing: 'ambiguous', levels: [] });
    const theirs = await catalogueEngine({ hike: [empty()], store: [aStoreProduct()] });
    setLevel(theirs.vendors, { variantId: 211, onHand: 5 });
    const { value } = await theirs.database.tables.settings.get(theirs.storeHash);
    await theirs.change({ catalogue: { ...value.catalogue, owners: { ...value.catalogue.owners, stock: 'bigcommerce' } } });
    await theirs.act(askForDryRun);
    expect(await theirs.plan(812)).toMatchObject({ goesToZero: [], levels: [] });
  });

  it('compares what is left once it is cancelled, and tells its levels again', async () => {
    const engine = await catalogueEngine({ hike: [empty()], store: [aStoreProduct()] });
    setLevel(engine.vendors, { variantId: 211, onHand: 5 });
    await engine.act(askForDryRun);
    await engine.pages.pause(engine.storeHash, { products: true, stock: true });
    await engine.database.transaction('products-acted-on', (tables) => startCatalogue(tables, engine.storeHash, engine.clock.now()));
    await engine.act(cancelCatalogue);
    expect(await engine.run()).toMatchObject({ state: 'ready' });
    expect(await engine.plan(812)).toMatchObject({ levels: [{ before: 5, after: 0 }] });
  });

  it('creates each once, and records five together', async () => {
    const database = createMemoryDatabase();
    const commits: string[] = [];
    const counting: typeof database = { ...database, transaction: (commit, work) => (commits.push(commit), database.transaction(commit, work)) };
    const engine = await syncedEngine({ hike: [1001, 1002, 1003, 1004, 1005, 1006].map(aMug), database: counting });
    expect(engine.vendors.createdProducts).toHaveLength(6);
    expect(commits.filter((commit) => commit === 'intent-saved' || commit === 'product-created')).toHaveLength(4);
  });

  it('creates and updates after Start, links both sides, and is in step', async () => {
    const engine = await syncedEngine(CATALOGUES());
    expect(await engine.run()).toMatchObject({ state: 'in-step' });
    expect(engine.vendors.createdProducts).toMatchObject([{ name: 'Organic tee', variants: [{ sku: 'TEE-S' }, { sku: 'TEE-M' }] }]);
    expect(engine.vendors.productChanges).toMatchObject([{ id: 111, price: '22' }]);
    expect(engine.vendors.assignedToChannel).toEqual([7001]);
    const { links } = engine.database.tables;
    expect(await links.findByHike(engine.storeHash, 'product', ['812', '900'])).toMatchObject([{ bigcommerceId: '111' }, { bigcommerceId: '7001' }]);
    expect(await links.findByHike(engine.storeHash, 'variant', ['901'])).toMatchObject([{ facts: { name: 'Organic tee / S', productId: 7001, taxClassId: 0 } }]);
  });

  it('leaves a line in the log for each product that changed, with before and after', async () => {
    const engine = await syncedEngine(CATALOGUES());
    const entries = (await engine.entries()).filter(({ thing }) => thing === 'product');
    expect(entries.map(({ label, message }) => `${label}: ${message}`).sort()).toEqual(['Canvas tote: Updated: Price.', 'Organic tee: Created as product 7001.']);
    expect(entries.find(({ label }) => label === 'Canvas tote')?.detail).toMatchObject({ changes: [{ label: 'Price', before: expect.stringContaining('20'), after: expect.stringContaining('22') }] });
  });

  it('publishes the stock of what it made', async () => {
    const engine = await syncedEngine(CATALOGUES());
    expect(engine.vendors.levelWrites.flat().map(({ variantId }) => variantId).sort()).toEqual([211, 700100, 700101]);
  });

  it('sees to channel and stock of many products in a call each, and looks at no level of what it made', async () => {
    const engine = await catalogueEngine({ hike: Array.from({ length: 130 }, (_, index) => aMug(5001 + index)) });
    // What is created within a minute has its stock published at its end.
    await engine.pass(5_000);
    await engine.act(askForDryRun);
    await engine.act(startCatalogue);
    await engine.pass(60_000, 2);
    const { calls, createdProducts, assignedToChannel, levelWrites } = engine.vendors;
    expect(createdProducts).toHaveLength(130);
    expect(new Set(assignedToChannel).size).toBe(130);
    expect(calls.filter((name) => name === 'catalogue.assign')).toHaveLength(1);
    expect(levelWrites.map((items) => items.length)).toEqual([130]);
    expect(calls).not.toContain('inventory.list');
  });

  it('makes one product when the answer is lost', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.create:done') throw new UnknownOutcome('cut');
    };
    await engine.act(askForDryRun);
    await engine.act(startCatalogue);
    await engine.pass(5_000, 5);
    expect(engine.vendors.createdProducts).toHaveLength(1);
    expect(await engine.plan(900)).toMatchObject({ standing: 'unchanged' });
    expect(await engine.run()).toMatchObject({ state: 'in-step' });
  });

  it('reads on where a page was kept, and no page twice', async () => {
    const engine = await catalogueEngine({ hike: Array.from({ length: 40 }, (_, index) => aMug(1000 + index)) });
    engine.vendors.hikePageSize = 5;
    let pages = 0;
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.list:done' && (pages += 1) === 7) throw new LeaseLost('killed');
    };
    await engine.act(askForDryRun);
    await engine.pass(1_000, 2);
    expect(await engine.run()).toMatchObject({ state: 'ready', total: 40 });
    // Pages of five overlap by two: 40 rows are 13 pages, and the one whose keeping was cut off is read again.
    expect(engine.vendors.calls.filter((name) => name === 'products.list')).toHaveLength(14);
  });

  it('goes back to where it was when it is cancelled', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    await engine.database.transaction('products-acted-on', (tables) => askForDryRun(tables, engine.storeHash, engine.clock.now()));
    await engine.act(cancelCatalogue);
    expect(await engine.run()).toMatchObject({ state: 'never' });
    await engine.act(askForDryRun);
    await engine.database.transaction('products-acted-on', (tables) => startCatalogue(tables, engine.storeHash, engine.clock.now()));
    await engine.act(cancelCatalogue);
    expect(await engine.run()).toMatchObject({ state: 'ready' });
    expect(engine.writes()).toEqual([]);
  });

  it('starts only after a dry run, and once', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    expect(await engine.act(startCatalogue)).toBe('not-compared');
    await engine.act(askForDryRun);
    expect(await engine.act(startCatalogue)).toBe('started');
    expect(await engine.act(startCatalogue)).toBe('started-before');
  });

  it('waits while products are paused, and goes on afterwards', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    await engine.act(askForDryRun);
    await engine.pages.pause(engine.storeHash, { products: true });
    await engine.act(startCatalogue);
    expect(engine.writes()).toEqual([]);
    await engine.pages.pause(engine.storeHash, { products: false });
    await engine.settle();
    expect(engine.vendors.createdProducts).toHaveLength(1);
  });
});
