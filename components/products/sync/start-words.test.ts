import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, Settings } from '../../../lib/domain/settings';
import { startWords } from './start-words';

const NONE = { create: 0, update: 0, unchanged: 0, needsYou: 0, leftOut: 0, removed: 0, onlyInBigCommerce: 0, levels: 0, goesToZero: 0, priceAlarms: 0 };

describe('what Start says that it writes', () => {
  test('names creates, updates, stock and customers with their numbers', () => {
    const { written, left } = startWords({ hold: null, counts: { ...NONE, create: 1_200, update: 1, goesToZero: 2, needsYou: 3 } }, DEFAULT_SETTINGS);
    expect(written).toEqual([
      '1,200 products will be created in BigCommerce, with variants and pictures, hidden from shoppers.',
      '1 product will be updated in BigCommerce, in the fields that the dry run shows.',
      'Stock in BigCommerce will follow Hike’s counts; 2 SKUs go to zero.',
      expect.stringContaining('No mail is sent'),
    ]);
    expect(left).toEqual(['3 products that need you.', 'Everything in Hike.']);
  });

  test.each([
    ['ask', 'left'],
    ['hide', 'written'],
    ['delete', 'written'],
  ] as const)('counts what is gone from Hike under what the setting “%s” does: %s', (deletes, where) => {
    const words = startWords({ hold: null, counts: { ...NONE, removed: 4 } }, Settings.parse({ catalogue: { deletes } }));
    expect(words[where].filter((sentence) => sentence.startsWith('4 products gone from Hike'))).toHaveLength(1);
    expect(words[where === 'left' ? 'written' : 'left'].some((sentence) => sentence.includes('gone from Hike'))).toBe(false);
  });

  test('promises no stock and no customers where they are paused, or where stock has another owner', () => {
    const paused = startWords({ hold: null, counts: NONE }, Settings.parse({ paused: { stock: true, customers: true } }));
    expect(paused).toEqual({ written: [], left: ['Stock, which is paused.', 'Customers, who are paused.', 'Everything in Hike.'] });
    const theirs = startWords({ hold: null, counts: NONE }, Settings.parse({ catalogue: { owners: { stock: 'nobody' } } }));
    expect(theirs.left).toContain('Stock, which Hike does not decide.');
  });
});
