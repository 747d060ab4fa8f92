import { describe, expect, it } from 'vitest';
import type { Decimal } from '../../../domain/money';
import type { Settings } from '../../../domain/settings';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { askForDryRun, pauseReading } from './catalogue-run-steps';
import { endHeldComparison } from './holds';
import { readRun } from './run-cursor';
import { type CatalogueEngine, catalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;

const aMug = (id: number, change: object = {}) =>
  aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '', levels: [anOutletLevel({ available: 50_000 })] })], ...change });

const priced = (id: number, priceIncTax: string) =>
  aMug(id, { variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '', levels: [anOutletLevel({ available: 50_000, priceIncTax, priceExTax: '90' })] })] });

const mugs = (count: number) => Array.from({ length: count }, (_, index) => aMug(1001 + index));

const inStep = async (count: number): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike: mugs(count) });
  await engine.pass(2 * MINUTE, 4);
  expect(await engine.run()).toMatchObject({ state: 'in-step' });
  engine.vendors.calls.length = 0;
  engine.vendors.levelWrites.length = 0;
  return engine;
};

const save = async ({ pages, storeHash, settle }: CatalogueEngine, change: (settings: Settings) => Settings): Promise<void> => {
  const { value, version } = await pages.settings(storeHash);
  await pages.saveSettings(storeHash, { version, value: change(value) }, 'ana@example.com');
  await settle();
};

const toSalePrice = (settings: Settings): Settings => ({ ...settings, salePrice: 'sale_price' });
const keepTwo = (settings: Settings): Settings => ({ ...settings, stock: { ...settings.stock, buffer: { kind: 'units', value: 2 } } });

const act = async ({ pages, storeHash, settle }: CatalogueEngine, action: 'apply' | 'discard' | 'dry-run' | 'cancel') => {
  const answer = await pages.actOnProducts(storeHash, { action });
  await settle();
  return answer;
};

const view = ({ pages, storeHash }: CatalogueEngine) => pages.catalogueRun(storeHash);

const onHand = ({ vendors }: CatalogueEngine): number[] => [...new Set(vendors.levels.map((level) => level.onHand))].sort((a, b) => a - b);

describe('settings that have many products written anew', () => {
  it('write none of them before a person has seen how many and applied it', async () => {
    const engine = await inStep(25);
    await save(engine, toSalePrice);
    await engine.pass(24 * 60 * MINUTE, 6);
    expect(engine.writes()).toEqual([]);
    expect(await view(engine)).toMatchObject({ state: 'ready', hold: { bySettings: true, ofStock: false }, counts: { update: 25, levels: 0 }, can: { start: false, apply: true, discard: true, cancel: false } });
    expect((await engine.pages.settings(engine.storeHash)).isLookedAt).toBe(true);
    expect((await engine.pages.overview(engine.storeHash)).health.find(({ thing }) => thing === 'products')).toMatchObject({ sentence: 'Changes wait for you' });
    expect(await act(engine, 'apply')).toMatchObject({ done: 1 });
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.productChanges).toHaveLength(25);
    expect(await view(engine)).toMatchObject({ state: 'in-step', hold: null, counts: { update: 0 } });
  });

  it('become the old ones again when they are discarded, and nothing was written', async () => {
    const engine = await inStep(25);
    const { value: before } = await engine.pages.settings(engine.storeHash);
    await save(engine, toSalePrice);
    await act(engine, 'discard');
    await engine.pass(MINUTE, 6);
    expect((await engine.pages.settings(engine.storeHash)).value).toEqual(before);
    expect(await view(engine)).toMatchObject({ state: 'in-step', hold: null, counts: { update: 0, unchanged: 25 } });
    expect(engine.writes()).toEqual([]);
    expect(await act(engine, 'apply')).toMatchObject({ done: 0, notDone: [{ key: '' }] });
  });

  it('go on by themselves where few change', async () => {
    const engine = await inStep(3);
    await save(engine, toSalePrice);
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.productChanges).toHaveLength(3);
    expect(await view(engine)).toMatchObject({ state: 'in-step', hold: null });
  });

  it('hold back what changes in Hike meanwhile, show it, and lose nothing of it', async () => {
    const engine = await inStep(25);
    await save(engine, toSalePrice);
    await engine.tell(aMug(1001, { isOnline: false }));
    expect(engine.writes()).toEqual([]);
    expect(await engine.plan(1001)).toMatchObject({ standing: 'removed' });
    await engine.tell(priced(1002, '99'));
    await act(engine, 'discard');
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.productChanges).toMatchObject([{ price: '99' }]);
    expect(await view(engine)).toMatchObject({ state: 'in-step', counts: { removed: 1 } });
  });

  it('are compared with the first ones when others are saved on top', async () => {
    const engine = await inStep(25);
    const { value: before } = await engine.pages.settings(engine.storeHash);
    await save(engine, toSalePrice);
    await save(engine, (settings) => ({ ...settings, salePrice: 'retail_price' }));
    expect(await view(engine)).toMatchObject({ state: 'ready', counts: { update: 25 } });
    await act(engine, 'discard');
    expect((await engine.pages.settings(engine.storeHash)).value).toEqual(before);
  });

  it('write nothing anew where they decide nothing that is written', async () => {
    const engine = await inStep(25);
    await save(engine, (settings) => ({ ...settings, catalogue: { ...settings.catalogue, priceAlarmPercent: 5, newProducts: 'visible' } }));
    await engine.pass(MINUTE, 6);
    expect(await engine.run()).toMatchObject({ state: 'in-step', hold: null });
    expect(engine.writes()).toEqual([]);
  });
});

