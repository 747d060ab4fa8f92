import { describe, expect, it } from 'vitest';
import type { Quantity } from '../quantity';
import { LEFT_ALONE, stockInWords, stockMoveSentence, stockSumInWords } from './stock-words';

const available = (units: number) => (units * 10_000) as Quantity;

describe('a published quantity in words', () => {
  it.each([
    [{ available: available(12), reserve: 2, buffer: 1, published: 9 }, '12 available − 2 reserved − 1 buffer = 9'],
    [{ available: available(12), reserve: 0, buffer: 0, published: 12 }, '12 available = 12'],
    [{ available: available(-3), reserve: 0, buffer: 2, published: 0 }, '−3 available − 2 buffer = 0'],
    [{ available: available(2.5), reserve: 0, buffer: 0, published: 2 }, '2.5 available = 2'],
  ])('%#: %s', (sum, words) => {
    expect(stockSumInWords(sum)).toBe(words);
  });

  it('shows fractions as they are', () => expect(stockInWords(3500 as Quantity)).toBe('0.35'));
});

it('says why nothing is published', () => {
  expect(LEFT_ALONE).toEqual({
    'not-tracked': 'Hike does not count it; BigCommerce’s stock is left alone',
    'no-record': 'Hike has no count at the outlets chosen; BigCommerce’s stock is left alone',
    'not-linked': 'Not linked to a product in BigCommerce',
  });
});

describe('a move of the timeline in words', () => {
  it.each([
    ['hike-count', 'Harbour Street', 'Hike counts anew at Harbour Street'],
    ['order', 'order 123', 'Taken by order 123'],
    ['order', '', 'Taken by an order'],
    ['approved', 'ana@example.com', 'Approved by ana@example.com'],
    ['hike-count', '', 'Hike counts anew'],
    ['published', '', 'Published to BigCommerce'],
    ['restocked', 'order 123', 'Given back by order 123'],
    ['restocked', '', 'Given back by an order'],
    ['held', '', 'A fall to zero waits for your approval'],
    ['approved', '', 'Approved'],
    ['outside', '', 'Changed in BigCommerce, and no order explains it'],
  ] as const)('%s, source “%s”', (reason, source, sentence) => {
    expect(stockMoveSentence({ reason, source })).toBe(sentence);
  });
});
