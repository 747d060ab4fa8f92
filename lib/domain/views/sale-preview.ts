import type { Instant } from '../instant';
import { isZero, moneyFromDecimal, type Money } from '../money';
import { saleTotals } from '../rules/sale-totals';
import type { SaleDraft, SaleLineDraft } from '../sale';
import type { HikeLists } from '../shop-lists';
import { formatMoney } from './format-money';

/** A sale that would be made of an order, as a till's receipt shows it. */
export interface SalePreview {
  number: string;
  status: SaleDraft['status'];
  outlet: string;
  register: string;
  customer: string;
  at: Instant;
  lines: SalePreviewLine[];
  /** With its tax; `null` where nothing is shipped. */
  shipping: { amount: string; tax: string } | null;
  /** `null` where both sides add up to the same cent. */
  rounding: string | null;
  tax: string;
  total: string;
  payments: { name: string; amount: string }[];
  note: string;
}

export interface SalePreviewLine {
  title: string;
  sku: string;
  quantity: number;
  unitPrice: string;
  /** Of all units; empty where there is none. */
  discount: string;
  /** Which tax it bears. */
  tax: string;
  total: string;
}

const nameIn = (list: readonly { id: number; name: string }[], id: number): string => list.find((one) => one.id === id)?.name ?? String(id);

const unlessNothing = (amount: Money): string => (isZero(amount) ? '' : formatMoney(amount));

const lineOf = ({ title, sku, quantity, retailPrice, tax }: SaleLineDraft, totals: { discount: Money; total: Money }): SalePreviewLine => ({
  title,
  sku,
  quantity,
  unitPrice: formatMoney(retailPrice),
  discount: unlessNothing(totals.discount),
  tax: tax.name,
  total: formatMoney(totals.total),
});

export const salePreview = (draft: SaleDraft, { outlets, registers }: Pick<HikeLists, 'outlets' | 'registers'>): SalePreview => {
  const { lines, shipping, shippingTax, rounding, currency } = draft;
  const totals = saleTotals({ ...draft, shippingTax: shippingTax.amount });
  return {
    number: draft.reference,
    status: draft.status,
    outlet: nameIn(outlets, draft.outletId),
    register: nameIn(registers, draft.registerId),
    customer: draft.customer?.name ?? 'Walk-in',
    at: draft.transactionDate,
    lines: totals.lines.flatMap((one, index) => (lines[index] === undefined ? [] : [lineOf(lines[index], one)])),
    shipping: isZero(shipping) ? null : { amount: formatMoney(shipping), tax: shippingTax.tax.name },
    rounding: isZero(rounding) ? null : formatMoney(rounding),
    tax: formatMoney(moneyFromDecimal(totals.totalTax, currency)),
    total: formatMoney(totals.net),
    payments: draft.payments.map(({ name, amount }) => ({ name, amount: formatMoney(amount) })),
    note: draft.note,
  };
};
