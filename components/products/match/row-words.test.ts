import { describe, expect, test } from 'vitest';
import { rowBadge, rowWarnings, skusWords, valueWords } from './row-words';

describe('a row of the match desk', () => {
  test('tells what is in BigCommerce alone from what was not compared yet', () => {
    expect(rowBadge({ standing: null, hike: null, duplicateIn: null, levels: [] }).label).toBe('Only here');
    expect(rowBadge({ standing: null, hike: { id: 1, name: 'Tee', skus: [] }, duplicateIn: null, levels: [] }).label).toBe('Not compared');
    expect(rowBadge({ standing: 'clash', hike: null, duplicateIn: null, levels: [] })).toEqual({ label: 'Needs you', variant: 'danger' });
  });

  test('says on which side something is there twice', () => {
    expect(rowBadge({ standing: 'duplicate', hike: null, duplicateIn: 'hike', levels: [] })).toEqual({ label: 'Twice in Hike', variant: 'danger' });
    expect(rowBadge({ standing: null, hike: null, duplicateIn: 'bigcommerce', levels: [] })).toEqual({ label: 'Twice in BigCommerce', variant: 'warning' });
  });

  test('names a few SKUs and counts the rest', () => {
    expect(skusWords([])).toBe('No SKU');
    expect(skusWords(['A', 'B', 'C', 'D'])).toBe('A, B, C, D');
    expect(skusWords(['A', 'B', 'C', 'D', 'E', 'F'])).toBe('A, B, C, D and 2 more');
  });

  test('warns of zeros and of prices that move far, and of nothing else', () => {
    expect(rowWarnings({ goesToZero: ['TEE-S'], priceMove: '+45 %' })).toEqual(['Stock goes to zero: TEE-S', 'Price moves by +45 %']);
    expect(rowWarnings({ goesToZero: [], priceMove: null })).toEqual([]);
  });

  test('shows the beginning of a long text, and says where there is none', () => {
    expect(valueWords('  ')).toBe('empty');
    expect(valueWords('x'.repeat(300))).toBe(`${'x'.repeat(280)}…`);
    expect(valueWords('39.00')).toBe('39.00');
  });
});
