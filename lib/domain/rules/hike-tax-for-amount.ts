import Big from 'big.js';
import type { TaxClassId } from '../ids';
import { bigFromMoney, money, moneyFromDecimal, subtract, type Money } from '../money';
import type { TaxedAmount } from '../order';
import { isProblem, problem, type Problem } from '../problems';
import type { HikeTax } from '../sale';
import { formatMoney } from '../views/format-money';
import type { ImportContext } from './import-context';
import { mappedTax } from './mapped-tax';

/** An amount of an order and the tax class that BigCommerce taxed it by. */
export interface ChargedAmount {
  /** As the merchant knows it. */
  name: string;
  amount: TaxedAmount;
  quantity: number;
  taxClass: TaxClassId | 'shipping';
}

export interface TaxContext extends Pick<ImportContext, 'settings' | 'hikeLists' | 'profile'> {
  /** Which of the two amounts is exact, and the mode of the sale. */
  taxInclusive: boolean;
}

/** A cent per line is rounding; more means another rate. */
const TOLERANCE_MINOR = 1;

const isZeroRate = (tax: HikeTax): boolean => new Big(tax.rate).eq(0);

/** Hike's own till uses a tax named "No Tax" for what has none; its id is the shop's (reference: hike-api 6.3). */
const zeroTax = ({ hikeLists }: TaxContext): HikeTax | null => {
  const zeroes = hikeLists.taxes.filter((tax) => tax.isActive && isZeroRate(tax));
  return zeroes.find(({ name }) => name.trim().toLowerCase() === 'no tax') ?? zeroes[0] ?? null;
};

/**
 * BigCommerce rounds tax per unit or per line, as the store is set; either counts as agreement. Half a cent of a unit may
 * go to its tax or, where the price without tax is what is rounded, to the rest: 0.99 holds 0.165 of 20 %.
 */
const possibleTaxes = ({ amount, quantity }: ChargedAmount, tax: HikeTax, taxInclusive: boolean): [perLine: Money, ...perUnit: Money[]] => {
  const base = taxInclusive ? amount.incTax : amount.exTax;
  const rate = new Big(tax.rate);
  const line = bigFromMoney(base).times(rate).div(taxInclusive ? rate.plus(100) : 100);
  const unit = moneyFromDecimal(line.div(quantity), base.currency);
  const rest = moneyFromDecimal(bigFromMoney(base).minus(line).div(quantity), base.currency);
  return [
    moneyFromDecimal(line, base.currency),
    money(unit.minor * quantity, base.currency),
    ...(taxInclusive ? [money(base.minor - rest.minor * quantity, base.currency)] : []),
  ];
};

const agreed = (charged: ChargedAmount, tax: HikeTax, taxInclusive: boolean): HikeTax | Problem => {
  const inBigCommerce = subtract(charged.amount.incTax, charged.amount.exTax);
  const possible = possibleTaxes(charged, tax, taxInclusive);
  if (possible.some(({ minor }) => Math.abs(minor - inBigCommerce.minor) <= TOLERANCE_MINOR)) return tax;
  return problem('tax-differs', {
    line: charged.name,
    charged: formatMoney(inBigCommerce),
    tax: tax.name,
    mapped: formatMoney(possible[0]),
  });
};

/**
 * The Hike tax of an amount: the one mapped to its tax class, as long as it makes the tax that was charged. What was
 * sold without tax (exempt, abroad) takes a tax of rate 0 - the mapped one where it is such - whatever its class says.
 */
export const hikeTaxForAmount = (charged: ChargedAmount, context: TaxContext): HikeTax | Problem => {
  const { incTax, exTax } = charged.amount;
  const mapped = mappedTax(charged.taxClass, context);
  if (incTax.minor !== exTax.minor) return isProblem(mapped) ? mapped : agreed(charged, mapped, context.taxInclusive);
  // A free line bears any rate, so it keeps the tax of its class for the accountant.
  if (!isProblem(mapped) && (incTax.minor === 0 || isZeroRate(mapped))) return mapped;
  const none = zeroTax(context);
  if (none) return none;
  return isProblem(mapped) ? problem('no-tax-missing', { line: charged.name }) : agreed(charged, mapped, context.taxInclusive);
};
