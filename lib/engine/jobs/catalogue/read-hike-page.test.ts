import { describe, expect, it } from 'vitest';
import type { HikeProductRow } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeTee } from '../../../domain/testing/a-hike-product';
import type { ChangedPage } from '../../ports/hike';
import { NOW } from '../../testing/create-test-context';
import { aMug, child, odd, page, passOf, reading, row, STARTED } from './testing/hike-pages';

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
