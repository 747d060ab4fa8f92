import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProductId } from '../../../domain/ids';
import { BrokenContract } from '../../ports/failures';
import type { SeenHikeProduct } from '../../ports/tables';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { NOW, createTestContext } from '../../testing/create-test-context';
import { checkMissedProducts } from './check-missed-products';
import { type HikeReading, readHikeReading, saveHikeReading } from './hike-reading';
import { saveRun } from './run-cursor';

const READING: HikeReading = { goodUntil: NOW, pass: null, sweep: 2, sweptAt: NOW, sweepCalls: 1, orphans: [], doubted: [], isChecking: true };

const missed = (count: number, rest: Partial<SeenHikeProduct> = {}) => Array.from({ length: count }, (_, index) => sampleHikeProduct(index + 1, `Mug ${index}`, { sweep: 1, ...rest }));

const bench = async (seen: SeenHikeProduct[], { reading = {}, isDone = true }: { reading?: Partial<HikeReading>; isDone?: boolean } = {}) => {
  const made = await createTestContext();
  const { tables, storeHash, context } = made;
  await tables.hikeProducts.saveMany(storeHash, seen);
  await context.record('products-acted-on', async (inside) => {
    await saveRun(inside, storeHash, { ...NO_CATALOGUE_RUN, store: { sweep: 1, read: 0, total: 0, isDone } });
    await saveHikeReading(inside, storeHash, { ...READING, ...reading });
  });
  const row = await made.mark('-', { thing: 'hike-products' });
  return {
    ...made,
    check: () => checkMissedProducts(context, row),
    looks: () => made.vendors.calls.filter((name) => name === 'products.find').length,
    reading: () => readHikeReading(tables, storeHash),
    find: async (id: number) => (await tables.hikeProducts.findMany(storeHash, [id as HikeProductId]))[0],
  };
};

describe('products that a full reading missed', () => {
  it('are asked for five at a time until none is left', async () => {
    const { check, looks, reading, find } = await bench(missed(8));
    await check();
    expect([looks(), (await reading()).isChecking]).toEqual([5, true]);
    await check();
    expect([looks(), (await reading()).isChecking, (await find(8))?.goneAt]).toEqual([8, false, NOW]);
    await check();
    expect(looks()).toBe(8);
  });

  it('are all looked at with the fifth', async () => {
    const { check, reading } = await bench(missed(5));
    await check();
    expect((await reading()).isChecking).toBe(false);
  });

  it('are looked for on until BigCommerce has been read as well', async () => {
    const { check, reading } = await bench(missed(1), { isDone: false });
    await check();
    expect((await reading()).isChecking).toBe(true);
  });

  it.each([
    [21, 3, '21'],
    [501, 0, 'more than 500'],
  ])('are told, and none is asked for, where so many are missing that the list was cut short: %i', async (count, others, told) => {
    const { check, looks, reading, entries } = await bench([...missed(count), ...Array.from({ length: others }, (_, index) => sampleHikeProduct(9000 + index, 'Cap', { sweep: 2 }))]);
    await check();
    expect([looks(), (await reading()).isChecking]).toEqual([0, false]);
    expect(await entries()).toMatchObject([{ recordId: 'missing', label: 'Products that are missing in Hike', direction: 'hike-to-bigcommerce', result: 'needs-you', problem: { code: 'products-missing-in-list', details: { count: told } } }]);
  });

  it('are not asked for where the list of them is not due', async () => {
    const { check, looks } = await bench(missed(2), { reading: { isChecking: false } });
    await check();
    expect(looks()).toBe(0);
  });

  it.each([
    ['is forgotten, for it was about a product that Hike still had', null, null],
    ['holds, for it was about the deletion', '2026-01-19T03:00:00.000Z', 'hide'],
  ])('are gone once Hike says so; what a person decided %s', async (_, goneAt, removal) => {
    const { check, find } = await bench(missed(1, { removal: 'hide', goneAt: goneAt as never }), { reading: { doubted: [1 as HikeProductId], isChecking: false } });
    await check();
    expect(await find(1)).toMatchObject({ goneAt: NOW, removal });
  });

  it('stay where Hike has them after all', async () => {
    const { check, find, vendors } = await bench(missed(1));
    vendors.hikeProducts.set(1, missed(1)[0]!.product);
    await check();
    expect(await find(1)).toMatchObject({ goneAt: null, sweep: 2 });
  });

  it('stay where Hike’s answer is not understood, and are not asked for again', async () => {
    const { check, find, looks, vendors } = await bench(missed(1));
    vendors.onCall = () => {
      throw new BrokenContract('hike', 'no name');
    };
    await check();
    await check();
    expect(await find(1)).toMatchObject({ goneAt: null, sweep: 2 });
    expect(looks()).toBe(1);
  });
});

describe('products that are to be looked at by themselves', () => {
  const [ONE, TWO, THREE] = [1, 2, 3] as [HikeProductId, HikeProductId, HikeProductId];

  it('come first, each once, and are looked at no more', async () => {
    const { check, looks, reading } = await bench(missed(3), { reading: { doubted: [ONE, TWO], orphans: [TWO, THREE], isChecking: false } });
    await check();
    expect(looks()).toBe(3);
    expect(await reading()).toMatchObject({ doubted: [], orphans: [], sweep: 2, goodUntil: NOW });
  });

  it('are not forgotten with the first five of them', async () => {
    const ids = [1, 2, 3, 4, 5, 6, 7] as HikeProductId[];
    const { check, looks, reading } = await bench(missed(7), { reading: { doubted: ids.slice(0, 3), orphans: ids.slice(3), isChecking: false } });
    await check();
    expect([looks(), await reading()]).toMatchObject([5, { doubted: [], orphans: [6, 7] }]);
    await check();
    expect([looks(), await reading()]).toMatchObject([7, { doubted: [], orphans: [] }]);
  });

  it('leave nothing behind where nobody ever knew them', async () => {
    const { check, find, reading, vendors } = await bench([], { reading: { orphans: [ONE] } });
    vendors.onCall = () => {
      throw new BrokenContract('hike', 'no name');
    };
    await check();
    expect([await find(1), (await reading()).orphans]).toEqual([undefined, []]);
  });
});
