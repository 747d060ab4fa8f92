import { describe, expect, it } from 'vitest';
import { LocationId, ProductId, VariantId } from '../../domain/ids';
import { BrokenContract } from '../../engine/ports/failures';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const here = LocationId.parse(1);
const there = LocationId.parse(2);
const variant = (id: number) => VariantId.parse(id);

const item = (id: number, levels: [number, number][], identity: object = {}) => ({
  identity: { sku: `S${id}`, variant_id: id, product_id: id + 100, sku_id: null, ...identity },
  locations: levels.map(([location, onHand]) => ({ location_id: location, location_code: 'X', location_enabled: true, available_to_sell: onHand - 1, total_inventory_onhand: onHand, settings: { safety_stock: 1 } })),
});
const listed = (data: unknown[], pages = 1) => ({ body: { data, meta: { pagination: { total_pages: pages } } } });

describe('stock levels', () => {
  it('are what is on hand at the asked locations', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([item(5, [[1, 7], [3, 9]])]));
    expect(await bigcommerce.inventory.listLevels([variant(5), variant(5), variant(6)], [here, there])).toEqual([{ variantId: 5, productId: 105, locationId: 1, onHand: 7 }]);
    expect(sent.map(({ url }) => url)).toEqual(['/stores/abc123/v3/inventory/items?variant_id:in=5,6&location_id:in=1,2&limit=1000&page=1']);
  });

  it('are not read for ever from a list that says it has no end', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => listed([item(5, [[1, 7]])], 1_000_000_000));
    await expect(bigcommerce.inventory.listLevels([variant(5)], [here])).rejects.toBeInstanceOf(BrokenContract);
    const empty = scriptedBigCommerce(() => listed([], 1_000_000_000));
    expect(await empty.bigcommerce.inventory.listAllLevels([here], 1)).toEqual({ levels: [], next: null });
  });

  it('are asked for in as few calls as the address allows', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => listed([]));
    await bigcommerce.inventory.listLevels(Array.from({ length: 1500 }, (_, index) => variant(10_000 + index)), [here]);
    expect(sent).toHaveLength(2);
    expect(await bigcommerce.inventory.listLevels([], [here])).toEqual([]);
    expect(await bigcommerce.inventory.listLevels([variant(1)], [])).toEqual([]);
    expect(sent).toHaveLength(2);
  });

  it('are listed page by page, without what names no variant', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => listed([item(5, [[1, 7]]), item(6, [[1, 3]], { variant_id: null })], 2));
    expect(await bigcommerce.inventory.listAllLevels([here], 1)).toEqual({ levels: [{ variantId: 5, productId: 105, locationId: 1, onHand: 7 }], next: 2 });
    expect((await bigcommerce.inventory.listAllLevels([here], 2)).next).toBeNull();
  });
});

const level = (id: number, quantity: number, locationId = here) => ({ variantId: variant(id), locationId, quantity });
const complaint = (title: string, errors: object = {}) => ({ status: 422, body: { status: 422, title, errors } });

describe('setting stock', () => {
  it('is one call, by location, with a reason', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { transaction_id: 'x' } }));
    expect(await bigcommerce.inventory.setLevels([level(5, 3, there), { ...level(6, 0), productId: ProductId.parse(106) }])).toEqual([]);
    expect(sent).toMatchObject([
      {
        method: 'PUT', url: '/stores/abc123/v3/inventory/adjustments/absolute',
        body: { reason: 'Stock from Hike', items: [{ location_id: 1, product_id: 106, quantity: 0 }, { location_id: 2, variant_id: 5, quantity: 3 }] },
      },
    ]);
    expect(await bigcommerce.inventory.setLevels([])).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, ReturnType<typeof complaint>]>([
    ['in the headline', complaint('[Item with variant_id 6 not found]')],
    ['by their place', complaint('Invalid.', { 'items.1': 'not found' })],
  ])('goes on without the items that are named %s', async (_name, answer) => {
    let calls = 0;
    const { bigcommerce, sent } = scriptedBigCommerce(() => (calls++ === 0 ? answer : { body: {} }));
    expect(await bigcommerce.inventory.setLevels([level(5, 1), level(6, 2), level(66, 3)])).toMatchObject([{ variantId: 6, locationId: 1, problem: { code: 'refused-by-bigcommerce' } }]);
    expect(sent[1]?.body).toMatchObject({ items: [{ variant_id: 5 }, { variant_id: 66 }] });
  });

  it('names the product where BigCommerce counts the product', async () => {
    let puts = 0;
    const { bigcommerce, sent } = scriptedBigCommerce(({ method, url }) => {
      if (method === 'PUT') return puts++ === 0 ? complaint('[Item with variant_id 5 is tracked by product, please update stock by product id]') : { body: {} };
      if (url.includes('/inventory/items')) return listed([item(5, [[1, 1]]), item(6, [[1, 1]]), item(7, [[1, 1]])]);
      return listed([{ id: 105, inventory_tracking: 'product', base_variant_id: 5 }, { id: 106, inventory_tracking: 'variant', base_variant_id: null }, { id: 107, inventory_tracking: 'product', base_variant_id: 7 }]);
    });
    expect(await bigcommerce.inventory.setLevels([level(5, 1), level(6, 2), level(7, 3)])).toEqual([]);
    expect(sent.at(-1)?.body).toMatchObject({ items: [{ product_id: 105, quantity: 1 }, { variant_id: 6, quantity: 2 }, { product_id: 107, quantity: 3 }] });
  });

  it('refuses a variant of a product that is counted as one, for its part says nothing of the whole', async () => {
    let puts = 0;
    const { bigcommerce } = scriptedBigCommerce(({ method, url }) => {
      if (method === 'PUT') return puts++ < 2 ? complaint('[Item with variant_id 5 is tracked by product, please update stock by product id]') : { body: {} };
      return url.includes('/inventory/items') ? listed([item(5, [[1, 1]])]) : listed([{ id: 105, inventory_tracking: 'product', base_variant_id: null }]);
    });
    expect(await bigcommerce.inventory.setLevels([level(5, 1), level(6, 2)])).toMatchObject([{ variantId: 5 }]);
  });

  it('fails where BigCommerce does not say what is wrong, or is not done complaining', async () => {
    const { bigcommerce } = scriptedBigCommerce(() => complaint('The location is disabled.'));
    await expect(bigcommerce.inventory.setLevels([level(5, 1), level(6, 2)])).rejects.toMatchObject({ name: 'RefusedByVendor', status: 422 });
    let next = 1;
    const endless = scriptedBigCommerce(() => complaint(`variant_id ${next++}`));
    await expect(endless.bigcommerce.inventory.setLevels(Array.from({ length: 20 }, (_, index) => level(index + 1, 1)))).rejects.toMatchObject({ status: 422 });
    expect(endless.sent).toHaveLength(6);
  });
});
