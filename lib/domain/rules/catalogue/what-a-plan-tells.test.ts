import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../hike-product';
import { HikeProductId } from '../../ids';
import type { StoreProduct } from '../../store-product';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../testing/a-store-product';
import { linked } from '../../testing/plan-facts';
import { planProduct, type PlanFacts } from './product-plan-of';

const HIKE_OWNS = aCatalogueContext({ name: 'hike' });
const deletes = (how: string) => aCatalogueContext({}, { catalogue: { deletes: how } });
const single = (change: Parameters<typeof aHikeVariant>[0]): HikeProduct => aHikeProduct({ variants: [aHikeVariant(change)] });
const other = (sku: string, change: Parameters<typeof aStoreProduct>[0] = {}): StoreProduct => aStoreProduct({ id: 112, name: 'Pouch', sku, barcode: '', variants: [aStoreVariant({ id: 212, sku, barcode: '' })], ...change });

describe('a plan to remove', () => {
  it.each([
    ['hide', true, 'visible', 'hidden'],
    ['delete', true, 'visible', 'deleted'],
    ['delete', false, 'hidden', 'deleted'],
  ])('by “%s” what is visible (%j) tells before and after', (how, isVisible, before, after) => {
    const { plan, step } = planProduct(aHikeProduct(), linked({ isGone: true }, aStoreProduct({ isVisible })), deletes(how));
    expect(plan).toMatchObject({ standing: 'removed', problem: { code: 'product-gone-from-hike', details: { product: 'Canvas tote' } }, changes: [{ field: 'visibility', sku: null, before, after }] });
    expect(step).toEqual({ kind: 'remove', how, productId: 111 });
  });

  it('has nothing to change where the product is hidden already', () => {
    expect(planProduct(aHikeProduct(), linked({ isGone: true }), deletes('hide'))).toMatchObject({ plan: { standing: 'kept', changes: [] }, step: { kind: 'nothing' } });
  });
});

describe('a plan with something in its way', () => {
  const holder = other('POUCH');

  it('names the product that has the name, whether it would be created or renamed', () => {
    const taken = { standing: 'refused', problem: { code: 'product-name-taken', details: { product: 'Pouch' } }, candidates: [{ productId: 112, name: 'Pouch' }] };
    expect(planProduct(aHikeProduct({ name: 'Pouch' }), linked({ nameHolder: holder }), HIKE_OWNS).plan).toMatchObject(taken);
    expect(planProduct(aHikeProduct({ name: 'Pouch' }), linked({ link: null, candidates: [], nameHolder: holder }), HIKE_OWNS).plan).toMatchObject(taken);
  });

  it('goes on where the name is its own, or is not written', () => {
    expect(planProduct(aHikeProduct({ name: 'Pouch' }), linked({ nameHolder: aStoreProduct({ name: 'Pouch' }) }), HIKE_OWNS).plan.standing).toBe('update');
    expect(planProduct(single({ sku: 'TOTE-02' }), linked({ nameHolder: holder }), aCatalogueContext()).plan.standing).toBe('update');
  });

  it('names the product that has the SKU, and no other', () => {
    const facts = linked({ candidates: [aStoreProduct(), other('POUCH'), other('tote-02 ', { id: 113, name: 'Second tote' })] });
    expect(planProduct(single({ sku: 'TOTE-02' }), facts, aCatalogueContext()).plan).toMatchObject({ standing: 'refused', problem: { code: 'sku-taken', details: { sku: 'TOTE-02' } }, candidates: [{ productId: 113 }] });
    expect(planProduct(single({ sku: 'TOTE-03' }), facts, aCatalogueContext()).plan.standing).toBe('update');
  });

  it('does not mind an empty SKU elsewhere while it writes none', () => {
    const dearer = single({ levels: [anOutletLevel({ priceIncTax: '25' })] });
    expect(planProduct(dearer, linked({ candidates: [aStoreProduct(), other('')] }), aCatalogueContext()).plan.standing).toBe('update');
  });
});

describe('a plan that brings stock to zero', () => {
  const stock = (before: number | null, after: number, location = ''): PlanFacts['stock'] => [{ hikeId: HikeProductId.parse(812), location, before, after }];

  it.each([
    ['it falls to zero', 3, 0, ['TOTE-01']],
    ['it falls below', 3, -1, ['TOTE-01']],
    ['something is left', 3, 1, []],
    ['nothing was there', 0, 0, []],
  ])('says so where %s', (_, before, after, skus) => {
    expect(planProduct(single({ sku: ' TOTE-01 ' }), linked({ stock: stock(before, after) }), aCatalogueContext()).plan.goesToZero).toEqual(skus);
  });

  it('names what has no SKU by its name', () => {
    expect(planProduct(single({ sku: ' ' }), linked({ stock: stock(1, 0) }), aCatalogueContext()).plan.goesToZero).toEqual(['Canvas tote']);
  });

  it('goes by all locations together', () => {
    const moved = [...stock(3, 0, 'Web'), ...stock(0, 3, 'Harbour')];
    expect(planProduct(single({}), linked({ stock: moved }), aCatalogueContext()).plan.goesToZero).toEqual([]);
  });
});

describe('a plan that moves stock', () => {
  const stock = (location: string, before: number | null, after: number): PlanFacts['stock'] => [{ hikeId: HikeProductId.parse(812), location, before, after }];
  const told = (moves: PlanFacts['stock']) => planProduct(single({}), linked({ stock: moves }), aCatalogueContext());

  it('shows each level that would change, where nobody knows what is there too', () => {
    const { plan } = told([...stock('Web', 5, 500), ...stock('Harbour', 2, 2), ...stock('Attic', null, 0)]);
    expect(plan.levels).toEqual([
      { sku: 'TOTE-01', location: 'Web', before: 5, after: 500 },
      { sku: 'TOTE-01', location: 'Attic', before: null, after: 0 },
    ]);
  });

  it('writes no product for that alone', () => {
    const { plan, step } = told(stock('', 5, 500));
    expect([plan.standing, plan.changes, plan.calls, step.kind]).toEqual(['unchanged', [], 0, 'nothing']);
  });
});
