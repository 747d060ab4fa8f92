import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../../domain/ids';
import type { Settings } from '../../../domain/settings';
import { aProfile } from '../../../domain/testing/a-shop';
import { QuotaExhausted, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { setLevel } from '../../testing/fake-inventory';
import { readHikeReading, saveHikeReading } from '../catalogue/hike-reading';
import { createStockEngine, TOTE, TOTE_VARIANT, type StockEngine } from './testing/create-stock-engine';

const published = async (options: Parameters<typeof createStockEngine>[0] = {}): Promise<StockEngine> => {
  const engine = await createStockEngine(options);
  await engine.settle();
  return engine;
};

const minutes = (count: number) => count * 60_000;

describe('publishing stock', () => {
  it('writes what is available, absolute, and says how it came about', async () => {
    const engine = await published();
    expect(engine.writes()).toEqual([[[211, 12]]]);
    expect(engine.vendors.levelWrites[0]).toEqual([{ variantId: 211, productId: 111, locationId: 1, quantity: 12 }]);
    expect(await engine.timeline()).toMatchObject([{ side: 'bigcommerce', reason: 'published', before: null, after: 120_000, sum: { published: 12, reserve: 0 } }]);
    expect(await engine.entries()).toEqual([]);
  });

  it('asks for a level it never saw, and not for one that it knows', async () => {
    const engine = await published();
    await engine.count({ 1: 10 });
    await engine.settle();
    expect(engine.vendors.calls).toEqual(['inventory.list', 'inventory.set', 'inventory.set']);
    expect(engine.onHand()).toBe(10);
  });

  it('writes nothing where BigCommerce shows it already', async () => {
    const engine = await createStockEngine();
    setLevel(engine.vendors, { variantId: 211, onHand: 12 });
    await engine.settle();
    await engine.count({ 1: 12 });
    await engine.settle();
    expect(engine.vendors.calls).toEqual(['inventory.list']);
    expect(await engine.level()).toMatchObject({ written: 12, writtenReserve: 0 });
  });

  it('costs nothing when our own write comes back, and nothing over a quiet hour', async () => {
    const engine = await published();
    await engine.pass(minutes(2));
    engine.vendors.calls.length = 0;
    await engine.moveLevel(12);
    await engine.pass(minutes(60), 12);
    expect(engine.vendors.calls).toEqual(['inventory.list']);
    expect(await engine.entries()).toEqual([]);
  });

  it.each<[string, Record<number, number | null>, boolean]>([
    ['Hike does not count the product', { 1: 12 }, false],
    ['Hike has no count', { 1: null }, true],
    ['Hike has no record of the outlet', { 9: 12 }, true],
  ])('never makes a zero of it where %s', async (_, counts, tracksStock) => {
    const engine = await published();
    await engine.count(counts, { tracksStock });
    await engine.settle();
    expect(engine.onHand()).toBe(12);
  });

  it('fills each location from its outlets, one call after the other, and the reserve from the default one', async () => {
    const locations = [
      { id: 1, name: 'Web', isDefault: true, isEnabled: true },
      { id: 2, name: 'Harbour', isDefault: false, isEnabled: true },
    ];
    const engine = await createStockEngine({ profile: aProfile({ locations: locations as never }), settings: { stock: { outletsByLocation: { '1': [1], '2': [2, 3] } } } });
    await engine.database.tables.reserves.replace(engine.storeHash, 1042 as never, [{ variantId: TOTE_VARIANT, units: 2 }]);
    await engine.count({ 1: 12, 2: 5, 3: 4 });
    await engine.settle();
    expect([engine.onHand(211, 1), engine.onHand(211, 2)]).toEqual([10, 9]);
    expect(engine.vendors.calls).toEqual(['inventory.list', 'inventory.set', 'inventory.set']);
  });

  it('sends two thousand levels a call', async () => {
    const engine = await createStockEngine();
    const many = Array.from({ length: 2001 }, (_, index) => index + 1000);
    for (const id of many) await engine.count({ 1: 3 }, { id, variantId: id + 5000 });
    await engine.settle();
    expect(engine.vendors.levelWrites.map(({ length }) => length).sort((a, b) => b - a)).toEqual([2000, 2]);
    expect(engine.vendors.calls.filter((name) => name === 'inventory.list')).toHaveLength(2);
  });

  it('holds back what fills no call while Hike’s list of changes is read, a minute at most', async () => {
    const engine = await published();
    const { tables } = engine.database;
    const reading = await readHikeReading(tables, engine.storeHash);
    const pass = { isFull: false, since: null, startedAt: engine.clock.now(), skip: 500, calls: 5, last: '' };
    await saveHikeReading(tables, engine.storeHash, { ...reading, pass });
    await engine.count({ 1: 10 });
    await engine.pass(minutes(1) - 1000, 59);
    expect(engine.onHand()).toBe(12);
    await engine.pass(2000);
    expect(engine.onHand()).toBe(10);
    await engine.count({ 1: 9 });
    await engine.settle();
    await saveHikeReading(tables, engine.storeHash, reading);
    await engine.pass(minutes(0.5));
    expect(engine.onHand()).toBe(9);
  });

  it('waits for Start and while it is paused, and then publishes', async () => {
    const engine = await createStockEngine({ settings: { paused: { stock: true } } });
    await engine.settle();
    await engine.change({ paused: { imports: false, sales: false, products: false, stock: false, customers: false }, catalogue: { ...(await settingsOf(engine)).catalogue, startedAt: null } });
    await engine.settle();
    expect(engine.vendors.calls).toEqual([]);
    await engine.change({ catalogue: { ...(await settingsOf(engine)).catalogue, startedAt: engine.clock.now() } });
    await engine.settle();
    expect(engine.onHand()).toBe(12);
  });

  it('leaves the stock alone that BigCommerce owns, or nobody', async () => {
    const engine = await published({ settings: { catalogue: { startedAt: '2026-01-20T03:00:00.000Z', owners: { stock: 'bigcommerce' } } } });
    expect(engine.vendors.calls).toEqual([]);
    expect(await engine.database.tables.dirty.count(engine.storeHash, 'stock')).toBe(0);
  });

  it('leaves a product alone that is not linked, is put aside or is gone', async () => {
    const engine = await createStockEngine();
    const { tables } = engine.database;
    const [seen] = await tables.hikeProducts.findMany(engine.storeHash, [TOTE]);
    await tables.hikeProducts.saveMany(engine.storeHash, [{ ...seen!, isIgnored: true }]);
    await engine.settle();
    expect(engine.vendors.calls).toEqual([]);
    await engine.count({ 1: 12 });
    await tables.links.delete(engine.storeHash, 'variant', '211');
    await engine.settle();
    expect(engine.vendors.calls).toEqual([]);
  });

  it('is published anew by other settings', async () => {
    const engine = await published();
    const { value, version } = await engine.database.tables.settings.get(engine.storeHash);
    await engine.pages.saveSettings(engine.storeHash, { version, value: { ...value, stock: { ...value.stock, buffer: { kind: 'units', value: 5 } } } }, 'ana@example.com');
    await engine.settle();
    expect(engine.onHand()).toBe(7);
  });
});

describe('stock that BigCommerce does not take', () => {
  const twenty = async (): Promise<StockEngine> => {
    const engine = await createStockEngine();
    for (let id = 1000; id < 1019; id += 1) await engine.count({ 1: 3 }, { id, variantId: id + 5000 });
    return engine;
  };

  it.each(['refusedLevels', 'spoilingLevels'] as const)('does not keep the others from being published (%s)', async (how) => {
    const engine = await twenty();
    engine.vendors[how].add(6007);
    await engine.settle();
    expect(engine.vendors.levels).toHaveLength(19);
    expect(await engine.entries()).toMatchObject([{ thing: 'stock', recordId: '1007', result: 'needs-you', problem: { code: 'refused-by-bigcommerce' } }]);
    expect(await engine.database.tables.dirty.count(engine.storeHash, 'stock')).toBe(0);
  });

  it('stops asking where everything is refused', async () => {
    const engine = await twenty();
    for (let id = 6000; id < 6019; id += 1) engine.vendors.spoilingLevels.add(id);
    engine.vendors.spoilingLevels.add(211);
    await engine.settle();
    expect(engine.vendors.calls.length).toBeLessThan(70);
    expect(await engine.entries()).toHaveLength(20);
  });

  it('is no longer a problem once it went through', async () => {
    const engine = await twenty();
    engine.vendors.refusedLevels.add(211);
    await engine.settle();
    engine.vendors.refusedLevels.clear();
    await engine.count({ 1: 11 });
    await engine.settle();
    expect(await engine.entries()).toMatchObject([{ recordId: '812', result: 'done' }]);
  });
});

describe('a flush of stock that breaks off', () => {
  it.each<[string, () => Error]>([
    ['its answer was lost', () => new UnknownOutcome('cut')],
    ['BigCommerce was busy', () => new TransientFailure('503')],
    ['the process was killed before it was recorded', () => new Error('killed')],
  ])('is written again where %s, which does no harm', async (_, failure) => {
    const engine = await published();
    let spoils = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'inventory.set:done' && spoils) throw failure();
    };
    await engine.count({ 1: 10 });
    await engine.settle();
    spoils = false;
    await engine.pass(minutes(1));
    expect(engine.writes()).toEqual([[[211, 12]], [[211, 10]], [[211, 10]]]);
    expect((await engine.timeline()).map(({ after }) => after)).toEqual([120_000, 100_000]);
    expect(await engine.database.tables.dirty.count(engine.storeHash, 'stock')).toBe(0);
    expect(await engine.entries()).toEqual([]);
  });

  it('waits untouched while the quota is used up', async () => {
    const engine = await createStockEngine();
    let used = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'inventory.set' && used) throw new QuotaExhausted('bigcommerce', 20_000);
    };
    await engine.settle();
    expect(await engine.database.tables.dirty.find(engine.storeHash, 'stock', '812')).toMatchObject({ attempts: 0 });
    used = false;
    await engine.pass(21_000);
    expect(engine.onHand()).toBe(12);
  });

  it('leaves one line in the log when it goes on failing, and closes it', async () => {
    const engine = await createStockEngine();
    await engine.count({ 1: 3 }, { id: 1000, variantId: 6000 });
    let down = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'inventory.list' && down) throw new TransientFailure('503');
    };
    await engine.pass(minutes(30), 60);
    expect(await engine.entries()).toMatchObject([{ thing: 'stock', recordId: 'all', result: 'retrying' }]);
    down = false;
    await engine.pass(minutes(30), 60);
    expect(await engine.entries()).toMatchObject([{ recordId: 'all', result: 'done' }]);
  });
});

