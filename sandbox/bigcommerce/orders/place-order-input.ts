import { z } from 'zod';
import { amount } from '../model/amount.ts';

const moneyText = z.union([z.number(), z.string()]).transform(amount);

const line = z.object({
  /** A product or variant of the catalogue. An unknown SKU becomes a line whose product has left the catalogue. */
  sku: z.string().optional(),
  /** With a name and no SKU: a custom line, as staff add in the control panel. */
  name: z.string().optional(),
  quantity: z.int().min(1).default(1),
  /** As the store enters prices. Absent: the shelf price. */
  price: moneyText.optional(),
  digital: z.boolean().default(false),
  taxClassId: z.int().optional(),
  wrapping: z.object({ name: z.string().default('Gift wrap'), message: z.string().default(''), cost: moneyText }).optional(),
});

/** An order as a shopper or a member of staff would place it. All amounts are as the store enters prices. */
export const placeOrderInput = z.object({
  status: z.int().min(0).max(14).default(11),
  /** A customer of the store; absent together with `guest`: the store's usual guest. */
  customerId: z.int().optional(),
  guest: z.object({ firstName: z.string(), lastName: z.string(), email: z.string(), phone: z.string().optional() }).optional(),
  lines: z.array(line).min(1),
  coupon: z.object({ code: z.string(), type: z.enum(['amount', 'percent']).default('amount'), value: z.number() }).optional(),
  manualDiscount: moneyText.optional(),
  shipping: moneyText.optional(),
  shippingMethod: z.string().default('Flat Rate'),
  handling: moneyText.optional(),
  fees: z.array(z.object({ name: z.string(), cost: moneyText })).default([]),
  giftCertificate: z.object({ code: z.string().default('GIFT-0001'), amount: moneyText }).optional(),
  storeCredit: moneyText.optional(),
  currency: z.string().optional(),
  paymentMethod: z.string().default('Credit Card'),
  /** What is paid of the total; absent: everything, in statuses that mean paid. */
  paid: moneyText.optional(),
  pickup: z.boolean().default(false),
  customerMessage: z.string().default(''),
  staffNotes: z.string().default(''),
  placedAt: z.string().optional(),
  externalOrderId: z.string().default(''),
});

export type PlaceOrderInput = z.input<typeof placeOrderInput>;
export type PlacedOrder = z.output<typeof placeOrderInput>;
