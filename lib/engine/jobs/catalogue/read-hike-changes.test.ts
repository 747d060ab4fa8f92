import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee } from '../../../domain/testing/a-hike-product';
import { NOW } from '../../testing/create-test-context';
import { ODD_PRODUCTS, tellOddItems } from '../tell-odd-items';
import { aMug, child, odd, page, passOf, reading, row, STARTED } from './testing/hike-pages';

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
    const large = child(900, { id: 903, sku: 'TEE-L', values: ['L'] });
    const { read, finds, database: { tables }, storeHash } = await reading(page({ items: [row(aHikeTee())] }), page({ items: [large] }));
    await read(CHANGES);
    await read(CHANGES);
    const [tee] = await tables.hikeProducts.findMany(storeHash, [900 as HikeProductId]);
    expect([tee?.product.variants.map(({ id }) => Number(id)), finds()]).toEqual([[901, 902, 903], 0]);
  });

  it('keeps the names that variants have of their own while the product is called as before', async () => {
    const told = aHikeTee({ variants: aHikeTee().variants.map((one) => ({ ...one, name: 'Organic tee' })) });
    const { read, database: { tables }, storeHash } = await reading(page({ items: [row(aHikeTee())] }), page({ items: [row(told)] }));
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
