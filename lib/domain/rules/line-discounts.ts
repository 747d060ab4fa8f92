import { add, money, subtract, sum, type Money } from '../money';
import type { Order, OrderLine } from '../order';
import { spreadByWeight } from './spread-by-weight';

type Discounted = Pick<Order, 'discount' | 'couponDiscount' | 'pricesIncludeTax' | 'currency'>;

const lineTotal = (line: OrderLine, { pricesIncludeTax }: Discounted): Money => (pricesIncludeTax ? line.total.incTax : line.total.exTax);

const withRestSpread = (applied: Money[], totals: Money[], discount: Money): Money[] => {
  const room = totals.map((total, index) => subtract(total, applied[index] ?? money(0, total.currency)));
  const rest = subtract(discount, sum(applied, discount.currency));
  const spread = spreadByWeight(rest, room);
  return applied.map((amount, index) => add(amount, spread[index] ?? money(0, amount.currency)));
};

/**
 * How the order's discounts may lie on these lines, the likelier reading first. BigCommerce states them per line
 * (`applied_discounts`) and per order (`discount_amount`, `coupon_discount`); what is on no line is spread in proportion.
 * Lines that claim more than the order gave are not believed, unless only their claim makes the order's total.
 */
export const lineDiscountReadings = (lines: readonly OrderLine[], order: Discounted): Money[][] => {
  const { currency } = order;
  const totals = lines.map((line) => lineTotal(line, order));
  const applied = lines.map(({ discount }, index) => money(Math.min(discount.minor, totals[index]?.minor ?? 0), currency));
  const discount = add(order.discount, order.couponDiscount);
  if (sum(applied, currency).minor <= discount.minor) return [withRestSpread(applied, totals, discount)];
  const nothing = lines.map(() => money(0, currency));
  return [withRestSpread(nothing, totals, discount), applied];
};
