import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import type { StoreProduct } from '../../../domain/store-product';
import type { ProductActionAnswer, ProductsTab, VerbForAll } from '../../../domain/views/product-views';
import { type CatalogueEngine, catalogueEngine } from '../../jobs/catalogue/testing/catalogue-engine';

const hikeProduct = (id: number, name: string, keys: { sku?: string; barcode?: string } = {}): HikeProduct =>
  aHikeProduct({ id, name, variants: [aHikeVariant({ id, name, sku: `SKU-${id}`, barcode: '', ...keys })] });

const storeProduct = (id: number, name: string, keys: { sku?: string; barcode?: string } = {}): StoreProduct => {
  const given = { sku: `SKU-${id}`, barcode: '', ...keys };
  return aStoreProduct({ id, name, ...given, variants: [aStoreVariant({ id: id + 10_000, ...given })] });
};

const many = <One>(count: number, make: (number: number) => One): One[] => Array.from({ length: count }, (_, index) => make(index + 1));

const compared = async (catalogues: Parameters<typeof catalogueEngine>[0]): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine(catalogues);
  await engine.pages.actOnProducts(engine.storeHash, { action: 'dry-run' });
  await engine.settle();
  return engine;
};

/** As the page does it: part by part, until nothing is left. */
const doToAll = async ({ pages, storeHash, settle }: CatalogueEngine, action: VerbForAll, asked: { tab: ProductsTab; search?: string }) => {
  const answers: ProductActionAnswer[] = [];
  let after: string | null = null;
  do {
    const answer: ProductActionAnswer = await pages.actOnProducts(storeHash, { action, all: { search: '', ...asked, after } });
    answers.push(answer);
    after = answer.next;
  } while (after !== null);
  await settle();
  return { done: answers.map(({ done }) => done), notDone: answers.flatMap(({ notDone }) => notDone) };
};

const view = ({ pages, storeHash }: CatalogueEngine, tab: ProductsTab, search = '') => pages.products(storeHash, { tab, search, offset: 0 });

describe('all that a tab holds', () => {
  it('is unlinked part by part, beyond the page, and nothing else is', async () => {
    const engine = await compared({ hike: many(230, (id) => hikeProduct(id, `Tote ${id}`)), store: many(230, (id) => storeProduct(id, `Tote ${id}`)) });
    expect((await view(engine, 'linked', 'tote 1')).total).toBe(111);
    expect(await doToAll(engine, 'unlink', { tab: 'linked', search: 'TOTE 1' })).toEqual({ done: [100, 11], notDone: [] });
    expect((await view(engine, 'linked')).counts).toMatchObject({ linked: 119, ignored: 111 });
  });

  it('is put back on both sides, Hike’s first', async () => {
    const engine = await compared({ hike: many(3, (id) => hikeProduct(id, `Tote ${id}`)), store: many(2, (id) => storeProduct(500 + id, `Mug ${id}`)) });
    for (const tab of ['only-hike', 'only-bigcommerce'] as const) await doToAll(engine, 'ignore', { tab });
    expect((await view(engine, 'ignored')).counts).toMatchObject({ ignored: 5, 'only-hike': 0, 'only-bigcommerce': 0 });
    expect((await doToAll(engine, 'unignore', { tab: 'ignored' })).done).toEqual([3, 2]);
    expect((await view(engine, 'ignored')).counts).toMatchObject({ ignored: 0, 'only-hike': 3, 'only-bigcommerce': 2 });
  });

  it('leaves alone what its row would not offer the action for', async () => {
    const engine = await compared({ hike: [hikeProduct(1, 'Tote')], store: [storeProduct(1, 'Tote')] });
    expect(await doToAll(engine, 'ignore', { tab: 'linked' })).toEqual({ done: [0], notDone: [] });
    expect((await view(engine, 'linked')).counts).toMatchObject({ linked: 1, ignored: 0 });
  });
});