const settingsOf = async (engine: StockEngine): Promise<Settings> => (await engine.database.tables.settings.get(engine.storeHash)).value;

describe('a sudden fall to zero', () => {
  const fallen = async (count: number): Promise<StockEngine> => {
    const engine = await createStockEngine({ settings: { stock: { zeroGuard: 3 } } });
    const ids = Array.from({ length: count }, (_, index) => index + 1000);
    for (const id of ids) await engine.count({ 1: 3 }, { id, variantId: id + 5000 });
    await engine.settle();
    for (const id of ids) await engine.count({ 1: 0 }, { id, variantId: id + 5000 });
    await engine.settle();
    return engine;
  };
  const zeros = (engine: StockEngine) => engine.vendors.levels.filter(({ onHand }) => onHand === 0).length;

  it('of few is published', async () => {
    const engine = await fallen(3);
    expect(zeros(engine)).toBe(3);
    expect(await engine.entries()).toEqual([]);
  });

  it('of many is held, all of it, and a person is asked once', async () => {
    const engine = await fallen(5);
    expect(zeros(engine)).toBe(0);
    expect(await engine.entries()).toMatchObject([{ recordId: 'held', result: 'needs-you', problem: { code: 'stock-held', details: { count: '5' } } }]);
    expect((await engine.timeline(1000 as HikeProductId)).at(-1)).toMatchObject({ reason: 'held', before: 30_000, after: 0 });
    await engine.count({ 1: 0 }, { id: 1000, variantId: 6000 });
    await engine.settle();
    expect(zeros(engine)).toBe(0);
    expect(await engine.entries()).toHaveLength(1);
  });

  it('is published once a person approved it, and told so', async () => {
    const engine = await fallen(5);
    await engine.pages.approveStock(engine.storeHash, [6000 as never], 'ana@example.com');
    await engine.settle();
    expect(zeros(engine)).toBe(1);
    expect(await engine.entries()).toMatchObject([{ result: 'needs-you' }]);
    await engine.pages.approveStock(engine.storeHash, null, 'ana@example.com');
    await engine.settle();
    expect(zeros(engine)).toBe(5);
    expect(await engine.entries()).toMatchObject([{ recordId: 'held', result: 'done', message: 'ana@example.com approved the zeros.' }]);
    expect((await engine.timeline(1000 as HikeProductId)).slice(-2)).toMatchObject([{ reason: 'approved', source: 'ana@example.com' }, { reason: 'published', after: 0 }]);
  });

  it('is forgotten where Hike counts something again', async () => {
    const engine = await fallen(5);
    for (let id = 1000; id < 1005; id += 1) await engine.count({ 1: 2 }, { id, variantId: id + 5000 });
    await engine.settle();
    expect(engine.vendors.levels.filter(({ onHand }) => onHand === 2)).toHaveLength(5);
    expect(await engine.database.tables.levels.countHeld(engine.storeHash)).toBe(0);
    expect(await engine.entries()).toMatchObject([{ recordId: 'held', result: 'done' }]);
  });

  it('counts what fell minutes before', async () => {
    const engine = await fallen(3);
    for (const id of [2000, 2001]) await engine.count({ 1: 3 }, { id, variantId: id + 5000 });
    await engine.settle();
    for (const id of [2000, 2001]) await engine.count({ 1: 0 }, { id, variantId: id + 5000 });
    await engine.settle();
    expect(zeros(engine)).toBe(3);
  });
});

