import { isZero, subtract, sum } from '../../domain/money';
import { saleTotals, type SaleLineTotals } from '../../domain/rules/sale-totals';
import type { SaleDraft, SaleLineDraft, SalePaymentDraft } from '../../domain/sale';
import { CUSTOM_LINE_TYPE, LINE_PRODUCT_FIELD, NAME_SHIPPING_TAX, ROUNDING_IS_PART_OF_NET, SALE_SOURCE } from './assumptions';
import type { SaleBody, SaleLineBody, SalePaymentBody } from './sale-body';
import { saleStatusToWire } from './sale-status-wire';
import { wireNumber } from './wire-number';

const STANDARD_LINE_TYPE = 0;

const lineToWire = (line: SaleLineDraft, totals: SaleLineTotals, sequence: number): SaleLineBody => {
  const total = wireNumber(totals.total);
  return {
    invoiceItemType: line.productId === null ? CUSTOM_LINE_TYPE : STANDARD_LINE_TYPE,
    ...(line.productId !== null && { [LINE_PRODUCT_FIELD]: line.productId }),
    sequence,
    title: line.title,
    sku: line.sku,
    quantity: line.quantity,
    retailPrice: wireNumber(line.retailPrice),
    soldPrice: wireNumber(totals.soldPrice),
    discountIsAsPercentage: false,
    discountValue: wireNumber(subtract(line.retailPrice, totals.soldPrice)),
    totalDiscount: wireNumber(totals.discount),
    totalAmount: total,
    taxExclusiveTotalAmount: wireNumber(totals.taxExclusive),
    effectiveAmount: total,
    taxId: line.tax.id,
    taxName: line.tax.name,
    taxRate: wireNumber(line.tax.rate),
    taxAmount: wireNumber(totals.tax),
    isActive: true,
  };
};

const paymentToWire = ({ typeId, name, kind, amount }: SalePaymentDraft, draft: SaleDraft): SalePaymentBody => ({
  paymentOptionId: typeId,
  paymentOptionName: name,
  paymentOptionType: kind,
  amount: wireNumber(amount),
  tenderedAmount: wireNumber(amount),
  isPaid: true,
  outletId: draft.outletId,
  registerId: draft.registerId,
  paymentDate: draft.transactionDate,
});

const shippingToWire = ({ shipping, shippingTax: { tax, amount } }: SaleDraft) => ({
  totalShippingCost: wireNumber(shipping),
  shippingTaxAmount: wireNumber(amount),
  ...(NAME_SHIPPING_TAX && !isZero(shipping) && { shippingTaxId: tax.id, shippingTaxName: tax.name, shippingTaxRate: wireNumber(tax.rate) }),
});

/** Should Hike number the sale itself, the note still leads back to the order. */
const noteWithReference = ({ note, reference }: SaleDraft): string =>
  note.includes(reference) ? note : [note, reference].filter((part) => part !== '').join('\n');

const totalsToWire = (draft: SaleDraft, totals: ReturnType<typeof saleTotals>) => {
  const paid = wireNumber(sum(draft.payments.map(({ amount }) => amount), draft.currency));
  return {
    subTotal: wireNumber(totals.subTotal),
    // A discount on the whole sale alone; ours are on the lines (reference: hike-api 6.4, point 6).
    totalDiscount: 0 as const,
    roundingAmount: wireNumber(draft.rounding),
    totalTax: wireNumber(totals.totalTax),
    netAmount: wireNumber(ROUNDING_IS_PART_OF_NET ? totals.net : subtract(totals.net, draft.rounding)),
    totalPaid: paid,
    totalTender: paid,
  };
};

/** The body of `sales/create` for a draft; every amount follows from `saleTotals`. */
export const saleToWire = (draft: SaleDraft): SaleBody => {
  const { taxInclusive, currency, lines, shipping, shippingTax, rounding } = draft;
  const totals = saleTotals({ taxInclusive, currency, lines, shipping, shippingTax: shippingTax.amount, rounding });
  return {
    number: draft.reference,
    transactionDate: draft.transactionDate,
    ...(draft.status === 'Completed' && { finalizeDate: draft.transactionDate }),
    ...(draft.customer && { customerId: draft.customer.id, customerName: draft.customer.name }),
    outletId: draft.outletId,
    registerId: draft.registerId,
    status: saleStatusToWire(draft.status),
    taxInclusive,
    applyTaxAfterDiscount: true,
    ...totalsToWire(draft, totals),
    ...shippingToWire(draft),
    currency,
    note: noteWithReference(draft),
    ...(SALE_SOURCE !== null && { invoiceFrom: SALE_SOURCE }),
    doNotUpdateInvenotry: false,
    isActive: true,
    invoiceLineItems: totals.lines.flatMap((lineTotals, index) => {
      const line = lines[index];
      return line ? [lineToWire(line, lineTotals, index + 1)] : [];
    }),
    invoicePayments: draft.payments.map((payment) => paymentToWire(payment, draft)),
  };
};
