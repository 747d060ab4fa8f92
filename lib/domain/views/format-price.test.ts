import { expect, it } from 'vitest';
import { Currency, Decimal } from '../money';
import { formatPrice } from './format-price';

it.each([
  ['29', 'AUD', 'A$29.00'],
  ['29.5000', 'AUD', 'A$29.50'],
  ['0.125', 'AUD', '0.125 AUD'],
  ['2900', 'JPY', '¥2,900'],
])('shows %s %s as %s', (price, currency, shown) => {
  expect(formatPrice(Decimal.parse(price), Currency.parse(currency))).toBe(shown);
});