describe('settings that have many counts published anew', () => {
  it('say how many, and until then counts follow by the settings as they were', async () => {
    const engine = await inStep(25);
    await save(engine, keepTwo);
    expect(await view(engine)).toMatchObject({ state: 'ready', hold: { bySettings: true, ofStock: true }, counts: { update: 0, levels: 25 } });
    expect((await engine.pages.products(engine.storeHash, { tab: 'level-changes', search: 'MUG-1001', offset: 0 })).rows).toMatchObject([{ changes: [], levels: [{ label: 'Stock of MUG-1001', before: '5', after: '3' }] }]);
    await engine.tell(aMug(1001, { variants: [aHikeVariant({ id: 1001, name: 'Mug 1001', sku: 'MUG-1001', barcode: '', levels: [anOutletLevel({ available: 70_000 })] })] }));
    expect(onHand(engine)).toEqual([5, 7]);
    expect((await engine.pages.stock(engine.storeHash, { search: 'MUG-1001', held: false, offset: 0 })).rows).toMatchObject([{ locations: [{ sum: '7 available = 7', published: 7 }] }]);
    await act(engine, 'apply');
    await engine.pass(2 * MINUTE, 6);
    expect(onHand(engine)).toEqual([3, 5]);
    expect(await view(engine)).toMatchObject({ state: 'in-step', counts: { levels: 0 } });
  });

  it('lose no count that was let through when others are saved at the same moment', async () => {
    const engine = await inStep(25);
    const { pages, storeHash } = engine;
    await save(engine, keepTwo);
    await pages.actOnProducts(storeHash, { action: 'apply' });
    await save(engine, (settings) => ({ ...settings, catalogue: { ...settings.catalogue, deletes: 'delete' } }));
    await engine.pass(2 * MINUTE, 6);
    expect(await view(engine)).toMatchObject({ state: 'in-step', hold: null });
    expect(onHand(engine)).toEqual([3]);
  });

  it('publish what moved after it was compared, though the comparison found nothing', async () => {
    const engine = await inStep(3);
    await engine.act(async (tables, storeHash, now) => {
      const { value: before, version } = await tables.settings.get(storeHash);
      const settings = keepTwo(before);
      await tables.settings.save(storeHash, version, { value: settings, savedAt: now, savedBy: 'ana@example.com' });
      await endHeldComparison(tables, storeHash, { run: { ...(await readRun(tables, storeHash)), hold: { before, most: 20 } }, settings, now });
    });
    await engine.pass(MINUTE, 6);
    expect(onHand(engine)).toEqual([3]);
  });

  it('publish few at once', async () => {
    const engine = await inStep(3);
    await save(engine, keepTwo);
    await engine.pass(2 * MINUTE, 6);
    expect(onHand(engine)).toEqual([3]);
    expect(engine.writes()).toEqual([]);
  });
});

