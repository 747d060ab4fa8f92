import { describe, expect, it } from 'vitest';
import type { ProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { NOW } from '../../testing/create-test-context';
import { saveRun } from './run-cursor';
import { changes, full, levels, reading, STARTED } from './testing/store-pages';

describe('a page of all products of BigCommerce', () => {
  it('goes on behind its last, and the levels follow the last page', async () => {
    const { read, kept, run, known } = await reading({ products: 300 });
    const next = await read(full(null));
    expect(next).toEqual(full(250));
    expect((await kept()).pass).toEqual(next);
    expect(await read(next!)).toEqual(levels());
    expect((await kept()).pass).toEqual(levels());
    expect([await known(), (await run()).store]).toEqual([300, { sweep: 3, read: 302, total: null, isDone: false }]);
  });

  it.each([[250], [251]])('that goes on at %i or before has no end, and the reading stops', async (after) => {
    const { context, read } = await reading();
    context.bigcommerce.catalogue.listProducts = async () => ({ products: [], next: 250 as ProductId });
    await expect(read(full(after))).rejects.toThrow(`bigcommerce, list of products: behind ${after} it goes on with 250`);
    expect(await read(full(249))).toEqual(full(250));
  });

  it('is kept though another full reading was asked for meanwhile, of which it is no part', async () => {
    const { read, kept, run, known } = await reading({ products: 3 });
    expect(await read(full(null), 2)).toBeNull();
    expect([await known(), (await kept()).pass, (await run()).store.read]).toEqual([3, null, 2]);
  });

  it.each([
    [7, 7],
    [null, 3],
  ])('remembers how fast BigCommerce may be asked: told %s', async (told, expected) => {
    const { read, vendors, run, tables, storeHash } = await reading();
    await saveRun(tables, storeHash, { ...(await run()), storeCallsPerSecond: 3 });
    vendors.storeCallsPerSecond = () => told;
    await read(full(null));
    expect((await run()).storeCallsPerSecond).toBe(expected);
  });
});

describe('a page of what changed in BigCommerce', () => {
  it.each([
    [249, true],
    [250, false],
  ])('of %i products is the last: %s', async (products, isLast) => {
    const { read, kept, known } = await reading({ products });
    const next = await read(changes());
    expect(next).toEqual(isLast ? null : changes(2, expect.any(String) as string));
    expect(await kept()).toMatchObject({ pass: next, goodUntil: isLast ? STARTED : null });
    expect(await known()).toBe(products);
  });

  it('that repeats the one before it has no end, and the reading stops', async () => {
    const { context, read, vendors } = await reading({ products: 250 });
    context.bigcommerce.catalogue.listModifiedSince = async () => [...vendors.storeProducts.values()];
    const next = await read(changes());
    await expect(read(next!)).rejects.toThrow('bigcommerce, list of changed products: page 2 is the page before it again');
  });

  it('is another where one of its products was changed again', async () => {
    const { context, read, vendors } = await reading({ products: 250 });
    context.bigcommerce.catalogue.listModifiedSince = async () => [...vendors.storeProducts.values()];
    const next = await read(changes());
    vendors.storeProducts.set(7, { ...vendors.storeProducts.get(7)!, modifiedAt: instantPlus(NOW, 1_000) });
    expect(await read(next!)).toMatchObject({ page: 3 });
  });

  it('without any is the last, however often it comes', async () => {
    const { read, kept } = await reading();
    expect(await read(changes())).toBeNull();
    expect(await read(changes(2, 'e3b0c44298fc1c149afbf4c8996fb924'))).toBeNull();
    expect((await kept()).goodUntil).toBe(STARTED);
  });
});
