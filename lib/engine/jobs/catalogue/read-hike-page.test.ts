import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProduct, HikeProductRow } from '../../../domain/hike-product';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../../domain/testing/a-hike-product';
import type { ChangedPage } from '../../ports/hike';
import type { OddItem } from '../../ports/odd-item';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { ODD_PRODUCTS, tellOddItems } from '../tell-odd-items';
import { type HikePass, type HikeReading, readHikeReading, saveHikeReading } from './hike-reading';
import { readHikePage } from './read-hike-page';
import { readRun, saveRun } from './run-cursor';

const STARTED = instantPlus(NOW, -60_000);

const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, sku: `MUG-${id}`, barcode: '' })] });
const row = (product: HikeProduct): HikeProductRow => ({ kind: 'product', product });
const child = (parentId: number, change: Parameters<typeof aHikeVariant>[0] = {}): HikeProductRow =>
  ({ kind: 'child', parentId: parentId as HikeProductId, variant: aHikeVariant({ id: parentId + 1, ...change }), modifiedAt: null });
const odd = (id: string | null): OddItem => ({ id, number: null, why: 'no name', content: `odd ${id}` });

const page = (change: Partial<ChangedPage<HikeProductRow>> = {}): ChangedPage<HikeProductRow> => ({ items: [row(aMug(1))], next: null, total: 1, ...change });

const passOf = (change: Partial<HikePass> = {}): HikePass => ({ isFull: true, since: null, startedAt: STARTED, skip: 0, calls: 0, last: '', ...change });

/** A full reading of Hike, the third, while BigCommerce's is through; the answers come in this order. */
const reading = async (...answers: ChangedPage<HikeProductRow>[]) => {
  const shop = await createTestContext();
  const { database: { tables }, storeHash, vendors } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'reading', hike: { sweep: 3, read: 0, total: null, isDone: false }, store: { sweep: 3, read: 1, total: 1, isDone: true } });
  const asked: { since: unknown; skip: number }[] = [];
  const { hike } = shop.context;
  const listChanged: typeof hike.products.listChanged = async (since, skip) => {
    asked.push({ since, skip });
    return answers.shift() ?? page({ items: [] });
  };
  const context = { ...shop.context, hike: { ...hike, products: { ...hike.products, listChanged } } };
  return {
    ...shop,
    asked,
    read: (pass: HikePass, sweep = 3) => readHikePage(context, sweep, pass),
    kept: () => readHikeReading(tables, storeHash),
    keep: async (change: Partial<HikeReading>) => saveHikeReading(tables, storeHash, { ...(await readHikeReading(tables, storeHash)), ...change }),
    run: () => readRun(tables, storeHash),
    known: async (...ids: number[]) => (await tables.hikeProducts.findMany(storeHash, ids as HikeProductId[])).map(({ product }) => Number(product.id)).sort((a, b) => a - b),
    finds: () => vendors.calls.filter((name) => name === 'products.find').length,
  };
};

describe('a page of Hike’s list of products', () => {
  it.each([
    ['goes on two rows before its end', 0, 100, 98],
    ['goes on one row further at least', 98, 100, 99],
  ])('%s', async (_, skip, next, expected) => {
    const { read, asked, kept } = await reading(page({ next, total: 250 }));
    const pass = await read(passOf({ skip, calls: 4 }));
    expect(asked).toEqual([{ since: null, skip }]);
    expect(pass).toMatchObject({ skip: expected, calls: 5, startedAt: STARTED, isFull: true });
    expect((await kept()).pass).toEqual(pass);
  });

  it('says how far the reading is', async () => {
    const { read, run } = await reading(page({ next: 100, total: 250 }), page({ next: 300, total: 250 }));
    const pass = await read(passOf());
    expect((await run()).hike).toEqual({ sweep: 3, read: 100, total: 250, isDone: false });
    await read({ ...pass!, last: '' });
    expect((await run()).hike).toMatchObject({ read: 250 });
  });

  it('ends the reading where it is the last, and both sides are compared', async () => {
    const { read, run, kept, database, storeHash } = await reading(page({ total: 7 }));
    expect(await read(passOf({ skip: 5, calls: 2 }))).toBeNull();
    expect(await kept()).toMatchObject({ pass: null, goodUntil: STARTED, sweptAt: STARTED, sweepCalls: 3, isChecking: true });
    expect(await run()).toMatchObject({ state: 'comparing', hike: { read: 7, total: 7, isDone: true }, total: 0, stageSince: NOW });
    expect(await database.tables.dirty.find(storeHash, 'compare', '-')).toMatchObject({ trigger: 'person', notBefore: NOW });
  });

  it.each<[string, Partial<ChangedPage<HikeProductRow>>]>([
    ['products', {}],
    ['variants', { items: [child(900)] }],
    ['products that nobody understands', { items: [], odd: [odd('5')] }],
  ])('that repeats the %s before it has no end, and the reading stops', async (_, change) => {
    const { read } = await reading(page({ next: 100, ...change }), page({ next: 200, ...change }));
    const pass = await read(passOf());
    await expect(read(pass!)).rejects.toThrow('hike, list of products: what follows 98 rows was told before');
  });

  it.each<[string, Partial<ChangedPage<HikeProductRow>>, Partial<ChangedPage<HikeProductRow>>]>([
    ['variants', { items: [child(900)] }, { items: [child(910)] }],
    ['variants of one product', { items: [child(900)] }, { items: [child(900, { id: 902 })] }],
    ['products that nobody understands', { items: [], odd: [odd('5')] }, { items: [], odd: [odd('6')] }],
  ])('that tells of other %s than the one before it is no repetition', async (_, first, second) => {
    const { read } = await reading(page({ next: 100, ...first }), page({ next: 200, ...second }));
    expect(await read((await read(passOf()))!)).toMatchObject({ skip: 198 });
  });

  it('may hold what the one before it held where it is the last', async () => {
    const { read } = await reading(page({ next: 100 }), page());
    expect(await read((await read(passOf()))!)).toBeNull();
  });

  it('is kept though another full reading was asked for meanwhile, of which it is no part', async () => {
    const { read, run, kept, known } = await reading(page({ next: 100, total: 250 }));
    expect(await read(passOf(), 2)).toBeNull();
    expect(await known(1)).toEqual([1]);
    expect(await kept()).toMatchObject({ pass: null, goodUntil: null });
    expect((await run()).hike).toMatchObject({ read: 0, isDone: false });
  });
});

