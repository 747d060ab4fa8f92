import { Currency, money, type Decimal, type Money } from '../money';
import type { TaxedAmount } from '../order';

export const AUD = Currency.parse('AUD');

/** Cents of Australian dollars. */
export const cents = (minor: number): Money => money(minor, AUD);

export const decimal = (text: string): Decimal => text as Decimal;

export const taxed = (incTax: number, exTax: number): TaxedAmount => ({ incTax: cents(incTax), exTax: cents(exTax) });
