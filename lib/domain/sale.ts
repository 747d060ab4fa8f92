import { z } from 'zod';
import { HikeCustomerId, HikeProductId, HikeTaxId, OutletId, PaymentTypeId, RegisterId, SaleId, type OrderId } from './ids';
import { Instant } from './instant';
import { Currency, Decimal, Money } from './money';
import { Quantity } from './quantity';

/** The statuses of a Hike sale (reference: hike-api 6.1); the name travels, number or name is read. */
export const SALE_STATUSES = [
  'Initial', 'Pending', 'Parked', 'Completed', 'Refunded', 'Voided', 'LayBy', 'BackOrder', 'OnAccount', 'Exchange',
  'RefundedAndDiscard', 'RefundedAndDiscardBO', 'Quote', 'PartialFulfilled', 'Packed', 'ReadyToShip', 'EmailSent', 'OnGoing',
] as const;
export const SaleStatus = z.enum(SALE_STATUSES);
export type SaleStatus = z.infer<typeof SaleStatus>;

export const SaleLine = z.object({
  /** `null` for a custom line. */
  productId: HikeProductId.nullable(),
  title: z.string(),
  sku: z.string(),
  /** Negative on a return. */
  quantity: Quantity,
  /** After line discounts, in the mode of the sale; negative on a return. */
  total: Money,
  exTax: Money,
  tax: Money,
});
export type SaleLine = z.infer<typeof SaleLine>;

export const SalePayment = z.object({ typeId: PaymentTypeId, name: z.string(), amount: Money });
export type SalePayment = z.infer<typeof SalePayment>;

/** A Hike sale as the rules need it. Kept as JSON with the sale's row, because no single-sale read of Hike's is proven. */
export const Sale = z.object({
  id: SaleId,
  number: z.string(),
  status: SaleStatus,
  transactionDate: Instant,
  modifiedAt: Instant,
  outletId: OutletId.nullable(),
  registerId: RegisterId.nullable(),
  customerId: HikeCustomerId.nullable(),
  customerName: z.string(),
  taxInclusive: z.boolean(),
  currency: Currency,
  lines: z.array(SaleLine),
  /** Including its tax. */
  shipping: Money,
  shippingTax: Money,
  tip: Money,
  rounding: Money,
  /** Discount on the whole sale, beyond the lines' own. */
  discount: Money,
  totalTax: Money,
  net: Money,
  paid: Money,
  payments: z.array(SalePayment),
  note: z.string(),
  /** The sale that a refund or an exchange goes back to. */
  originalSaleId: SaleId.nullable(),
  /** `invoiceFrom`: 5 is BigCommerce (reference: hike-api 6.1); `null` when Hike does not say. */
  source: z.int().nullable(),
});
export type Sale = z.infer<typeof Sale>;

/** A tax of Hike's; the rate is a percentage. */
export const HikeTax = z.object({ id: HikeTaxId, name: z.string(), rate: Decimal, isActive: z.boolean() });
export type HikeTax = z.infer<typeof HikeTax>;

/** One line of a sale about to be created from a BigCommerce order; all amounts in the sale's mode (inc or ex tax). */
export interface SaleLineDraft {
  productId: HikeProductId | null;
  title: string;
  sku: string;
  quantity: number;
  /** Unit price before the discount. */
  retailPrice: Money;
  /** Discount of one unit. */
  unitDiscount: Money;
  tax: HikeTax;
}

export interface SalePaymentDraft {
  typeId: PaymentTypeId;
  name: string;
  /** `payment_option_type` of the payment type, read from Hike. */
  kind: number;
  amount: Money;
}

/** A sale about to be created from a BigCommerce order. Its totals follow from `saleTotals`, never from elsewhere. */
export interface SaleDraft {
  orderId: OrderId;
  /** Becomes the sale's `number`: the reference that every look-up uses. */
  reference: string;
  status: 'Parked' | 'Completed';
  transactionDate: Instant;
  outletId: OutletId;
  registerId: RegisterId;
  customer: { id: HikeCustomerId; name: string } | null;
  taxInclusive: boolean;
  currency: Currency;
  lines: SaleLineDraft[];
  /** Including its tax. */
  shipping: Money;
  shippingTax: { tax: HikeTax; amount: Decimal };
  /** The cents, 5 at most, by which Hike's arithmetic differs from the order's total. */
  rounding: Money;
  payments: SalePaymentDraft[];
  note: string;
}
