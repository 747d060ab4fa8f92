import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../domain/catalogue-words';
import type { HikeProductId } from '../../../domain/ids';
import type { ProductPlan } from '../../../domain/product-plan';
import { problem } from '../../../domain/problems';
import type { SeenHikeProduct } from '../../ports/tables';
import { sampleHikeProduct, samplePlan } from '../../testing/batteries/sample-products';
import { NOW, createTestContext } from '../../testing/create-test-context';
import { decideRemoval, ignoreProducts } from './product-decisions';

const ID = 812 as HikeProductId;
const WAITS = { problem: problem('product-not-online', { product: 'Mug' }) };

const seenWith = (standing: Standing | null, rest: Partial<ProductPlan> = {}, isOnline = false): SeenHikeProduct => {
  const seen = sampleHikeProduct(ID, 'Mug', { plan: standing === null ? null : samplePlan(standing, rest) });
  return { ...seen, product: { ...seen.product, isOnline } };
};

const bench = async (seen: SeenHikeProduct) => {
  const { tables, storeHash, context } = await createTestContext();
  await tables.hikeProducts.saveMany(storeHash, [seen]);
  const choice = { hikeIds: [ID], now: NOW };
  return {
    ignore: (isIgnored: boolean) => context.record('products-acted-on', (inside) => ignoreProducts(inside, storeHash, { ...choice, isIgnored })),
    decide: (removal: 'hide' | 'delete' | 'keep') => context.record('products-acted-on', (inside) => decideRemoval(inside, storeHash, { ...choice, removal })),
    seen: async () => (await tables.hikeProducts.findMany(storeHash, [ID]))[0]!,
  };
};

describe('a decision about a product', () => {
  it('to put it aside shows at once, and to take it up again once it is planned', async () => {
    const { ignore, seen } = await bench(seenWith('refused', WAITS, true));
    await ignore(true);
    expect(await seen()).toMatchObject({ isIgnored: true, plan: { standing: 'ignored', problem: null } });
    await ignore(false);
    expect(await seen()).toMatchObject({ isIgnored: false, plan: { standing: 'ignored', problem: null } });
  });

  it.each<['hide' | 'delete' | 'keep', object]>([
    ['keep', { standing: 'kept', problem: null }],
    ['hide', { standing: 'removed', ...WAITS }],
    ['delete', { standing: 'removed', ...WAITS }],
  ])('to %s it shows at once only where nothing is to be done', async (removal, plan) => {
    const { decide, seen } = await bench(seenWith('removed', WAITS));
    expect(await decide(removal)).toEqual([ID]);
    expect(await seen()).toMatchObject({ removal, plan });
  });

  it('makes no plan where there is none', async () => {
    const { ignore, seen } = await bench(seenWith(null));
    await ignore(true);
    expect(await seen()).toMatchObject({ isIgnored: true, plan: null });
  });

  it.each<[string, SeenHikeProduct]>([
    ['was never compared', seenWith(null)],
    ['was to be updated when it was shown', seenWith('update')],
    ['waited for another reason', seenWith('removed', { problem: problem('product-gone-from-hike', { product: 'Mug' }) })],
    ['is back', seenWith('kept', {}, true)],
  ])('whether it is removed is not taken where it %s', async (_, seen) => {
    expect(await (await bench(seen)).decide('delete')).toEqual([]);
  });
});
