import { expect, it } from 'vitest';
import { OrderId } from '../ids';
import { aSale } from '../testing/a-sale';
import { isSaleFromBigCommerce } from './is-sale-from-bigcommerce';

it.each([
  ['of the till', {}, false],
  ['that Hike says came from BigCommerce', { source: 5 }, true],
  ['that Hike says came from elsewhere', { source: 4 }, false],
  ['numbered as an order', { number: ' BC-1042 ' }, true],
  ['whose number only holds one', { number: 'ABC-1042' }, false],
  ['whose number only begins as one', { number: 'BC-1042-A' }, false],
  ['whose note names an order of any store', { note: 'Ring twice\nBigCommerce order 1042 (store xyz789)\n' }, true],
  ['whose note names an order without a store', { note: 'BigCommerce order 1042' }, false],
] as const)('a sale %s came from BigCommerce: %j', (_, change, expected) => {
  expect(isSaleFromBigCommerce(aSale(change), null)).toBe(expected);
});

it('a sale that we made from an order came from BigCommerce, whatever became of it in Hike', () => {
  expect(isSaleFromBigCommerce(aSale(), OrderId.parse(1042))).toBe(true);
});
