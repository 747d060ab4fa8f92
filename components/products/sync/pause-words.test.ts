import { describe, expect, test } from 'vitest';
import { ALL_THINGS, pausedSentence, pauseOf } from './pause-words';

describe('what is said to be paused', () => {
  test.each([
    [[], ''],
    [['products'], 'Products are paused; stock and customers go on.'],
    [['stock'], 'Stock is paused; products and customers go on.'],
    [['products', 'customers'], 'Products and customers are paused; stock goes on.'],
    [['products', 'stock'], 'Products and stock are paused; customers go on.'],
    [['products', 'stock', 'customers'], 'Products, stock and customers are paused.'],
  ] as const)('is just that, and what goes on: %j', (things, sentence) => {
    expect(pausedSentence({ products: false, stock: false, customers: false, ...pauseOf(things, true) })).toBe(sentence);
  });

  test('names each thing to the API', () => {
    expect(pauseOf(ALL_THINGS, false)).toEqual({ products: false, stock: false, customers: false });
  });
});
