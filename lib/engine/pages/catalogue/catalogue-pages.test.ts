import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import type { ProductsTab } from '../../../domain/views/product-views';
import { QuotaExhausted } from '../../ports/failures';
import { createFakeVendors } from '../../testing/fake-vendors';
import { askForDryRun } from '../../jobs/catalogue/catalogue-run-steps';
import { type CatalogueEngine, catalogueEngine, syncedEngine } from '../../jobs/catalogue/testing/catalogue-engine';

const CATALOGUES = () => ({ hike: [aHikeProduct(), aHikeTee()], store: [aStoreProduct({ price: '20' }), aStoreProduct({ id: 333, name: 'Poster', sku: 'POSTER', barcode: '', variants: [aStoreVariant({ id: 433, sku: 'POSTER', barcode: '' })] })] });

const compared = async (): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine(CATALOGUES());
  await engine.pages.actOnProducts(engine.storeHash, { action: 'dry-run' });
  await engine.settle();
  return engine;
};

const tab = async ({ pages, storeHash }: CatalogueEngine, name: ProductsTab, search = '') => (await pages.products(storeHash, { tab: name, search, offset: 0 })).rows;

const table = async ({ pages, storeHash }: CatalogueEngine): Promise<(string | number)[][]> => {
  const rows: (string | number)[][] = [];
  for await (const piece of pages.planRows(storeHash)) rows.push(...piece);
  return rows;
};

