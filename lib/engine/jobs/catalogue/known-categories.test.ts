import { describe, expect, it } from 'vitest';
import { CategoryId } from '../../../domain/ids';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { createTestContext } from '../../testing/create-test-context';
import { TransientFailure } from '../../ports/failures';
import { createCategories, keepCategories, knownCategories } from './known-categories';
import { withPresentCategories } from './present-categories';
import type { ProductWork } from './product-work';

const category = (id: number, name: string) => ({ id: CategoryId.parse(id), name, parentId: null });

const shopWith = async (...names: string[]) => {
  const shop = await createTestContext();
  shop.vendors.categories = names.map((name, index) => category(40 + index, name));
  return { ...shop, known: async () => [...(await knownCategories(shop.context)).byName.keys()] };
};

describe('BigCommerce’s categories', () => {
  it('are known as they were last read, at first as none', async () => {
    const { context, vendors, known } = await shopWith('Bags');
    expect(await known()).toEqual([]);
    expect(await keepCategories(context)).toEqual([category(40, 'Bags')]);
    vendors.calls.length = 0;
    expect([await known(), vendors.calls]).toEqual([['bags'], []]);
  });

  it('are neither read nor made where none is needed', async () => {
    const { context, vendors } = await shopWith();
    await createCategories(context, []);
    expect(vendors.calls).toEqual([]);
  });

  it('are read first and made where they are not there, each once', async () => {
    const { context, vendors, known } = await shopWith('Bags', 'Hats');
    await createCategories(context, [' bags', 'Sale', 'Sale', 'SALE ', 'Summer', 'Hats']);
    expect(vendors.categories.map(({ name }) => name)).toEqual(['Bags', 'Hats', 'Sale', 'Summer']);
    expect(vendors.calls).toEqual(['catalogue.categories', 'catalogue.createCategory', 'catalogue.createCategory']);
    expect(await known()).toEqual(['bags', 'hats', 'sale', 'summer']);
    expect((await knownCategories(context)).nameOf.get(CategoryId.parse(42))).toBe('Sale');
  });

  it('are known one by one as they are made', async () => {
    const { context, vendors, known } = await shopWith();
    vendors.onCall = (moment) => {
      if (moment === 'catalogue.createCategory' && vendors.categories.length === 1) throw new TransientFailure('503');
    };
    await expect(createCategories(context, ['Sale', 'Summer'])).rejects.toThrow('503');
    expect(await known()).toEqual(['sale']);
  });
});

describe('categories that are about to be written', () => {
  const ids = (...some: number[]) => some.map((id) => CategoryId.parse(id));

  /** Of product `id`, which had 1 and 2 when it was planned. */
  const work = (id: number, written: number[] | null) => {
    const store = aStoreProduct({ id, categories: [1, 2] });
    const [change, candidates] = [written === null ? { name: 'Tote' } : { categories: ids(...written) }, [aStoreProduct({ id: 7, categories: [1] }), store]];
    return { facts: { candidates }, step: { kind: 'update', productId: store.id, change } } as unknown as ProductWork<'update'>;
  };

  const rebasing = async (present: Record<number, number[]>, ...group: ProductWork<'update'>[]) => {
    const { context, vendors } = await createTestContext();
    for (const [id, categories] of Object.entries(present)) vendors.storeProducts.set(Number(id), aStoreProduct({ id: Number(id), categories }));
    const done = await withPresentCategories(context, group);
    return { done, calls: vendors.calls, written: done.map(({ step }) => step.change?.categories), had: done.map(({ facts }) => facts.candidates.map(({ categories }) => categories)) };
  };

  it('are looked up with one call for all, and written so that what a person did since stays', async () => {
    const { calls, written, had } = await rebasing({ 111: [1, 9], 112: [1, 2, 3] }, work(111, [1, 2, 3]), work(112, [1, 3]));
    expect([calls, written]).toEqual([['catalogue.byIds'], [[1, 9, 3], [1, 3]]]);
    // What is there already although we are about to add it is ours.
    expect(had).toEqual([[[1], [1, 9]], [[1], [1, 2]]]);
  });

  it('are not looked up where none is written', async () => {
    const group = [work(111, null), { ...work(112, null), step: { kind: 'update', change: null } } as unknown as ProductWork<'update'>];
    const { calls, done } = await rebasing({ 111: [9] }, ...group);
    expect([calls, done]).toEqual([[], group]);
    expect(done).not.toBe(group);
  });

  it('are left as they were planned beside others, and where BigCommerce does not tell of the product', async () => {
    const group = [work(111, [1]), work(112, null), work(113, [3])];
    const { done } = await rebasing({ 111: [1, 2], 112: [9] }, ...group);
    expect(done.slice(1)).toEqual(group.slice(1));
  });
});
