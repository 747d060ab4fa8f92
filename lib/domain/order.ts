import { z } from 'zod';
import { CustomerId, OrderId, ProductId, TaxClassId, VariantId, type SaleId } from './ids';
import { Instant } from './instant';
import { Currency, Decimal, Money } from './money';

/** The fifteen statuses of a BigCommerce order; merchants rename them, so the id is what counts (reference: bigcommerce 6.1). */
export const ORDER_STATUS = {
  Incomplete: 0,
  Pending: 1,
  Shipped: 2,
  PartiallyShipped: 3,
  Refunded: 4,
  Cancelled: 5,
  Declined: 6,
  AwaitingPayment: 7,
  AwaitingPickup: 8,
  AwaitingShipment: 9,
  Completed: 10,
  AwaitingFulfillment: 11,
  ManualVerificationRequired: 12,
  Disputed: 13,
  PartiallyRefunded: 14,
} as const;
export const OrderStatusId = z.literal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
export type OrderStatusId = z.infer<typeof OrderStatusId>;

/** One amount with and without its tax, as BigCommerce states both. */
export const TaxedAmount = z.object({ incTax: Money, exTax: Money });
export type TaxedAmount = z.infer<typeof TaxedAmount>;

export const Address = z.object({
  firstName: z.string(),
  lastName: z.string(),
  company: z.string(),
  street1: z.string(),
  street2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
  countryCode: z.string(),
  phone: z.string(),
  email: z.string(),
});
export type Address = z.infer<typeof Address>;

export const OrderLine = z.object({
  /** The order product's own id. */
  id: z.int(),
  /** `null` for a custom line. */
  productId: ProductId.nullable(),
  variantId: VariantId.nullable(),
  name: z.string(),
  sku: z.string(),
  kind: z.enum(['physical', 'digital', 'giftcertificate']),
  /** BigCommerce sells whole units. */
  quantity: z.int().positive(),
  /** Unit price before discounts, four decimals. */
  unitIncTax: Decimal,
  unitExTax: Decimal,
  /** Quantity times price before discounts. */
  total: TaxedAmount,
  /** Sum of the line's `applied_discounts`; in the mode (inc or ex) in which the store enters prices. */
  discount: Money,
  /** Gift wrapping of this line, for all of its units. */
  wrapping: TaxedAmount,
  quantityRefunded: z.number(),
  quantityShipped: z.number(),
  /** Child of a bundle: its price is in the parent, so it is not sold twice. */
  bundledIn: z.int().nullable(),
});
export type OrderLine = z.infer<typeof OrderLine>;

const OrderFee = z.object({ name: z.string(), amount: TaxedAmount, taxClassId: TaxClassId.nullable() });

/** A BigCommerce order with its lines, as the rules need it. */
export const Order = z.object({
  id: OrderId,
  statusId: OrderStatusId,
  createdAt: Instant,
  modifiedAt: Instant,
  /** The currency that the shopper was charged in (`default_currency_code`). */
  currency: Currency,
  pricesIncludeTax: z.boolean(),
  customerId: CustomerId.nullable(),
  billing: Address,
  lines: z.array(OrderLine),
  /** BigCommerce cuts included lines at 50 and says so; then the lines are read page by page. */
  linesComplete: z.boolean(),
  /** Units of all lines, also of those that were cut. */
  unitCount: z.number().nonnegative(),
  shipping: TaxedAmount,
  shippingTaxClassId: TaxClassId.nullable(),
  handling: TaxedAmount,
  handlingTaxClassId: TaxClassId.nullable(),
  wrapping: TaxedAmount,
  wrappingTaxClassId: TaxClassId.nullable(),
  fees: z.array(OrderFee),
  /** Manual and order-level discount. */
  discount: Money,
  couponDiscount: Money,
  storeCredit: Money,
  giftCertificates: Money,
  total: TaxedAmount,
  paymentMethod: z.string(),
  paymentStatus: z.string(),
  /** Who made the order, when it was made through the API. */
  externalSource: z.string().nullable(),
  externalOrderId: z.string().nullable(),
  staffNotes: z.string(),
  isArchived: z.boolean(),
});
export type Order = z.infer<typeof Order>;

/** What an order list shows; kept in the database so that the page needs no call. */
export type OrderSummary = Pick<Order, 'id' | 'statusId' | 'createdAt' | 'modifiedAt' | 'total' | 'paymentMethod' | 'externalSource'> & {
  customerName: string;
  email: string;
  itemCount: number;
};

/** One line of an order about to be created from a Hike sale. */
export interface OrderLineDraft {
  /** `null` sells the line as a custom line, without effect on BigCommerce's stock. */
  variant: { productId: ProductId; variantId: VariantId } | null;
  name: string;
  sku: string;
  quantity: number;
  unit: TaxedAmount;
}

/** An order about to be created from a Hike sale. */
export interface OrderDraft {
  /** Becomes `external_order_id`: the reference that every look-up uses. */
  saleId: SaleId;
  statusId: OrderStatusId;
  createdAt: Instant;
  customerId: CustomerId | null;
  billing: Address;
  lines: OrderLineDraft[];
  fees: { name: string; amount: TaxedAmount }[];
  discount: Money;
  subtotal: TaxedAmount;
  shipping: TaxedAmount;
  total: TaxedAmount;
  paymentMethod: string;
  staffNotes: string;
}

/** What may change on an order that came from a Hike sale; the status always travels (reference: bigcommerce 6.3). */
export interface OrderChange {
  statusId: OrderStatusId;
  staffNotes?: string;
  paymentMethod?: string;
}
