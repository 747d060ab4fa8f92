import { describe, expect, it } from 'vitest';
import { Currency, money } from '../money';
import { formatMoney } from './format-money';

describe('formatMoney', () => {
  it.each([
    [5500, 'AUD', 'A$55.00'],
    [-3, 'AUD', '-A$0.03'],
    [123456, 'USD', '$1,234.56'],
    [1500, 'JPY', '¥1,500'],
    [1234, 'KWD', 'KWD 1.234'],
    [9007199254740991, 'AUD', 'A$90,071,992,547,409.91'],
  ])('writes %d of %s as %s', (minor, currency, text) => {
    expect(formatMoney(money(minor, Currency.parse(currency))).replace(/\u00a0/g, ' ')).toBe(text);
  });

  it('speaks the merchant’s language', () => {
    expect(formatMoney(money(5500, Currency.parse('AUD')), 'en-AU')).toBe('$55.00');
  });
});
