import { z } from 'zod';

const line = z.strictObject({
  invoiceItemType: z.int(),
  invoiceItemValue: z.int().positive().optional(),
  sequence: z.int().positive(),
  title: z.string().min(1),
  sku: z.string(),
  quantity: z.number().positive(),
  retailPrice: z.number(),
  soldPrice: z.number(),
  discountIsAsPercentage: z.literal(false),
  discountValue: z.number(),
  totalDiscount: z.number(),
  totalAmount: z.number(),
  taxExclusiveTotalAmount: z.number(),
  effectiveAmount: z.number(),
  taxId: z.int().nonnegative(),
  taxName: z.string(),
  taxRate: z.number(),
  taxAmount: z.number(),
  isActive: z.literal(true),
});
export type SaleLineBody = z.output<typeof line>;

const payment = z.strictObject({
  paymentOptionId: z.int().nonnegative(),
  paymentOptionName: z.string(),
  paymentOptionType: z.int(),
  amount: z.number(),
  tenderedAmount: z.number(),
  isPaid: z.literal(true),
  outletId: z.int(),
  registerId: z.int(),
  paymentDate: z.string(),
});
export type SalePaymentBody = z.output<typeof payment>;

/** What `sales/create` is sent for a new sale (reference: hike-api 6.8); names and misspellings are Hike's. */
export const saleBody = z.strictObject({
  number: z.string().min(1),
  transactionDate: z.string(),
  finalizeDate: z.string().optional(),
  customerId: z.int().positive().optional(),
  customerName: z.string().optional(),
  outletId: z.int(),
  registerId: z.int(),
  status: z.union([z.string(), z.int()]),
  taxInclusive: z.boolean(),
  applyTaxAfterDiscount: z.literal(true),
  subTotal: z.number(),
  totalDiscount: z.literal(0),
  totalShippingCost: z.number(),
  shippingTaxAmount: z.number(),
  shippingTaxId: z.int().optional(),
  shippingTaxName: z.string().optional(),
  shippingTaxRate: z.number().optional(),
  roundingAmount: z.number(),
  totalTax: z.number(),
  netAmount: z.number(),
  totalPaid: z.number(),
  totalTender: z.number(),
  currency: z.string().length(3),
  note: z.string(),
  invoiceFrom: z.int().optional(),
  doNotUpdateInvenotry: z.literal(false),
  isActive: z.literal(true),
  invoiceLineItems: z.array(line).min(1),
  invoicePayments: z.array(payment),
});
export type SaleBody = z.output<typeof saleBody>;
