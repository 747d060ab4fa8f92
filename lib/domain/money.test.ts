import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, bigFromMoney, Currency, Decimal, decimalFromBig, decimalFromMoney, decimalsOf, isZero, money, moneyFromDecimal, negate, subtract } from './money';

const currency = (code: string) => Currency.parse(code);
const AUD = currency('AUD');

describe('money', () => {
  it.each([
    ['AUD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('counts %s in minor units of %i decimals', (code, decimals) => {
    expect(decimalsOf(currency(code))).toBe(decimals);
  });

  it.each([
    ['21.9900', 'AUD', 2199],
    ['0.005', 'AUD', 1],
    ['-0.005', 'AUD', -1],
    ['0.0049', 'AUD', 0],
    ['1.5', 'JPY', 2],
    ['1.2345', 'KWD', 1235],
  ])('reads %s of %s half away from zero as %i', (text, code, minor) => {
    expect(moneyFromDecimal(Decimal.parse(text), currency(code))).toEqual({ minor, currency: code });
  });

  it('comes back from text as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('AUD', 'JPY', 'KWD'), (minor, code) => {
        const amount = money(minor, currency(code));
        expect(moneyFromDecimal(decimalFromMoney(amount), amount.currency)).toEqual(amount);
        expect(moneyFromDecimal(decimalFromBig(bigFromMoney(amount)), amount.currency)).toEqual(amount);
      }),
    );
  });

  it.each([
    [1e-8, undefined, '0.00000001'],
    ['1.23455', 4, '1.2346'],
    ['-0.00001', 4, '0'],
    ['40.0000', undefined, '40'],
  ])('writes %s with %s decimals as %s, a decimal that the schema takes', (value, decimals, text) => {
    expect(decimalFromBig(new Big(value), decimals)).toBe(text);
    expect(Decimal.safeParse(text).success).toBe(true);
  });

  it.each(['AUDX', 'XAUD', 'aud', 'AU', ''])('takes %j for no currency', (text) => {
    expect(Currency.safeParse(text).success).toBe(false);
  });

  it.each(['', '1.', '.5', '1,5', '1e3', '+1', '$1', '1$', '--1'])('takes %j for no decimal', (text) => {
    expect(Decimal.safeParse(text).success).toBe(false);
  });

  it('knows one zero', () => {
    expect(money(-0, AUD).minor).toBe(0);
    expect([isZero(negate(money(0, AUD))), isZero(money(-1, AUD)), isZero(money(1, AUD))]).toEqual([true, false, false]);
  });

  it('throws on fractions of a minor unit and on two currencies', () => {
    expect(() => money(0.5, AUD)).toThrow('whole number');
    expect(() => add(money(1, AUD), money(1, currency('NZD')))).toThrow('cannot be added');
    expect(subtract(money(1, AUD), money(1, AUD))).toEqual({ minor: 0, currency: 'AUD' });
  });
});