describe('the dry run as pages show it', () => {
  it('counts what would happen, and offers Start', async () => {
    const engine = await compared();
    expect(await engine.pages.catalogueRun(engine.storeHash)).toMatchObject({
      state: 'ready',
      blocked: null,
      counts: { create: 1, update: 1, unchanged: 0, onlyInBigCommerce: 1, levels: 1 },
      progress: null,
      startedAt: null,
      can: { dryRun: true, start: true, pause: false, cancel: false },
    });
  });

  it('shows each list of the match desk, with both sides of a pair', async () => {
    const engine = await compared();
    const { counts } = await engine.pages.products(engine.storeHash, { tab: 'linked', search: '', offset: 0 });
    expect(counts).toMatchObject({ linked: 1, 'only-hike': 1, 'only-bigcommerce': 1, ignored: 0 });
    expect(await tab(engine, 'linked')).toMatchObject([{ key: 'hike:812', bigcommerce: { id: 111 }, standing: 'update', changes: [{ label: 'Price' }], can: { unlink: true, link: false } }]);
    expect(await tab(engine, 'only-hike')).toMatchObject([{ key: 'hike:900', bigcommerce: null, can: { link: true, ignore: true } }]);
    expect(await tab(engine, 'only-bigcommerce')).toMatchObject([{ key: 'bigcommerce:333', hike: null, can: { sendToHike: true } }]);
    expect(await tab(engine, 'only-bigcommerce', 'nothing like it')).toEqual([]);
  });

  it('comes as a table, a row per product and field or level, those of BigCommerce alone last', async () => {
    const rows = await table(await compared());
    expect(rows[0]).toContain('What happens');
    expect(rows.slice(1).map((row) => [row[0], row[3], row[5], row[6]])).toEqual([
      [812, 111, 'Update', 'Price'],
      [812, 111, 'Update', 'Stock of TOTE-01'],
      [900, '', 'Create', ''],
      ['', 333, 'Only in BigCommerce', ''],
    ]);
  });

  it('has what was put aside of BigCommerce’s own in the table, and every row as wide as the head', async () => {
    const engine = await compared();
    await engine.pages.actOnProducts(engine.storeHash, { action: 'ignore', keys: ['bigcommerce:333'] });
    const rows = await table(engine);
    expect(rows.at(-1)?.slice(2, 6)).toEqual(['POSTER', 333, 'Poster', 'Put aside']);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('names the candidates in the table, and cuts no text there', async () => {
    const other = (id: number) => aStoreProduct({ id, name: `Tote ${id}`, sku: `T-${id}`, variants: [aStoreVariant({ id: id + 100, sku: `T-${id}` })] });
    const name = 'Organic tee, woven by hand '.repeat(8).trim();
    const engine = await catalogueEngine({
      hike: [aHikeProduct({ variants: [aHikeVariant({ sku: 'NEW' })] }), aHikeTee({ name })],
      store: [other(111), other(112), aStoreTee()],
    });
    const { catalogue } = (await engine.database.tables.settings.get(engine.storeHash)).value;
    await engine.change({ catalogue: { ...catalogue, owners: { ...catalogue.owners, name: 'hike' } } });
    await engine.pages.actOnProducts(engine.storeHash, { action: 'dry-run' });
    await engine.settle();
    const [head, ...rows] = await table(engine);
    const cell = (row: (string | number)[] | undefined, column: string) => row?.[head?.indexOf(column) ?? -1];
    expect(cell(rows.find(([id]) => id === 812), 'Candidates in BigCommerce')).toBe('111 Tote 111; 112 Tote 112');
    expect(cell(rows.find((row) => cell(row, 'Field') === 'Name'), 'After')).toBe(name);
  });

  it('is refused with a sentence while settings are missing', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    await engine.change({ salePrice: null });
    const { blocked, can } = await engine.pages.catalogueRun(engine.storeHash);
    expect([blocked?.code, can.dryRun]).toEqual(['settings-missing', false]);
    expect(await engine.pages.actOnProducts(engine.storeHash, { action: 'dry-run' })).toEqual({ done: 0, notDone: [{ key: '', sentence: blocked?.sentence }], next: null });
  });
});

describe('the time that the first sync has left', () => {
  const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

  /** Started and at once paused for stock and customers, with 1,800 products to create and none of them done yet. */
  const started = async (plan: number | null) => {
    const vendors = createFakeVendors();
    vendors.storeCallsPerSecond = () => plan;
    const engine = await catalogueEngine({ hike: Array.from({ length: 1_800 }, (_, index) => aMug(2001 + index)), vendors });
    vendors.hikePageSize = 500;
    vendors.onCall = (moment) => {
      if (moment === 'catalogue.create') throw new QuotaExhausted('bigcommerce', 60_000);
    };
    await engine.act(askForDryRun);
    await engine.pages.actOnProducts(engine.storeHash, { action: 'start' });
    await engine.settle();
    return engine;
  };
  const left = async ({ pages, storeHash }: CatalogueEngine) => (await pages.catalogueRun(storeHash)).timeLeft;

  it.each([
    [null, 'About 6 minutes'],
    [15, 'About 2 minutes'],
  ])('goes by what the plan allows a second, where that was told: %j', async (plan, words) => {
    expect(await left(await started(plan))).toBe(words);
  });

  it('grows where it goes slower than that, be it for another app, and not for a pause', async () => {
    const engine = await started(15);
    const ids = await engine.database.tables.hikeProducts.listIds(engine.storeHash, { after: null, limit: 600 });
    const seen = await engine.database.tables.hikeProducts.findMany(engine.storeHash, ids);
    await engine.clock.advance(10 * 60_000);
    await engine.database.tables.hikeProducts.savePlans(engine.storeHash, seen.flatMap(({ product, plan }) => (plan === null ? [] : [{ id: product.id, plan: { ...plan, standing: 'unchanged', calls: 0 } }])));
    expect(await left(engine)).toBe('About 20 minutes');
    await engine.pages.pause(engine.storeHash, { products: true });
    await engine.clock.advance(60 * 60_000);
    expect(await left(engine)).toBeNull();
    await engine.pages.pause(engine.storeHash, { products: false });
    expect(await left(engine)).toBe('About 1 minute');
  });
});

describe('what a person does at the match desk', () => {
  it('starts nothing before a dry run', async () => {
    const engine = await catalogueEngine(CATALOGUES());
    expect((await engine.pages.actOnProducts(engine.storeHash, { action: 'start' })).done).toBe(0);
  });

  it('puts products of both sides aside and takes them up again', async () => {
    const engine = await compared();
    const keys = ['hike:900', 'bigcommerce:333'];
    expect(await engine.pages.actOnProducts(engine.storeHash, { action: 'ignore', keys })).toEqual({ done: 2, notDone: [], next: null });
    await engine.settle();
    expect((await tab(engine, 'ignored')).map(({ key }) => key)).toEqual(keys);
    await engine.pages.actOnProducts(engine.storeHash, { action: 'unignore', keys });
    await engine.settle();
    expect(await tab(engine, 'ignored')).toEqual([]);
    expect((await tab(engine, 'only-hike')).map(({ key }) => key)).toEqual(['hike:900']);
  });

  it('unlinks, links again by hand, and says what could not be done', async () => {
    const engine = await compared();
    expect(await engine.pages.actOnProducts(engine.storeHash, { action: 'unlink', keys: ['hike:812', 'hike:900'] })).toMatchObject({ done: 1, notDone: [{ key: 'hike:900' }] });
    await engine.settle();
    expect(await tab(engine, 'linked')).toEqual([]);
    expect((await engine.pages.actOnProducts(engine.storeHash, { action: 'link', hikeId: 812, productId: 111 })).done).toBe(1);
    await engine.settle();
    expect((await tab(engine, 'linked')).map(({ key }) => key)).toEqual(['hike:812']);
  });

  it('lists what is gone from Hike until it is decided, and afterwards apart, where it can be decided anew', async () => {
    const engine = await syncedEngine(CATALOGUES());
    await engine.tell(aHikeProduct({ isOnline: false }));
    const waiting = async () => {
      const { counts, run } = await engine.pages.products(engine.storeHash, { tab: 'removed', search: '', offset: 0 });
      return [counts.removed, counts.kept, run.counts.removed];
    };
    expect(await waiting()).toEqual([1, 0, 1]);
    const keys = ['hike:812'];
    expect(await engine.pages.actOnProducts(engine.storeHash, { action: 'keep', keys })).toEqual({ done: 1, notDone: [], next: null });
    expect(await waiting()).toEqual([0, 1, 0]);
    await engine.settle();
    expect(await waiting()).toEqual([0, 1, 0]);
    const [row] = await tab(engine, 'kept');
    expect(row).toMatchObject({ key: 'hike:812', problem: null, sentence: expect.stringMatching(/in BigCommerce$/) });
    expect(await engine.pages.actOnProducts(engine.storeHash, { action: 'hide', keys })).toEqual({ done: 1, notDone: [], next: null });
    await engine.settle();
    expect((await tab(engine, 'kept')).map(({ sentence }) => sentence)).toEqual(['No longer sold online in Hike; hidden in BigCommerce']);
  });

  it('previews what a product would become in Hike', async () => {
    const engine = await compared();
    const { rows, totals } = await engine.pages.toHikePreview(engine.storeHash, { keys: ['bigcommerce:333'] });
    expect(rows).toMatchObject([{ key: 'bigcommerce:333', name: 'Poster', skus: ['POSTER'], price: expect.stringMatching(/^A\$\d+\.\d\d$/), problem: null }]);
    expect(totals).toEqual({ possible: 1, variants: 1, impossible: 0 });
  });
});

describe('stock as pages show it', () => {
  const stocked = async () => {
    const engine = await syncedEngine(CATALOGUES());
    await engine.tell(aHikeProduct({ variants: [aHikeVariant({ levels: [anOutletLevel({ available: 50_000 })] })] }));
    return engine;
  };

  it('explains each count as a sum', async () => {
    const engine = await stocked();
    const { rows, held } = await engine.pages.stock(engine.storeHash, { search: 'TOTE', held: false, offset: 0 });
    expect(rows).toMatchObject([{ sku: 'TOTE-01', isLinked: true, locations: [{ sum: '5 available = 5', inBigCommerce: 5, published: 5, isHeld: false }] }]);
    expect(held).toBe(0);
    const { health } = await engine.pages.overview(engine.storeHash);
    expect(health.find(({ thing }) => thing === 'stock')).toMatchObject({ state: 'up-to-date', lastSuccess: expect.any(String) });
  });

  it('tells the history of both sides, newest first', async () => {
    const engine = await stocked();
    const timeline = await engine.pages.stockTimeline(engine.storeHash, 812 as HikeProductId, null);
    expect(timeline?.moves.slice(0, 2)).toMatchObject([
      { side: 'bigcommerce', after: '5', sentence: 'Published to BigCommerce', sum: '5 available = 5' },
      { side: 'hike', after: '5', reason: 'hike-count' },
    ]);
    expect(await engine.pages.stockTimeline(engine.storeHash, 99999 as HikeProductId, null)).toBeNull();
  });

  it('is judged anew when its settings change', async () => {
    const engine = await stocked();
    const { value, version } = await engine.pages.settings(engine.storeHash);
    await engine.pages.saveSettings(engine.storeHash, { version, value: { ...value, stock: { ...value.stock, buffer: { kind: 'units', value: 2 } } } }, 'ana@example.com');
    await engine.pass(10_000, 5);
    expect((await engine.pages.stock(engine.storeHash, { search: 'TOTE', held: false, offset: 0 })).rows).toMatchObject([{ locations: [{ sum: '5 available − 2 buffer = 3', published: 3 }] }]);
  });
});

it('keeps Start out of the reach of the settings page', async () => {
  const engine = await compared();
  const { value, version } = await engine.pages.settings(engine.storeHash);
  await engine.pages.saveSettings(engine.storeHash, { version, value: { ...value, catalogue: { ...value.catalogue, startedAt: engine.clock.now() } } }, 'ana@example.com');
  expect((await engine.pages.settings(engine.storeHash)).value.catalogue.startedAt).toBeNull();
  await engine.act(askForDryRun);
  expect(engine.writes()).toEqual([]);
});
