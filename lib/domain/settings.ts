import { z } from 'zod';
import { FIELD_OWNERS, type FieldOwner, type ProductField } from './catalogue-words';
import { HikeTaxId, OutletId, PaymentTypeId, RegisterId } from './ids';
import { Instant } from './instant';
import { StockBuffer } from './stock';

/** BigCommerce's price fields, in its own words; Hike's retail price is tied to one of them. */
export const SALE_PRICE_FIELDS = ['price', 'sale_price', 'retail_price'] as const;

/** Hike counts and prices; what people write for the web stays theirs once the product exists. */
const DEFAULT_OWNERS = {
  name: 'bigcommerce',
  description: 'bigcommerce',
  sku: 'hike',
  barcode: 'hike',
  brand: 'bigcommerce',
  categories: 'bigcommerce',
  tags: 'bigcommerce',
  seo: 'bigcommerce',
  price: 'hike',
  images: 'bigcommerce',
  visibility: 'bigcommerce',
  stock: 'hike',
} as const satisfies Record<ProductField, FieldOwner>;

const ownersOf = (defaults: Record<ProductField, FieldOwner>) =>
  Object.fromEntries(Object.entries(defaults).map(([field, owner]) => [field, z.enum(FIELD_OWNERS).default(owner)])) as Record<ProductField, z.ZodDefault<z.ZodEnum<{ [Owner in FieldOwner]: Owner }>>>;

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
  paused: z
    .strictObject({
      imports: z.boolean().default(false),
      sales: z.boolean().default(false),
      products: z.boolean().default(false),
      stock: z.boolean().default(false),
      customers: z.boolean().default(false),
    })
    .prefault({}),
  /** Whom a mail tells when a side is lost or records need a person, and when that is over. */
  alerts: z
    .strictObject({
      addresses: z.array(z.email().max(254)).max(10).default([]),
      /** Also when records need a person; when a side is lost in any case. */
      needsYou: z.boolean().default(true),
    })
    .prefault({}),
  catalogue: z
    .strictObject({
      /** When a person pressed "Start" after a dry run; before, nothing of the catalogue, stock or customers is written. */
      startedAt: Instant.nullable().default(null),
      owners: z.strictObject(ownersOf(DEFAULT_OWNERS)).prefault({}),
      newProducts: z.enum(['visible', 'hidden']).default('hidden'),
      /** What happens in BigCommerce to a product that is gone from Hike, inactive, or no longer ticked for eCommerce. */
      deletes: z.enum(['ask', 'hide', 'delete']).default('ask'),
      /** The dry run points out prices that move by more than this. */
      priceAlarmPercent: z.int().min(1).max(1000).default(30),
    })
    .prefault({}),
  stock: z
    .strictObject({
      /** Outlets whose sum a BigCommerce location shows (key: the location's id). Empty: the default location shows the chosen outlet. */
      outletsByLocation: z.record(z.string().regex(/^\d+$/), z.array(OutletId)).default({}),
      buffer: StockBuffer.default({ kind: 'units', value: 0 }),
      /** By Hike product type id, and by Hike product id: the most particular one holds. */
      bufferByType: z.record(z.string().regex(/^\d+$/), StockBuffer).default({}),
      bufferByProduct: z.record(z.string().regex(/^\d+$/), StockBuffer).default({}),
      /** More variants than this falling to zero at once wait for a person. */
      zeroGuard: z.int().min(1).max(100_000).default(20),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = Settings.parse({});