describe('variants whose product Hike’s full list has not told of', () => {
  it('are left for the end, each product once, without those that another page told of', async () => {
    const { read, kept, finds, keep } = await reading(page({ next: 100, items: [row(aMug(7)), child(900), child(800)] }), page({ items: [row(aHikeTee()), child(700)] }));
    await keep({ orphans: [700, 7] as HikeProductId[] });
    const pass = await read(passOf());
    expect((await kept()).orphans).toEqual([700, 900, 800]);
    await read(pass!);
    expect((await kept()).orphans).toEqual([700, 800]);
    expect(finds()).toBe(0);
  });

  it('are asked for one by one up to a thousand', async () => {
    const items = Array.from({ length: 1_001 }, (_, index) => child(1_000 + 10 * index));
    const { read, kept } = await reading(page({ items }));
    await read(passOf());
    expect((await kept()).orphans).toHaveLength(1_000);
  });
});

describe('a page of what changed in Hike', () => {
  const CHANGES = passOf({ isFull: false, since: STARTED });

  it('is asked for since then, and says that changes are known up to its beginning', async () => {
    const { read, asked, kept, keep, run } = await reading(page());
    await keep({ sweepCalls: 9, sweptAt: NOW, orphans: [5 as HikeProductId], isChecking: false });
    expect(await read(CHANGES, 2)).toBeNull();
    expect(asked).toEqual([{ since: STARTED, skip: 0 }]);
    expect(await kept()).toMatchObject({ goodUntil: STARTED, pass: null, sweepCalls: 9, sweptAt: NOW, orphans: [5], isChecking: false });
    expect(await run()).toMatchObject({ state: 'reading', hike: { read: 0, total: null, isDone: false } });
  });

  it('has its incomplete products asked for at once, one by one', async () => {
    const { read, known, vendors, finds, kept } = await reading(page({ items: [child(900)], odd: [odd('812'), odd('7'), odd(null)], next: 100 }));
    vendors.hikeProducts.set(900, aHikeTee());
    vendors.hikeProducts.set(812, aHikeProduct());
    expect(await read(CHANGES)).toMatchObject({ skip: 98, calls: 1 });
    expect(await known(900, 812, 7)).toEqual([812, 900]);
    expect(finds()).toBe(3);
    expect((await kept()).orphans).toEqual([]);
  });

  it('needs no product asked for whose new variant fits what is known of it', async () => {
    const { read, finds, vendors, database: { tables }, storeHash } = await reading(page({ items: [row(aHikeTee())] }), page({ items: [child(900, { sku: 'TEE-L', values: ['L'], id: 903 })] }));
    await read(CHANGES);
    vendors.hikeProducts.clear();
    await read(CHANGES);
    const [tee] = await tables.hikeProducts.findMany(storeHash, [900 as HikeProductId]);
    expect([tee?.product.variants.map(({ id }) => Number(id)), finds()]).toEqual([[901, 902, 903], 0]);
  });

  it('keeps the names that variants have of their own while the product is called as before', async () => {
    const { read, database: { tables }, storeHash } = await reading(page({ items: [row(aHikeTee())] }), page({ items: [row(aHikeTee({ variants: aHikeTee().variants.map((one) => ({ ...one, name: 'Organic tee' })) }))] }));
    await read(CHANGES);
    await read(CHANGES);
    const [tee] = await tables.hikeProducts.findMany(storeHash, [900 as HikeProductId]);
    expect(tee?.product.variants.map(({ name }) => name)).toEqual(['Organic tee / S', 'Organic tee / M']);
  });

  it('ends what was told of a product once it is understood', async () => {
    const { context, read, entries, storeHash, database } = await reading(page({ items: [row(aMug(1))] }));
    await database.transaction('hike-page-taken-in', (inside) => tellOddItems(context, inside, { thing: ODD_PRODUCTS, page: { odd: [odd('1')], understood: [] } }));
    expect(await database.tables.cursors.find(storeHash, 'odd-products')).not.toBeNull();
    await read(CHANGES);
    expect((await entries()).map(({ result, label }) => [result, label])).toContainEqual(['no-change', 'Product 1']);
  });

  it('tells a person of what has no number to ask for, and of nothing else', async () => {
    const { read, entries } = await reading(page({ odd: [odd('812'), odd(null)] }));
    await read(CHANGES);
    expect((await entries()).map(({ result, label }) => [result, label])).toEqual([['needs-you', 'Product without a number']]);
  });

  it('holds up nothing with a product that has no variants or cannot be understood', async () => {
    const { read, known, vendors, entries } = await reading(page({ items: [child(900), child(800)] }));
    vendors.hikeProducts.set(900, aHikeTee({ variants: [] }));
    expect(await read(CHANGES)).toBeNull();
    expect(await known(900, 800)).toEqual([]);
    expect(await entries()).toEqual([]);
  });
});
