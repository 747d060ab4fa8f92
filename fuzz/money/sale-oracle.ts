import { orderBody } from '../../lib/adapters/bigcommerce/order-body';
import { orderToWire } from '../../lib/adapters/bigcommerce/order-to-wire';
import { decimalsOf } from '../../lib/domain/money';
import type { OrderDraft, OrderLineDraft } from '../../lib/domain/order';
import type { SendDecision } from '../../lib/domain/rules/bigcommerce-order-from-hike-sale';
import type { Sale, SaleLine } from '../../lib/domain/sale';
import { ensureSame } from './ensure-same';
import { fraction, fromDecimal, isEqual, times } from './fraction';

/** What may go to a rounding line without being explained (product: "Money"). */
const MOST_UNEXPLAINED = 5;

const sum = (values: readonly number[]): bigint => values.reduce((all, value) => all + BigInt(value), 0n);

const isReturn = ({ quantity }: SaleLine): boolean => quantity < 0;
const isSold = (line: SaleLine): boolean => !isReturn(line) && line.total.minor >= 0;
const withTax = ({ total, tax }: SaleLine, { taxInclusive }: Sale): number => (taxInclusive ? total.minor : total.minor + tax.minor);

/** What the shopper pays for what is sold: an exchange gives the returned goods back on their own order. */
const worthsOf = (sale: Sale): bigint[] => {
  const returned = sale.status === 'Exchange' ? sum(sale.lines.filter(isReturn).map((line) => -withTax(line, sale))) : 0n;
  const net = BigInt(sale.net.minor) + returned;
  return [net, net + BigInt(sale.rounding.minor)];
};

const returnedTaxOf = (sale: Sale): bigint => (sale.status === 'Exchange' ? sum(sale.lines.filter(isReturn).map(({ tax }) => tax.minor)) : 0n);

const lineSum = (lines: readonly OrderLineDraft[], mode: 'incTax' | 'exTax'): bigint => lines.reduce((all, { unit, quantity }) => all + BigInt(unit[mode].minor) * BigInt(quantity), 0n);

/** Every line of the sale stands in the order with its units and its money. */
const judgeLines = (sale: Sale, draft: OrderDraft): void => {
  for (const line of sale.lines.filter(isSold)) {
    const parts = draft.lines.filter(({ name }) => name === line.title || name.endsWith(`× ${line.title}`));
    const isWhole = line.quantity % 10_000 === 0;
    ensureSame(`units of ${line.title}`, sum(parts.map(({ quantity }) => quantity)), isWhole ? BigInt(line.quantity / 10_000) : 1n);
    if (!isWhole && !parts.every(({ name, variant }) => variant === null && name.startsWith(`${line.quantity / 10_000} × `))) throw new Error(`${line.title} does not say how much it is.`);
    const given = sale.taxInclusive ? 'incTax' : 'exTax';
    ensureSame(`money of ${line.title}`, lineSum(parts, given), BigInt(line.total.minor));
    const tax = lineSum(parts, 'incTax') - lineSum(parts, 'exTax');
    // A cent of the header's rounding may lie on a line, no more than there are lines.
    const off = tax - BigInt(line.tax.minor);
    if (off > sale.lines.length || -off > sale.lines.length || (sale.taxInclusive && off !== 0n)) throw new Error(`${line.title} bears ${tax} of tax instead of ${line.tax.minor}.`);
  }
};

/** The order adds up, with and without tax, and is worth what was paid at the till. */
const judgeTotals = (sale: Sale, draft: OrderDraft): void => {
  for (const mode of ['incTax', 'exTax'] as const) ensureSame(`subtotal ${mode}`, lineSum(draft.lines, mode), BigInt(draft.subtotal[mode].minor));
  const fees = sum(draft.fees.map(({ amount }) => amount.incTax.minor));
  const parts = BigInt(draft.subtotal.incTax.minor) + BigInt(draft.shipping.incTax.minor) + fees - BigInt(draft.discount.minor);
  ensureSame('parts of the order', parts, BigInt(draft.total.incTax.minor));
  const worth = BigInt(draft.total.incTax.minor);
  if (!worthsOf(sale).includes(worth)) throw new Error(`The order is worth ${worth} instead of ${worthsOf(sale).join(' or ')}.`);
  ensureSame('tax of the order', worth - BigInt(draft.total.exTax.minor), BigInt(sale.totalTax.minor) - returnedTaxOf(sale));
  ensureSame('shipping', BigInt(draft.shipping.incTax.minor), BigInt(sale.shipping.minor));
};

/** What is sent is what was decided, to the cent. */
const judgeBody = (sale: Sale, draft: OrderDraft): void => {
  const body = orderBody.parse(orderToWire(draft, 'hike-app'));
  const scale = fraction(10n ** BigInt(decimalsOf(sale.currency)));
  const same = (what: string, sent: string | number, minor: number): void => {
    if (!isEqual(times(fromDecimal(String(sent)), scale), fraction(minor))) throw new Error(`${what} is sent as ${sent} instead of ${minor}.`);
  };
  same('total_inc_tax', body.total_inc_tax, draft.total.incTax.minor);
  same('total_ex_tax', body.total_ex_tax, draft.total.exTax.minor);
  same('discount_amount', body.discount_amount, draft.discount.minor);
  for (const [index, { price_inc_tax: inc, price_ex_tax: ex }] of body.products.entries()) {
    same(`price_inc_tax of line ${index}`, inc, draft.lines[index]!.unit.incTax.minor);
    same(`price_ex_tax of line ${index}`, ex, draft.lines[index]!.unit.exTax.minor);
  }
};

const MAY_REFUSE: Readonly<Record<string, (sale: Sale, error: number) => boolean>> = {
  // Beside an error, or a cent of tax that no line is there to bear, nobody can tell whether the net amount holds the rounding.
  'sale-total-differs': ({ rounding, lines, taxInclusive }, error) => {
    const unplaced = !taxInclusive && !lines.every(isSold) ? lines.length : 0;
    return (error !== 0 || (unplaced > 0 && rounding.minor !== 0)) && Math.abs(error) + Math.abs(rounding.minor) + unplaced > MOST_UNEXPLAINED;
  },
  'sale-total-negative': (sale) => worthsOf(sale).some((worth) => worth < 0n || worth < BigInt(sale.totalTax.minor) - returnedTaxOf(sale)),
  'sale-without-lines': ({ lines }) => !lines.some(isSold),
};

/** Throws where the decision does not keep every cent of the sale; `error` is what is wrong with the sale's own total. */
export const judgeSend = (sale: Sale, error: number, decision: SendDecision): string => {
  switch (decision.kind) {
    case 'left-out':
    case 'refund':
      // What only came back makes no order of its own, and nothing at all once it is voided.
      if (sale.lines.every(isReturn) && (decision.kind === 'refund') === (sale.status !== 'Voided')) return 'no order of its own';
      throw new Error(`A sale became ${decision.kind}.`);
    case 'refuse': {
      const { code } = decision.problem;
      if (!MAY_REFUSE[code]?.(sale, error)) throw new Error(`Refused for no reason: ${JSON.stringify(decision.problem)}.`);
      return `refused: ${code}`;
    }
    case 'create':
      judgeLines(sale, decision.draft);
      judgeTotals(sale, decision.draft);
      judgeBody(sale, decision.draft);
      return 'order';
  }
};