describe('a dry run after Start', () => {
  const disturbed = async (): Promise<CatalogueEngine> => {
    const engine = await inStep(3);
    const [mug] = engine.vendors.storeProducts.values();
    engine.vendors.storeProducts.set(mug!.id, { ...mug!, price: '1' as Decimal });
    return engine;
  };

  it('writes not even one product before a person applies it', async () => {
    const engine = await disturbed();
    await act(engine, 'dry-run');
    // A change of the day waits as well, and is shown.
    await engine.tell(priced(1003, '99'));
    await engine.pass(60 * MINUTE, 6);
    expect(engine.writes()).toEqual([]);
    expect(await view(engine)).toMatchObject({ state: 'ready', hold: { bySettings: false, ofStock: false }, counts: { update: 2, unchanged: 1 }, can: { apply: true, discard: true } });
    await act(engine, 'apply');
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.productChanges.map(({ price }) => price).sort()).toEqual(['22', '99']);
    expect(await engine.run()).toMatchObject({ state: 'in-step' });
  });

  it('ends by itself where both sides agree', async () => {
    const engine = await inStep(3);
    await act(engine, 'dry-run');
    expect(await engine.run()).toMatchObject({ state: 'in-step', hold: null, hike: { isDone: true } });
  });

  it('is read and compared while products and stock are paused', async () => {
    const engine = await disturbed();
    await engine.pages.pause(engine.storeHash, { products: true, stock: true });
    await act(engine, 'dry-run');
    expect(await view(engine)).toMatchObject({ state: 'ready', counts: { update: 1 } });
    await act(engine, 'apply');
    await engine.pass(MINUTE, 6);
    expect(engine.writes()).toEqual([]);
    expect(await view(engine)).toMatchObject({ state: 'applying', isPaused: true, can: { resume: true, cancel: false } });
    await engine.pages.pause(engine.storeHash, { products: false });
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.productChanges).toHaveLength(1);
  });

  it('is not begun while products are being written', async () => {
    const engine = await disturbed();
    await act(engine, 'dry-run');
    await engine.pages.pause(engine.storeHash, { products: true });
    await act(engine, 'apply');
    expect(await act(engine, 'dry-run')).toMatchObject({ done: 0, notDone: [{ sentence: expect.stringContaining('being written') }] });
  });
});

describe('the first dry run', () => {
  it('rests while a person has its reading paused, and goes on where it was', async () => {
    const engine = await catalogueEngine({ hike: mugs(40) });
    engine.vendors.hikePageSize = 5;
    await engine.database.transaction('products-acted-on', (tables) => askForDryRun(tables, engine.storeHash, engine.clock.now()));
    await engine.pages.actOnProducts(engine.storeHash, { action: 'pause-reading' });
    await engine.pass(60 * MINUTE, 6);
    expect(engine.vendors.calls.filter((name) => name === 'products.list')).toEqual([]);
    expect(await view(engine)).toMatchObject({ state: 'reading', isPaused: true, can: { pause: false, resume: true, cancel: true } });
    await engine.act((tables, storeHash, now) => pauseReading(tables, storeHash, { isPaused: false, now }));
    expect(await view(engine)).toMatchObject({ state: 'ready', counts: { create: 40 } });
  });
});
