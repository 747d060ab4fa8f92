import { expect, test } from 'vitest';
import { HikeTax } from '../../lib/domain/sale';
import { targetOptions, taxName } from './target-options';

const items = [
  { id: 1, name: 'Main shop', isActive: true },
  { id: 2, name: 'Old shop', isActive: false },
];

test('offers what is switched on', () => {
  expect(targetOptions(items, 1)).toEqual([{ value: 1, content: 'Main shop' }]);
});

test('keeps a choice that was switched off', () => {
  expect(targetOptions(items, 2).map(({ content }) => content)).toEqual(['Main shop', 'Old shop - no longer in Hike']);
});

test('keeps a choice that has vanished, and says so', () => {
  expect(targetOptions(items, 9)[0]).toEqual({ value: 9, content: 'No longer in Hike (number 9)' });
});

test.each([
  [{ id: 1, name: 'GST', rate: '10.0000', isActive: true }, 'GST (10%)'],
  [{ id: 2, name: 'GST 10%', rate: '10', isActive: true }, 'GST 10%'],
  [{ id: 3, name: 'Low', rate: '2.5000', isActive: true }, 'Low (2.5%)'],
])('names a tax with its rate', (tax, name) => {
  expect(taxName(HikeTax.parse(tax))).toBe(name);
});
