import { describe, expect, it } from 'vitest';
import type { HikeProductId, LocationId, OutletId, VariantId } from '../../ids';
import { quantityFromUnits } from '../../quantity';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { compareCounts } from './compare-counts';
import { compareLevels, type JudgedLevel } from './compare-levels';

const published = (units: number): JudgedLevel['decision'] => ({ kind: 'publish', sum: { available: quantityFromUnits(units), reserve: 0, buffer: 0, published: units } });

const level = (rest: Partial<JudgedLevel> = {}): JudgedLevel => ({
  variantId: 211 as VariantId,
  hikeId: 812 as HikeProductId,
  sku: 'TOTE-01',
  location: { id: 1 as LocationId, name: 'Shop' },
  decision: published(4),
  onHand: 4,
  written: 4,
  ...rest,
});

describe('comparing stock with the formula', () => {
  it.each<[string, Partial<JudgedLevel>]>([
    ['it is what was published', {}],
    ['Hike does not count it', { decision: { kind: 'leave', reason: 'not-tracked' }, onHand: 9 }],
    ['BigCommerce counts nothing and was never given a count', { onHand: null, written: null }],
  ])('finds nothing where %s', (_why, rest) => {
    expect(compareLevels([level(rest)])).toEqual([]);
  });

  it('names both counts where they differ', () => {
    expect(compareLevels([level({ onHand: 9 })])).toMatchObject([
      { kind: 'stock-differs', subject: '211-1', details: { sku: 'TOTE-01', location: 'Shop', bigcommerce: '9', hike: '4' }, hikeId: 812, variantId: 211 },
    ]);
    expect(compareLevels([level({ onHand: null })])).toMatchObject([{ details: { bigcommerce: 'no count' } }]);
    expect(compareLevels([level({ onHand: 9, written: null })])).toHaveLength(1);
  });
});

describe('comparing Hike’s counts with ours', () => {
  const product = (counts: Record<number, number | null>) =>
    aHikeProduct({ variants: [aHikeVariant({ levels: Object.entries(counts).map(([outletId, units]) => anOutletLevel({ outletId: Number(outletId), available: units === null ? null : quantityFromUnits(units) })) })] });
  const outlets = [{ id: 1 as OutletId, name: 'Main' }];
  const compare = (told: Record<number, number | null>, known: Record<number, number | null>) => compareCounts([{ told: product(told), known: product(known) }], outlets);

  it('names both counts where they differ, at the chosen outlets alone', () => {
    expect(compare({ 1: 7, 2: 9 }, { 1: 7, 2: 1 })).toEqual([]);
    expect(compare({ 1: 7 }, { 1: 5 })).toMatchObject([{ kind: 'hike-count-differs', details: { outlet: 'Main', hike: '7', known: '5' } }]);
    expect(compare({ 1: 7 }, {})).toMatchObject([{ details: { known: 'no count' } }]);
  });

  it('takes a count that is not told for no count of zero', () => {
    expect(compare({}, { 1: 5 })).toEqual([]);
    expect(compare({ 1: null }, { 1: 5 })).toEqual([]);
  });
});
