import { describe, expect, it } from 'vitest';
import { HikeProductId } from '../ids';
import { hikeProductForLine } from './hike-product-for-line';

const candidate = (id: number, sku: string) => ({ id: HikeProductId.parse(id), name: `Product ${id}`, sku });
const line = { name: 'Canvas tote', sku: ' Tote-01 ' };

describe('hikeProductForLine', () => {
  it('is the one product with the SKU, blanks and case aside', () => {
    expect(hikeProductForLine(line, [candidate(1, 'TOTE-011'), candidate(2, 'tote-01 ')])).toMatchObject({ id: 2 });
  });

  it('counts a variant once that Hike lists twice', () => {
    expect(hikeProductForLine(line, [candidate(2, 'TOTE-01'), candidate(2, 'TOTE-01')])).toMatchObject({ id: 2 });
  });

  it.each([
    ['a line without a SKU', { ...line, sku: '  ' }, [candidate(1, '')], { code: 'product-without-sku', details: { line: 'Canvas tote' } }],
    ['a SKU that Hike does not have', line, [candidate(1, 'TOTE-011')], { code: 'product-not-in-hike', details: { line: 'Canvas tote', sku: 'Tote-01' } }],
    ['a SKU that several products have', line, [candidate(1, 'TOTE-01'), candidate(2, 'tote-01')], { code: 'product-ambiguous', details: { line: 'Canvas tote', sku: 'Tote-01' } }],
  ])('refuses %s', (_, given, candidates, expected) => {
    expect(hikeProductForLine(given, candidates)).toEqual(expected);
  });
});
