import { saleBody } from '../../lib/adapters/hike/sale-body';
import { saleToWire } from '../../lib/adapters/hike/sale-to-wire';
import type { ImportContext } from '../../lib/domain/rules/import-context';
import { decimalsOf } from '../../lib/domain/money';
import type { Order, OrderLine, TaxedAmount } from '../../lib/domain/order';
import type { ImportDecision } from '../../lib/domain/rules/hike-sale-from-bigcommerce-order';
import type { SaleDraft } from '../../lib/domain/sale';
import { RATES } from './cart';
import { ensureSame } from './ensure-same';
import { fraction, fromDecimal, isEqual, minus, over, plus, rounded, times, total, type Fraction } from './fraction';
import { largestRemainder } from './largest-remainder';

/** What may be rounded away, and by how much a line's tax may differ (product: "Money"). */
const MOST_ROUNDING = 5n;
const MOST_TAX_ERROR = 1n;

interface Sold {
  title: string;
  /** Before discount, in the mode of the order. */
  gross: bigint;
  /** Per cent. */
  rate: string;
  line: OrderLine | null;
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const hundred = fraction(100);

/** The tax of an amount in its mode, exactly. */
const taxIn = (amount: Fraction, rate: string, inclusive: boolean): Fraction =>
  inclusive ? over(times(amount, fromDecimal(rate)), plus(hundred, fromDecimal(rate))) : over(times(amount, fromDecimal(rate)), hundred);

const chargedAgrees = ({ incTax, exTax }: TaxedAmount, { rate, quantity, inclusive }: { rate: string; quantity: number; inclusive: boolean }): boolean => {
  const charged = BigInt(incTax.minor) - BigInt(exTax.minor);
  if (charged === 0n) return true;
  const exact = taxIn(fraction((inclusive ? incTax : exTax).minor), rate, inclusive);
  const perLine = rounded(exact);
  const perUnit = rounded(over(exact, fraction(quantity))) * BigInt(quantity);
  // Where the price holds its tax, either of the two parts may be what was rounded.
  const gross = BigInt(incTax.minor);
  const restPerUnit = gross - rounded(over(minus(fraction(gross), exact), fraction(quantity))) * BigInt(quantity);
  return [perLine, perUnit, ...(inclusive ? [restPerUnit] : [])].some((tax) => size(tax - charged) <= MOST_TAX_ERROR);
};

interface Expected {
  sold: Sold[];
  agrees: boolean;
}

const rateOfClass = (id: number | null): string => RATES[id ?? 0]!;

const expectedOf = (order: Order, context: ImportContext): Expected => {
  const inclusive = order.pricesIncludeTax;
  let agrees = true;
  const sell = (title: string, amount: TaxedAmount, { rate, quantity, line }: { rate: string; quantity: number; line: OrderLine | null }): Sold => {
    agrees &&= chargedAgrees(amount, { rate, quantity, inclusive });
    // What was sold without tax takes none, unless it is free and bears any.
    const isUntaxed = amount.incTax.minor === amount.exTax.minor && amount.incTax.minor !== 0;
    return { title, gross: BigInt((inclusive ? amount.incTax : amount.exTax).minor), rate: isUntaxed ? '0' : rate, line };
  };
  const sold = order.lines.map((line) => {
    const product = context.products.get(line.id);
    const taxClass = product !== undefined && 'taxClassId' in product ? product.taxClassId : null;
    return sell(line.name, line.total, { rate: rateOfClass(taxClass), quantity: line.quantity, line });
  });
  const extras: [string, TaxedAmount, number | null][] = [
    ['Gift wrapping', order.wrapping, order.wrappingTaxClassId],
    ['Handling', order.handling, order.handlingTaxClassId],
    ...order.fees.map((fee): [string, TaxedAmount, number | null] => [fee.name, fee.amount, fee.taxClassId]),
  ];
  for (const [title, amount, taxClass] of extras) {
    if (amount.incTax.minor !== 0 || amount.exTax.minor !== 0) sold.push(sell(title, amount, { rate: rateOfClass(taxClass), quantity: 1, line: null }));
  }
  agrees &&= chargedAgrees(order.shipping, { rate: rateOfClass(order.shippingTaxClassId), quantity: 1, inclusive });
  return { sold, agrees };
};

/** How the discounts may lie on the lines: as stated with the rest spread, or one of two where the lines claim too much. */
const allocationsOf = (order: Order, lines: readonly Sold[]): bigint[][] => {
  const gross = lines.map((line) => line.gross);
  const discount = BigInt(order.discount.minor) + BigInt(order.couponDiscount.minor);
  const stated = lines.map(({ line, gross: most }) => (BigInt(line!.discount.minor) < most ? BigInt(line!.discount.minor) : most));
  const sum = stated.reduce((all, one) => all + one, 0n);
  if (sum > discount) return [largestRemainder(discount, gross), stated];
  const rest = largestRemainder(discount - sum, gross.map((most, index) => most - stated[index]!));
  return [stated.map((one, index) => one + rest[index]!)];
};

/** Hike's own arithmetic in the header (reference: hike-api 6.4): exact tax of each line, one rounding at the end. */
const netOf = (nets: readonly { net: bigint; rate: string }[], { pricesIncludeTax: inclusive, shipping }: Pick<Order, 'pricesIncludeTax' | 'shipping'>): bigint => {
  const tax = inclusive ? [] : nets.map(({ net, rate }) => taxIn(fraction(net), rate, false));
  return rounded(total([...nets.map(({ net }) => fraction(net)), ...tax, fraction(shipping.incTax.minor)]));
};

const worthsOf = (order: Order): bigint[] => {
  const credit = BigInt(order.giftCertificates.minor) + BigInt(order.storeCredit.minor);
  const stated = BigInt(order.total.incTax.minor);
  return (credit === 0n ? [stated] : [stated, stated + credit]).filter((worth) => worth >= credit);
};

/** The smallest difference that any reading leaves between Hike's total and the order's. */
const smallestDifference = (order: Order, sold: readonly Sold[]): bigint => {
  const lines = sold.filter(({ line }) => line !== null);
  const others = sold.filter(({ line }) => line === null).map(({ gross, rate }) => ({ net: gross, rate }));
  const nets = allocationsOf(order, lines).map((discounts) => netOf([...lines.map(({ gross, rate }, index) => ({ net: gross - discounts[index]!, rate })), ...others], order));
  const differences = nets.flatMap((net) => worthsOf(order).map((worth) => size(worth - net)));
  return differences.reduce((least, one) => (one < least ? one : least));
};

/** A number of JSON, by its shortest spelling. */
const sent = (value: number): Fraction => fromDecimal(String(value));

const perMinor = (order: Pick<Order, 'currency'>): Fraction => fraction(10n ** BigInt(decimalsOf(order.currency)));

const judgeLines = (order: Order, draft: SaleDraft, sold: readonly Sold[]): void => {
  let given = 0n;
  for (const { title, gross, rate, line } of sold) {
    const parts = draft.lines.filter((one) => one.title === title);
    const worth = (of: (part: SaleDraft['lines'][number]) => number): bigint => parts.reduce((all, part) => all + BigInt(of(part)) * BigInt(part.quantity), 0n);
    ensureSame(`units of ${title}`, worth(() => 1), BigInt(line?.quantity ?? 1));
    ensureSame(`price of ${title}`, worth(({ retailPrice }) => retailPrice.minor), gross);
    const discount = worth(({ unitDiscount }) => unitDiscount.minor);
    if (discount < 0n || discount > gross) throw new Error(`${title} of ${gross} has a discount of ${discount}.`);
    given += discount;
    for (const part of parts) ensureSame(`tax rate of ${title}`, part.tax.rate, rate);
  }
  const lines = sold.filter((one) => one.line !== null);
  const sums = allocationsOf(order, lines).map((discounts) => discounts.reduce((all, one) => all + one, 0n));
  if (!sums.includes(given)) throw new Error(`The discounts make ${given} instead of ${sums.join(' or ')}.`);
};

/** The totals of a draft, computed anew from its lines. */
const judgeTotals = (order: Order, draft: SaleDraft): bigint => {
  const nets = draft.lines.map(({ retailPrice, unitDiscount, quantity, tax }) => ({ net: BigInt(retailPrice.minor - unitDiscount.minor) * BigInt(quantity), rate: tax.rate }));
  const net = netOf(nets, order) + BigInt(draft.rounding.minor);
  if (!worthsOf(order).includes(net)) throw new Error(`The sale makes ${net} instead of ${worthsOf(order).join(' or ')}.`);
  ensureSame('payments', draft.payments.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n), net);
  const body = saleBody.parse(saleToWire(draft));
  const scale = perMinor(order);
  if (!isEqual(times(sent(body.netAmount), scale), fraction(net))) throw new Error(`netAmount is ${body.netAmount}, not ${net}.`);
  const lineTax = over(total(nets.map((one) => taxIn(fraction(one.net), one.rate, order.pricesIncludeTax))), scale);
  const headerTax = over(fraction(rounded(times(lineTax, fraction(10_000)))), fraction(10_000));
  const shippingTax = over(fraction(order.shipping.incTax.minor - order.shipping.exTax.minor), scale);
  if (!isEqual(sent(body.totalTax), plus(headerTax, shippingTax))) throw new Error(`totalTax is ${body.totalTax}.`);
  return net;
};

/** Throws where the decision is not the one that exact arithmetic makes of the order. */
export const judgeImport = (order: Order, context: ImportContext, decision: ImportDecision): string => {
  const { sold, agrees } = expectedOf(order, context);
  const canBeTold = worthsOf(order).length > 0;
  const difference = canBeTold ? smallestDifference(order, sold) : MOST_ROUNDING + 1n;
  const expected = !agrees ? 'tax-differs' : difference > MOST_ROUNDING ? 'total-differs' : 'create';
  const made = decision.kind === 'create' ? 'create' : decision.problem.code;
  if (made !== expected) throw new Error(`${expected} was expected, not ${made} (${JSON.stringify(decision.kind === 'create' ? {} : decision.problem)}).`);
  if (decision.kind === 'refuse') return `refused: ${made}`;
  ensureSame('rounding', size(BigInt(decision.draft.rounding.minor)), difference);
  judgeLines(order, decision.draft, sold);
  judgeTotals(order, decision.draft);
  return decision.draft.rounding.minor === 0 ? 'sale' : 'sale with rounding';
};
