import { subtract, money, type Money } from '../money';
import type { Order } from '../order';
import { isProblem, problem, type Problem } from '../problems';
import type { SaleDraft, SaleLineDraft } from '../sale';
import { formatMoney } from '../views/format-money';
import type { ImportContext } from './import-context';
import { lineDiscountReadings } from './line-discounts';
import { orderRefusal } from './order-refusal';
import { paymentsFromOrder, worthReadings } from './payments-from-order';
import { isRoundingDifference } from './rounding-tolerance';
import { saleLinesFromAmount, soldAmountsOfOrder, type SoldAmount } from './sale-lines-from-order';
import { saleNoteMarker, saleReference } from './sale-reference';
import { saleStatusFromOrderStatus } from './sale-status-from-order-status';
import { saleTotals } from './sale-totals';
import { shippingFromOrder } from './shipping-from-order';
import { tillForOrders } from './till-for-orders';

export type { ImportContext } from './import-context';

export type ImportDecision =
  /** The notes say, in sentences, what the merchant should see before the import. */
  { kind: 'create'; draft: SaleDraft; notes: string[] } | { kind: 'refuse'; problem: Problem };

type Shipping = Pick<SaleDraft, 'shipping' | 'shippingTax'>;

interface Reading {
  lines: SaleLineDraft[];
  /** What Hike's arithmetic makes of the lines and shipping. */
  net: Money;
  worth: Money;
  rounding: Money;
}

const linesReadings = (sold: SoldAmount[], order: Order): SaleLineDraft[][] => {
  const discountable = sold.flatMap(({ line }) => (line ? [line] : []));
  return lineDiscountReadings(discountable, order).map((discounts) => {
    const byLine = new Map(discountable.map(({ id }, index) => [id, discounts[index]]));
    return sold.flatMap((amount) => saleLinesFromAmount(amount, (amount.line && byLine.get(amount.line.id)) ?? money(0, order.currency)));
  });
};

/** The reading of the order's amounts that comes closest to its total; the likelier one where several come equally close. */
const bestReading = (sold: SoldAmount[], { shipping, shippingTax }: Shipping, order: Order): Reading | Problem => {
  const { currency, pricesIncludeTax: taxInclusive } = order;
  const readings = linesReadings(sold, order).flatMap((lines) => {
    const { net } = saleTotals({ taxInclusive, currency, lines, shipping, shippingTax: shippingTax.amount, rounding: money(0, currency) });
    return worthReadings(order).map((worth) => ({ lines, net, worth, rounding: subtract(worth, net) }));
  });
  const [best] = readings.sort((a, b) => Math.abs(a.rounding.minor) - Math.abs(b.rounding.minor));
  if (best && isRoundingDifference(best.rounding)) return best;
  return problem('total-differs', { hike: formatMoney(best?.net ?? money(0, currency)), order: formatMoney(best?.worth ?? order.total.incTax) });
};

const guestName = ({ billing }: Order): string => `${billing.firstName.trim()} ${billing.lastName.trim()}`.trim() || billing.company.trim();

const noteLines = (order: Order, context: ImportContext, notes: readonly string[]): string[] => {
  const guest = context.customer ? '' : guestName(order);
  return [
    saleNoteMarker(order.id, context.storeHash),
    ...(order.paymentMethod.trim() ? [`Payment method: ${order.paymentMethod.trim()}`] : []),
    ...(guest ? [`Customer: ${guest}`] : []),
    ...notes,
  ];
};

const partsOfSale = (order: Order, context: ImportContext) => {
  const till = tillForOrders(context.settings, context.hikeLists);
  if (isProblem(till)) return till;
  const sold = soldAmountsOfOrder(order, context);
  if (isProblem(sold)) return sold;
  const shipping = shippingFromOrder(order, context);
  if (isProblem(shipping)) return shipping;
  const reading = bestReading(sold, shipping, order);
  if (isProblem(reading)) return reading;
  const payments = paymentsFromOrder(order, reading.worth, context);
  return isProblem(payments) ? payments : { till, shipping, reading, payments };
};

/** The exact sale that an order becomes in Hike, equal to the cent, or the one thing that stands in its way. */
export const hikeSaleFromBigCommerceOrder = (order: Order, context: ImportContext): ImportDecision => {
  const refusal = orderRefusal(order, context);
  if (refusal) return { kind: 'refuse', problem: refusal };
  const status = saleStatusFromOrderStatus(order.statusId, { settings: context.settings, statusLabels: context.profile.statusLabels });
  if (isProblem(status)) return { kind: 'refuse', problem: status };
  const parts = partsOfSale(order, context);
  if (isProblem(parts)) return { kind: 'refuse', problem: parts };
  const { rounding, lines } = parts.reading;
  const notes = rounding.minor === 0 ? [] : [`${formatMoney(rounding)} put on Hike’s rounding.`];
  const draft: SaleDraft = {
    orderId: order.id,
    reference: saleReference(order.id),
    status,
    transactionDate: order.createdAt,
    ...parts.till,
    customer: context.customer,
    taxInclusive: order.pricesIncludeTax,
    currency: order.currency,
    lines,
    ...parts.shipping,
    rounding,
    payments: parts.payments,
    note: noteLines(order, context, notes).join('\n'),
  };
  return { kind: 'create', draft, notes };
};
