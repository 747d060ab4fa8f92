import { z } from 'zod';
import { amount, dateTime } from '../wire/wire-types.ts';

const line = z.strictObject({
  sku: z.string().optional(),
  productId: z.number().int().optional(),
  /** For a line without a product. */
  title: z.string().optional(),
  price: amount.optional(),
  /** Name of the tax; absent: the product's, or "No Tax" without a product. */
  tax: z.string().optional(),
  quantity: amount.default(1),
  discountPercent: amount.optional(),
  /** Per unit. */
  discountAmount: amount.optional(),
});

const payment = z.strictObject({
  /** Name of the payment type. */
  type: z.string(),
  /** Absent: what remains to be paid. */
  amount: amount.optional(),
  /** What was handed over; more than the amount gives change. */
  tendered: amount.optional(),
});

const returned = z.strictObject({ lineId: z.number().int(), quantity: amount.optional() });

const common = {
  /** Name or id; absent: the first active one. */
  register: z.union([z.string(), z.number().int()]).optional(),
  note: z.string().optional(),
  /** When it happened; absent: now. */
  at: dateTime.optional(),
};

export const ringUpInput = z.strictObject({
  ...common,
  status: z.enum(['Completed', 'Parked', 'LayBy', 'OnAccount', 'BackOrder', 'Quote']).default('Completed'),
  lines: z.array(line).min(1),
  customerId: z.number().int().nullish(),
  servedBy: z.number().int().optional(),
  discountPercent: amount.optional(),
  discountAmount: amount.optional(),
  shipping: amount.default(0),
  shippingTax: z.string().optional(),
  tip: amount.default(0),
  rounding: amount.default(0),
  /** Absent: a completed sale is paid in cash, any other not at all. */
  payments: z.array(payment).optional(),
  doNotUpdateInventory: z.boolean().default(false),
});

export const payInput = z.strictObject({
  payments: z.array(payment).default([]),
  register: common.register,
  /** Absent: completes when everything is paid. */
  complete: z.boolean().optional(),
});

export const voidInput = z.strictObject({ note: z.string().optional() });

export const refundInput = z.strictObject({
  ...common,
  /** Absent: all that is left to return. */
  lines: z.array(returned).min(1).optional(),
  restock: z.boolean().default(true),
  payments: z.array(payment).optional(),
  /** Give the shipping back too; absent: only when everything is returned. */
  shipping: z.boolean().optional(),
});

export const exchangeInput = z.strictObject({
  ...common,
  returns: z.array(returned).min(1),
  lines: z.array(line).min(1),
  restock: z.boolean().default(true),
  payments: z.array(payment).optional(),
});

export type CounterLine = z.output<typeof line>;
export type CounterPayment = z.output<typeof payment>;
export type CounterReturn = z.output<typeof returned>;
export type RingUp = z.output<typeof ringUpInput>;
export type Pay = z.output<typeof payInput>;
export type Refund = z.output<typeof refundInput>;
export type ExchangeGoods = z.output<typeof exchangeInput>;
export type RingUpInput = z.input<typeof ringUpInput>;
