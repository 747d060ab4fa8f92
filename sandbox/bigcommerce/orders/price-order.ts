import { spread, toCents, withoutTax, withTax, type Amount } from '../model/amount.ts';
import type { Cost, Discount, Order, OrderLine } from '../model/order.ts';

type Pair = Omit<Cost, 'base'>;

const sum = (values: Amount[]) => values.reduce((a, b) => a + b, 0);

function addPairs(pairs: Pair[]): Pair {
  return { ex: sum(pairs.map((pair) => pair.ex)), inc: sum(pairs.map((pair) => pair.inc)) };
}

/** Makes a cost of an amount given as the store enters prices. */
export function costOf(base: Amount, rate: number, taxInclusive: boolean): Cost {
  return taxInclusive ? { base, ex: withoutTax(base, rate), inc: base } : { base, ex: base, inc: withTax(base, rate) };
}

function lineTotals(line: OrderLine, taxInclusive: boolean): Pair {
  if (line.overridden) return { ex: line.priceEx * line.quantity, inc: line.priceInc * line.quantity };
  // Tax is worked out on the line, not on the unit: the derived side need not be quantity times unit price.
  const exact = (taxInclusive ? line.priceInc : line.priceEx) * line.quantity;
  return taxInclusive ? { ex: withoutTax(exact, line.taxRate), inc: exact } : { ex: exact, inc: withTax(exact, line.taxRate) };
}

function discountedTotals(line: OrderLine, taxInclusive: boolean): Pair {
  const off = sum(line.discounts.map((discount) => discount.amount));
  if (off === 0) return { ex: line.totalEx, inc: line.totalInc };
  const exact = (taxInclusive ? line.totalInc : line.totalEx) - off;
  if (!line.overridden) {
    return taxInclusive ? { ex: withoutTax(exact, line.taxRate), inc: exact } : { ex: exact, inc: withTax(exact, line.taxRate) };
  }
  // With the caller's own prices the only known rate is the one between his two totals.
  const [known, other] = taxInclusive ? [line.totalInc, line.totalEx] : [line.totalEx, line.totalInc];
  const derived = known === 0 ? 0 : toCents((exact * other) / known);
  return taxInclusive ? { ex: derived, inc: exact } : { ex: exact, inc: derived };
}

/** Lays an order-level discount on the lines, by their value. */
function layOnLines(order: Order, discount: Omit<Discount, 'amount'>, total: Amount): void {
  const weights = order.lines.map((line) => {
    const full = order.taxInclusive ? line.totalInc : line.totalEx;
    return Math.max(full - sum(line.discounts.map((applied) => applied.amount)), 0);
  });
  const parts = spread(Math.min(total, sum(weights)), weights);
  order.lines.forEach((line, index) => {
    const part = parts[index] ?? 0;
    if (part > 0) line.discounts.push({ ...discount, amount: part });
  });
}

/**
 * Works out everything that follows from lines, discounts and costs. Gift certificates and store credit are means of
 * payment, so they do not lower the total. Discounts lower the tax. Overrides of the caller win last.
 */
export function priceOrder(order: Order): void {
  for (const line of order.lines) {
    const totals = lineTotals(line, order.taxInclusive);
    line.totalEx = totals.ex;
    line.totalInc = totals.inc;
    line.discounts = line.discounts.filter((discount) => discount.target === 'product');
  }
  for (const coupon of order.coupons) {
    layOnLines(order, { id: 'coupon', name: coupon.code, code: coupon.code, target: 'order' }, coupon.discount);
  }
  if (order.discount > 0) layOnLines(order, { id: 'manual-discount', name: 'Manual Discount', code: null, target: 'order' }, order.discount);
  for (const line of order.lines) {
    const discounted = discountedTotals(line, order.taxInclusive);
    line.discountedEx = discounted.ex;
    line.discountedInc = discounted.inc;
  }
  order.couponDiscount = sum(order.coupons.map((coupon) => coupon.discount));
  order.itemsTotal = sum(order.lines.map((line) => line.quantity));
  const wrappings = order.lines.flatMap((line) => (line.wrapping ? [line.wrapping.cost] : []));
  order.wrapping = { base: sum(wrappings.map((cost) => cost.base)), ...addPairs(wrappings), ...order.overrides.wrapping };
  order.subtotal = order.overrides.subtotal ?? addPairs(order.lines.map((line) => ({ ex: line.totalEx, inc: line.totalInc })));
  const lines = order.lines.map((line) => ({ ex: line.discountedEx, inc: line.discountedInc }));
  order.total = order.overrides.total ?? addPairs([...lines, order.shipping, order.handling, order.wrapping, ...order.fees.map((fee) => fee.cost)]);
}
