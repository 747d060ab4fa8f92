import { z } from 'zod';
import { Currency } from '../../domain/money';
import { amountOrZero, idOrNull, textOrEmpty, wireDecimal } from '../http/wire-values';
import { saleStatusWire } from './sale-status-wire';
import { wireTime, yesUnlessFalse } from './wire-values';

/** Lines that stand for a product: standard, composite, unit of measure, composite product (reference: hike-api 6.1). */
const PRODUCT_LINES: ReadonlySet<number> = new Set([0, 3, 6, 7]);

const line = z
  .object({
    invoiceItemType: z.union([z.int(), z.null()]).optional(),
    invoiceItemValue: idOrNull,
    title: textOrEmpty,
    sku: textOrEmpty,
    quantity: wireDecimal,
    totalAmount: wireDecimal,
    taxExclusiveTotalAmount: wireDecimal.nullish(),
    taxAmount: wireDecimal.nullish(),
  })
  .transform(({ invoiceItemType, invoiceItemValue, ...rest }) => ({
    ...rest,
    productId: PRODUCT_LINES.has(invoiceItemType ?? 0) ? invoiceItemValue : null,
  }));

const payment = z.object({
  paymentOptionId: z
    .int()
    .nullish()
    .transform((value) => Math.max(0, value ?? 0)),
  paymentOptionName: textOrEmpty,
  amount: wireDecimal,
  isPaid: yesUnlessFalse,
  isDeleted: z.boolean().nullish(),
});

/** A sale as `sales/get_all` gives it (reference: hike-api 6.2 to 6.6); what the rules do not need is left out. */
export const saleWire = z.object({
  id: z.int().positive(),
  number: textOrEmpty,
  status: saleStatusWire,
  transactionDate: wireTime,
  lastModificationTime: wireTime.nullish(),
  creationTime: wireTime.nullish(),
  outletId: idOrNull,
  registerId: idOrNull,
  customerId: idOrNull,
  customerName: textOrEmpty,
  taxInclusive: z.boolean(),
  currency: z.string().trim().toUpperCase().pipe(Currency),
  discountValue: amountOrZero,
  totalDiscount: amountOrZero,
  totalTip: amountOrZero,
  totalShippingCost: amountOrZero,
  shippingTaxAmount: amountOrZero,
  roundingAmount: amountOrZero,
  totalTax: amountOrZero,
  netAmount: wireDecimal,
  totalPaid: amountOrZero,
  note: textOrEmpty,
  referenceInvoiceId: idOrNull,
  invoiceFrom: z.int().nullish().catch(null),
  invoiceLineItems: z.array(line).nullish(),
  invoicePayments: z.array(payment).nullish(),
});
export type SaleWire = z.output<typeof saleWire>;
export type SaleLineWire = z.output<typeof line>;
