import { describe, expect, it } from 'vitest';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { forgetMissed } from './forget-missed';

interface Missed {
  /** Products that we know. */
  known: number;
  /** So many of them, the first ones, were not met by the full reading; the others were. */
  missed: number;
  /** So many of those are not to be had by their ids either. */
  unlisted?: number;
  /** So many of these are gone indeed. */
  gone?: number;
}

/** The third full reading. */
const forgetting = async ({ known, missed, unlisted = 0, gone = 0 }: Missed) => {
  const shop = await createTestContext();
  const { context, database: { tables }, storeHash, vendors } = shop;
  const products = Array.from({ length: known }, (_, index) => aStoreProduct({ id: index + 1, name: `Mug ${index}`, sku: '', variants: [] }));
  await tables.storeProducts.saveMany(storeHash, products.map((product, index) => ({ product, standing: 'only-here', sweep: index < missed ? 2 : 3, goneAt: null })));
  for (const product of products) vendors.storeProducts.set(product.id, product);
  for (let id = 1; id <= unlisted; id += 1) vendors.unlistedInStore.add(id);
  for (let id = 1; id <= gone; id += 1) vendors.storeProducts.delete(id);
  return {
    ...shop,
    forget: () => forgetMissed(context, 3),
    left: () => tables.storeProducts.listIds(storeHash, { after: null, limit: 2_000 }),
    missedStill: async () => (await tables.storeProducts.listMissed(storeHash, 3, 2_000)).length,
    looks: () => vendors.calls.filter((name) => name === 'catalogue.exists').length,
  };
};

describe('a product that the full reading of BigCommerce did not meet', () => {
  it('costs no call where there is none', async () => {
    const { forget, vendors } = await forgetting({ known: 3, missed: 0 });
    expect(await forget()).toBe(true);
    expect(vendors.calls).toEqual([]);
  });

  it('stays where BigCommerce has it when it is asked for by its id', async () => {
    const { forget, left, missedStill, looks } = await forgetting({ known: 30, missed: 25 });
    expect(await forget()).toBe(true);
    expect([(await left()).length, await missedStill(), looks()]).toEqual([30, 0, 0]);
  });

  it('is looked at alone where no list has it: what is there stays and is met, what is gone is forgotten', async () => {
    const { forget, left, missedStill, looks } = await forgetting({ known: 4, missed: 3, unlisted: 2, gone: 1 });
    expect(await forget()).toBe(true);
    expect([await left(), await missedStill(), looks()]).toEqual([[2, 3, 4], 0, 2]);
  });

  it('is one of twenty-five that are looked at alone per round', async () => {
    expect(await (await forgetting({ known: 200, missed: 25, unlisted: 25, gone: 25 })).forget()).toBe(true);
    const { forget, left, looks } = await forgetting({ known: 200, missed: 26, unlisted: 26, gone: 26 });
    expect(await forget()).toBe(false);
    expect([looks(), (await left()).length]).toEqual([25, 175]);
    expect(await forget()).toBe(true);
    expect([looks(), (await left()).length]).toEqual([26, 174]);
  });

  it.each([
    [500, true],
    [501, false],
  ])('is one of %i, the most of one round being five hundred: all are seen to is %s', async (missed, isDone) => {
    const { forget } = await forgetting({ known: missed, missed });
    expect(await forget()).toBe(isDone);
  });

  it('is not looked at and not forgotten where so many are missing that the list was cut short, which a person is told', async () => {
    const { forget, left, looks, entries } = await forgetting({ known: 100, missed: 40, unlisted: 40, gone: 40 });
    expect(await forget()).toBe(true);
    expect([(await left()).length, looks()]).toEqual([100, 0]);
    expect(await entries()).toMatchObject([
      {
        thing: 'product',
        direction: 'hike-to-bigcommerce',
        label: 'Products that are missing in BigCommerce',
        recordId: 'missing-in-bigcommerce',
        trigger: 'schedule',
        result: 'needs-you',
        at: NOW,
        problem: { code: 'store-products-missing-in-list', details: { count: '40' } },
      },
    ]);
  });

  it.each([
    [500, '500'],
    [501, 'more than 500'],
    [600, 'more than 500'],
  ])('is one of %i that a person is told of as %s', async (missed, count) => {
    const { forget, entries } = await forgetting({ known: missed, missed, unlisted: missed, gone: missed });
    await forget();
    expect((await entries())[0]?.problem?.details).toEqual({ count });
  });

  it('does not count as missing what was met by its id', async () => {
    const { forget, entries, left } = await forgetting({ known: 100, missed: 40, unlisted: 20, gone: 20 });
    expect(await forget()).toBe(true);
    expect([await entries(), (await left()).length]).toEqual([[], 80]);
  });
});
