import { add, money, subtract, zero, type Money } from '../../money';
import type { Order, TaxedAmount } from '../../order';
import type { DifferenceKind } from '../../reconciliation';
import { quantityFromUnits } from '../../quantity';
import type { Sale } from '../../sale';
import { formatMoney } from '../../views/format-money';
import { lineDiscountReadings } from '../line-discounts';
import { worthReadings } from '../payments-from-order';
import { soldLinesOfOrder } from '../product-lines-of-order';
import { extrasOfOrder, isGiftCertificate } from '../sale-lines-from-order';
import { unitsToTheCent } from '../units-to-the-cent';
import { differenceOfGoods, type Goods } from './difference-of-goods';
import { type ImportTerms, importTerms, orderTax } from './import-terms';

export interface SaleDifference {
  kind: DifferenceKind;
  details: Record<string, string>;
}

interface Pair {
  order: Order;
  sale: Sale;
  /** `null` where the link was made before they were kept. */
  terms: ImportTerms | null;
}

/** An imported order against its sale: money, lines and payments. Where the total differs, what makes it up does so too. */
export const compareSaleOfOrder = ({ order, sale, terms }: Pair): SaleDifference[] => {
  if (!isWorthTheSame(order, sale)) return [{ kind: 'sale-total-differs', details: { hike: formatMoney(sale.net), bigcommerce: formatMoney(order.total.incTax) } }];
  // What Hike leaves of a sale that was taken back is nobody's concern.
  if (sale.status !== 'Parked' && sale.status !== 'Completed') return [];
  return [...compareGoods(order, sale), ...(terms === null ? [] : [...compareTax(order, sale, terms), ...comparePayments(order, sale, terms)])];
};

/** Each reading under which the import may have made the sale counts as equal. */
const isWorthTheSame = (order: Order, { net, rounding, currency }: Sale): boolean =>
  order.currency === currency && worthReadings(order).some(({ minor }) => minor === net.minor || minor === add(net, rounding).minor);

const compareGoods = (order: Order, sale: Sale): SaleDifference[] => {
  if (!order.linesComplete || order.pricesIncludeTax !== sale.taxInclusive) return [];
  const held: Goods = { lines: sale.lines, apart: { shipping: sale.shipping, discount: sale.discount } };
  const unlike = goodsReadings(order).map((goods) => differenceOfGoods(goods, held));
  const [first] = unlike;
  return first == null || unlike.includes(null) ? [] : [{ kind: 'sale-lines-differ', details: { bigcommerce: first[0], hike: first[1] } }];
};

/** What the order sells after discounts, in each way that these may lie on its lines. */
const goodsReadings = (order: Order): Goods[] => {
  const amountOf = ({ incTax, exTax }: TaxedAmount): Money => (order.pricesIncludeTax ? incTax : exTax);
  const lines = soldLinesOfOrder(order);
  const discountable = lines.filter((line) => !isGiftCertificate(line));
  const whole = [...lines.filter(isGiftCertificate).map(({ quantity, total }) => ({ quantity, amount: total })), ...extrasOfOrder(order).map(({ amount }) => ({ quantity: 1, amount }))];
  return lineDiscountReadings(discountable, order).map((discounts) => ({
    lines: [
      ...whole.flatMap(({ quantity, amount }) => toTheCent(quantity, amountOf(amount))),
      ...discountable.flatMap(({ quantity, total }, index) => toTheCent(quantity, subtract(amountOf(total), discounts[index] ?? zero(order.currency)))),
    ],
    apart: { shipping: order.shipping.incTax, discount: zero(order.currency) },
  }));
};

const toTheCent = (quantity: number, total: Money): Goods['lines'] =>
  unitsToTheCent(quantity, [total]).map((group) => ({ quantity: quantityFromUnits(group.quantity), total: money(group.amounts[0].minor * group.quantity, total.currency) }));

/** Each side rounds tax its own way, so it is held against what that side said at the import. */
const compareTax = (order: Order, { totalTax }: Sale, terms: ImportTerms): SaleDifference[] => {
  const inOrder = orderTax(order);
  const isAsImported = inOrder.minor === terms.orderTax && totalTax.minor === terms.saleTax;
  return isAsImported || inOrder.minor === totalTax.minor ? [] : [{ kind: 'sale-tax-differs', details: { hike: formatMoney(totalTax), bigcommerce: formatMoney(inOrder) } }];
};

const comparePayments = (order: Order, sale: Sale, terms: ImportTerms): SaleDifference[] => {
  const now = importTerms(order, sale);
  return [
    ...(now.payments === terms.payments ? [] : [{ kind: 'sale-payment-differs', details: { hike: now.paidBy, imported: terms.paidBy } } as const]),
    ...(now.paymentMethod === terms.paymentMethod ? [] : [{ kind: 'order-payment-changed', details: { bigcommerce: now.paymentMethod, imported: terms.paymentMethod } } as const]),
  ];
};
