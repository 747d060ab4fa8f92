import { add, money, subtract } from '../../money';
import type { Order, TaxedAmount } from '../../order';
import type { DifferenceKind } from '../../reconciliation';
import { quantityFromUnits } from '../../quantity';
import { formatMoney } from '../../views/format-money';
import { orderStatusLabel } from '../order-status-label';
import { differenceOfGoods, type Goods } from './difference-of-goods';
import type { ExpectedOrder } from './expected-order-of-sale';

export interface OrderDifference {
  kind: DifferenceKind;
  /** What either side says. */
  details: { bigcommerce: string; hike: string };
}

type Expected = Extract<ExpectedOrder, { kind: 'order' }>;

interface Held {
  order: Order;
  expected: Expected;
  statusLabels: Readonly<Record<string, string>>;
}

/** An order against the sale that it came from: money, lines, payment and status. */
export const compareOrder = ({ order, expected, statusLabels }: Held): OrderDifference[] => {
  const label = (statusId: Order['statusId']): string => orderStatusLabel(statusId, statusLabels);
  return [
    ...compareAmounts(order, expected),
    ...(order.statusId === expected.statusId ? [] : [{ kind: 'order-status-differs', details: { bigcommerce: label(order.statusId), hike: label(expected.statusId) } } as const]),
    ...(order.paymentMethod.trim() === expected.paymentMethod ? [] : [{ kind: 'order-payment-differs', details: { bigcommerce: order.paymentMethod, hike: expected.paymentMethod } } as const]),
  ];
};

const taxOf = ({ incTax, exTax }: TaxedAmount) => subtract(incTax, exTax);

/** Where the total differs, what makes it up does so too, and is not told apart. */
const compareAmounts = (order: Order, expected: Expected): OrderDifference[] => {
  const { total } = expected;
  const { incTax, exTax } = order.total;
  if (incTax.minor !== total.incTax.minor || incTax.currency !== total.incTax.currency) {
    return [{ kind: 'order-total-differs', details: { bigcommerce: formatMoney(incTax), hike: formatMoney(total.incTax) } }];
  }
  const goods = order.linesComplete ? differenceOfGoods(goodsOfOrder(order), goodsOfSale(expected)) : null;
  return [
    ...(exTax.minor === total.exTax.minor ? [] : [{ kind: 'order-tax-differs', details: { bigcommerce: formatMoney(taxOf(order.total)), hike: formatMoney(taxOf(total)) } } as const]),
    ...(goods === null ? [] : [{ kind: 'order-lines-differ', details: { bigcommerce: goods[0], hike: goods[1] } } as const]),
  ];
};

const goodsOfOrder = ({ lines, shipping, discount, couponDiscount }: Order): Goods => ({
  lines: lines.map(({ quantity, total }) => ({ quantity: quantityFromUnits(quantity), total: total.incTax })),
  apart: { shipping: shipping.incTax, discount: add(discount, couponDiscount) },
});

const goodsOfSale = ({ lines, shipping, discount }: Expected): Goods => ({
  lines: lines.map(({ quantity, unit: { incTax } }) => ({ quantity: quantityFromUnits(quantity), total: money(incTax.minor * quantity, incTax.currency) })),
  apart: { shipping: shipping.incTax, discount },
});
