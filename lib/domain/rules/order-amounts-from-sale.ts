import { add, money, negate, subtract, sum, type Money } from '../money';
import type { OrderDraft, TaxedAmount } from '../order';
import { isProblem, problem, type Problem } from '../problems';
import type { Sale, SaleLine } from '../sale';
import { formatMoney } from '../views/format-money';
import { isExchange, returnedAmountOfExchange } from './returned-amount-of-exchange';
import { isRoundingDifference } from './rounding-tolerance';
import { spreadByWeight } from './spread-by-weight';

/** A line that BigCommerce can take: sold, not returned, and worth at least nothing. */
export interface SoldLine {
  line: SaleLine;
  amount: TaxedAmount;
}

export interface OrderAmounts extends Pick<OrderDraft, 'fees' | 'discount' | 'subtotal' | 'shipping' | 'total'> {
  sold: SoldLine[];
}

const isSold = ({ quantity, total }: SaleLine): boolean => quantity > 0 && total.minor >= 0;

/** On an exchange what comes back is a refund of the original; on any other sale a negative line lessens this one. */
const isReturnedElsewhere = (sale: Sale, line: SaleLine): boolean => isExchange(sale) && line.quantity < 0;

/** The tax is Hike's, the other amount follows from it: two rounded amounts need not add up to the third. */
const taxed = ({ total, tax }: SaleLine, taxInclusive: boolean): TaxedAmount =>
  taxInclusive ? { incTax: total, exTax: subtract(total, tax) } : { incTax: add(total, tax), exTax: total };

const incTaxes = (sale: Sale, lines: readonly SaleLine[]): Money => sum(lines.map((line) => taxed(line, sale.taxInclusive).incTax), sale.currency);

const taxes = (sale: Sale, lines: readonly SaleLine[]): Money => sum(lines.map(({ tax }) => tax), sale.currency);

/**
 * In a tax-exclusive sale Hike rounds tax once, in the header, so the lines' rounded taxes may miss it by cents. They
 * are put on the lines that bear tax, where they belong; where the lines are so small that their taxes round to nothing,
 * nothing tells which bear it, and each bears it by what it costs.
 */
const withHeaderTax = (sale: Sale, lines: SoldLine[], missing: Money): SoldLine[] => {
  const size = money(Math.abs(missing.minor), sale.currency);
  const borne = lines.map(({ line }) => money(Math.max(line.tax.minor, 0), sale.currency));
  const isTooSmall = missing.minor > sum(borne, sale.currency).minor;
  const shares = spreadByWeight(size, isTooSmall ? lines.map(({ line }) => line.total) : borne);
  return lines.map(({ line, amount }, index) => {
    const share = shares[index] ?? money(0, sale.currency);
    return { line, amount: { ...amount, incTax: add(amount.incTax, missing.minor < 0 ? negate(share) : share) } };
  });
};

interface Parts {
  sold: SoldLine[];
  /** What lessens the order, tax included: whole-sale discount and negative lines. */
  lessened: Money;
  /** What the customer pays for what is sold, tax included. */
  worth: Money;
  worthTax: Money;
}

const partsOf = (sale: Sale): Parts => {
  const lines = sale.lines.filter(isSold);
  const returned = sale.lines.filter((line) => isReturnedElsewhere(sale, line));
  const deducted = sale.lines.filter((line) => !isSold(line) && !isReturnedElsewhere(sale, line));
  const sold = lines.map((line) => ({ line, amount: taxed(line, sale.taxInclusive) }));
  const headerTax = subtract(sale.totalTax, sale.shippingTax);
  const missing = subtract(headerTax, taxes(sale, sale.lines));
  const isDiscounted = sale.discount.minor !== 0;
  // Tax-exclusive: Hike's whole-sale discount is stated without the tax that it saves (reference: hike-api 6.4, point 6).
  const savedTax = !sale.taxInclusive && isDiscounted ? negate(missing) : money(0, sale.currency);
  const isCentsOff = !sale.taxInclusive && !isDiscounted && Math.abs(missing.minor) <= lines.length;
  return {
    sold: isCentsOff ? withHeaderTax(sale, sold, missing) : sold,
    lessened: subtract(add(sale.discount, savedTax), incTaxes(sale, deducted)),
    worth: add(sale.net, returnedAmountOfExchange(sale)),
    worthTax: subtract(sale.totalTax, taxes(sale, returned)),
  };
};

const untaxed = (amount: Money): TaxedAmount => ({ incTax: amount, exTax: amount });

/**
 * Rounding of the sale and what is still unexplained, as one signed amount. Whether Hike's `netAmount` contains the
 * rounding is unproven, so the reading under which the parts make the total decides; then the customer paid net + rounding.
 */
const settle = (sale: Sale, { lessened, worth }: Parts, goods: Money): { rounding: Money; worth: Money } | Problem => {
  const parts = subtract(add(add(goods, sale.shipping), sale.tip), lessened);
  const isOutsideNet = parts.minor === worth.minor;
  const paid = isOutsideNet ? add(worth, sale.rounding) : worth;
  const rounding = subtract(paid, parts);
  const unexplained = subtract(rounding, sale.rounding);
  if (isRoundingDifference(unexplained)) return { rounding, worth: paid };
  return problem('sale-total-differs', { parts: formatMoney(add(parts, sale.rounding)), total: formatMoney(paid) });
};

/** The amounts of the order that a sale becomes. Lines, fees, shipping and discount make its total to the cent, with and without tax at the top. */
export const orderAmountsFromSale = (sale: Sale): OrderAmounts | Problem => {
  const parts = partsOf(sale);
  const { currency, shipping, shippingTax, tip } = sale;
  const subtotal = {
    incTax: sum(parts.sold.map(({ amount }) => amount.incTax), currency),
    exTax: sum(parts.sold.map(({ amount }) => amount.exTax), currency),
  };
  const settled = settle(sale, parts, subtotal.incTax);
  if (isProblem(settled)) return settled;
  const { rounding, worth } = settled;
  // What lessens a sale may bear less tax than what it sells, and then the tax alone is more than what is paid.
  const exTax = subtract(worth, parts.worthTax);
  const lowest = worth.minor < 0 ? worth : exTax;
  if (lowest.minor < 0) return problem('sale-total-negative', { total: formatMoney(lowest) });
  const fees = [
    { name: 'Tip', amount: untaxed(tip) },
    { name: 'Rounding', amount: untaxed(rounding) },
  ].filter(({ amount }) => amount.incTax.minor > 0);
  return {
    sold: parts.sold,
    fees,
    discount: rounding.minor < 0 ? subtract(parts.lessened, rounding) : parts.lessened,
    subtotal,
    shipping: { incTax: shipping, exTax: subtract(shipping, shippingTax) },
    total: { incTax: worth, exTax },
  };
};