describe('the only candidate of many products', () => {
  it('is linked with each, beyond the page', async () => {
    const engine = await compared({ hike: many(120, (id) => hikeProduct(id, `Tote ${id}`)), store: many(120, (id) => storeProduct(500 + id, `tote ${id}`)) });
    expect((await view(engine, 'refused')).counts).toMatchObject({ refused: 120 });
    expect((await doToAll(engine, 'link-candidate', { tab: 'refused' })).done).toEqual([100, 20]);
    expect((await view(engine, 'linked')).counts).toMatchObject({ refused: 0, linked: 120 });
  });

  it('is linked with none where two want it, whichever of them was ticked', async () => {
    const engine = await compared({ hike: [hikeProduct(1, 'Tote'), hikeProduct(2, 'TOTE'), hikeProduct(3, 'Mug')], store: [storeProduct(501, 'Tote'), storeProduct(502, 'Mug')] });
    const answer = await engine.pages.actOnProducts(engine.storeHash, { action: 'link-candidate', keys: ['hike:1', 'hike:3'] });
    expect(answer).toEqual({ done: 1, notDone: [{ key: 'hike:1', sentence: '“Tote” could be “Tote” or “TOTE”: link the right one by hand.' }], next: null });
    await engine.settle();
    expect((await view(engine, 'linked')).rows.map(({ key }) => key)).toEqual(['hike:3']);
  });

  it('is not taken from another that it is linked with', async () => {
    const engine = await compared({ hike: [hikeProduct(1, 'Tote'), hikeProduct(2, 'Bag')], store: [storeProduct(501, 'Tote')] });
    await engine.pages.actOnProducts(engine.storeHash, { action: 'link', hikeId: 2, productId: 501 });
    const { notDone } = await engine.pages.actOnProducts(engine.storeHash, { action: 'link-candidate', keys: ['hike:1', 'hike:2'] });
    expect(notDone.map(({ key, sentence }) => [key, sentence])).toEqual([
      ['hike:1', '“Tote”, the only candidate of “Tote”, is linked with another product.'],
      ['hike:2', 'This product has changed meanwhile. Look at it again.'],
    ]);
  });

  it('is not linked while it is put aside', async () => {
    const engine = await compared({ hike: [hikeProduct(1, 'Tote')], store: [storeProduct(501, 'Tote')] });
    await engine.pages.actOnProducts(engine.storeHash, { action: 'ignore', keys: ['bigcommerce:501'] });
    expect((await doToAll(engine, 'link-candidate', { tab: 'refused' })).notDone).toMatchObject([{ sentence: expect.stringContaining('was put aside') }]);
  });
});

describe('a shop that starts online', () => {
  const online = () => [...many(240, (id) => storeProduct(id, `Poster ${id}`)), storeProduct(900, 'Nameless', { sku: '' }), storeProduct(901, 'Twin', { barcode: '930' }), storeProduct(902, 'Twin of it', { barcode: '930' })];

  it('previews all of it with totals, and a part of the rows', async () => {
    const engine = await compared({ store: online() });
    const { rows, totals } = await engine.pages.toHikePreview(engine.storeHash, { all: { tab: 'only-bigcommerce', search: '' } });
    expect(totals).toEqual({ possible: 241, variants: 241, impossible: 2 });
    expect([rows.filter(({ problem }) => problem === null).length, rows.filter(({ problem }) => problem !== null).map(({ name }) => name)]).toEqual([50, ['Nameless', 'Twin of it']]);
    expect(engine.vendors.createdHikeProducts).toEqual([]);
  });

  it('sends all that can be created, and asks nobody about the rest', async () => {
    const engine = await compared({ store: [...many(130, (id) => storeProduct(id, `Poster ${id}`)), storeProduct(900, 'Nameless', { sku: '' })] });
    expect((await doToAll(engine, 'send-to-hike', { tab: 'only-bigcommerce', search: '' })).done).toEqual([100, 30]);
    await engine.pass(60_000, 10);
    expect(engine.vendors.createdHikeProducts).toHaveLength(130);
    expect((await view(engine, 'linked')).counts).toMatchObject({ 'only-bigcommerce': 1 });
    expect((await engine.entries()).filter(({ result }) => result === 'needs-you')).toEqual([]);
  });
});

describe('duplicates', () => {
  const engine = () =>
    compared({
      hike: [hikeProduct(1, 'Tote', { barcode: '930' }), hikeProduct(2, 'Tote too', { barcode: '930' }), hikeProduct(3, 'Hat')],
      store: [storeProduct(3, 'Hat', { barcode: 'AB1' }), storeProduct(501, 'Cap', { barcode: ' ab1 ' }), aStoreTee()],
    });

  it('are listed of either side, Hike’s first, each with its side', async () => {
    const { rows, counts, total } = await view(await engine(), 'duplicate');
    expect([counts.duplicate, total]).toEqual([4, 4]);
    expect(rows.map(({ key, duplicateIn }) => [key, duplicateIn])).toEqual([['hike:1', 'hike'], ['hike:2', 'hike'], ['bigcommerce:501', 'bigcommerce'], ['bigcommerce:3', 'bigcommerce']]);
    expect(rows.slice(2)).toMatchObject([
      { hike: null, sentence: 'In BigCommerce the barcode ab1 is on “Hat” as well.', can: { ignore: true, sendToHike: true } },
      { hike: { id: 3, name: 'Hat' }, sentence: 'In BigCommerce the barcode AB1 is on “Cap” as well.', can: { ignore: false, sendToHike: false, unlink: false } },
    ]);
  });

  it('are gone once one of the two is put aside', async () => {
    const desk = await engine();
    expect((await doToAll(desk, 'ignore', { tab: 'duplicate', search: 'cap' })).done).toEqual([0, 1]);
    expect((await view(desk, 'duplicate')).rows.map(({ key }) => key)).toEqual(['hike:1', 'hike:2']);
  });
});
