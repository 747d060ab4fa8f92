import { z } from 'zod';
import { HikeTaxId, OutletId, PaymentTypeId, RegisterId } from './ids';
import { Instant } from './instant';

/** BigCommerce's price fields, in its own words; Hike's retail price is tied to one of them. */
export const SALE_PRICE_FIELDS = ['price', 'sale_price', 'retail_price'] as const;

/** All that a merchant sets for one store. `null` means "not set yet"; nothing syncs until the required ones are. */
export const Settings = z.strictObject({
  outletId: OutletId.nullable().default(null),
  registerId: RegisterId.nullable().default(null),
  /** Hike payment type per BigCommerce payment method, by the method's name as it stands in orders. */
  payments: z
    .strictObject({
      fallback: PaymentTypeId.nullable().default(null),
      byMethod: z.record(z.string().min(1).max(200), PaymentTypeId).default({}),
    })
    .prefault({}),
  salePrice: z.enum(SALE_PRICE_FIELDS).nullable().default(null),
  /** Hike tax per BigCommerce tax class (key: the class id) and for shipping. */
  taxes: z
    .strictObject({
      byClass: z.record(z.string().regex(/^\d+$/), HikeTaxId).default({}),
      shipping: HikeTaxId.nullable().default(null),
    })
    .prefault({}),
  /** What an order that is already shipped or completed becomes in Hike. */
  shippedOrdersBecome: z.enum(['Completed', 'Parked']).default('Completed'),
  /** Complete the parked sale when its order ships; on by default. */
  followImportedOrders: z.boolean().default(true),
  /** Void the parked sale by itself when its order is cancelled or refunded; off: the merchant is asked. A completed sale is always asked about. */
  reverseImportedOrders: z.boolean().default(false),
  /** Sales before this moment are left out. Set when everything required is first set. */
  startDate: Instant.nullable().default(null),
  paused: z.strictObject({ imports: z.boolean().default(false), sales: z.boolean().default(false) }).prefault({}),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = Settings.parse({});
