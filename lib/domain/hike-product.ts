import { z } from 'zod';
import { HikeProductId, HikeTaxId, OutletId } from './ids';
import { Instant } from './instant';
import { Decimal } from './money';
import { Quantity } from './quantity';

/** Price and stock of a variant at one outlet (reference: hike-api 4.2). `null` where Hike has no record: never a zero. */
export const OutletLevel = z.object({
  outletId: OutletId,
  onHand: Quantity.nullable(),
  /** Committed to parked, lay-by and back-ordered sales. */
  committed: Quantity.nullable(),
  /** Sellable: on hand minus committed; may be negative. */
  available: Quantity.nullable(),
  priceIncTax: Decimal.nullable(),
  priceExTax: Decimal.nullable(),
  cost: Decimal.nullable(),
  taxId: HikeTaxId.nullable(),
});
export type OutletLevel = z.infer<typeof OutletLevel>;

/** An image with the largest address that Hike has of it. */
export const HikeImage = z.object({
  /** Hike's own id of the image, as text. */
  key: z.string(),
  url: z.url(),
  isPrimary: z.boolean(),
});
export type HikeImage = z.infer<typeof HikeImage>;

/** What is sold and counted: a single product's only one (with the product's id), or a child with an id of its own. */
export const HikeVariant = z.object({
  id: HikeProductId,
  /** Of the child row where it was told: "Organic tee / Small"; else the product's own name. */
  name: z.string(),
  sku: z.string(),
  barcode: z.string(),
  /** One value per option, in the order of the product's options; empty for a single product. */
  values: z.array(z.string()),
  levels: z.array(OutletLevel),
  images: z.array(HikeImage),
});
export type HikeVariant = z.infer<typeof HikeVariant>;

/** A Hike product with all of its variants, put together from the rows of a list (reference: hike-api 4.1, 4.3). */
export const HikeProduct = z.object({
  id: HikeProductId,
  name: z.string(),
  /** HTML. */
  description: z.string(),
  brand: z.string(),
  /** Hike's product types, which become categories. */
  types: z.array(z.object({ id: z.int(), name: z.string() })),
  tags: z.array(z.string()),
  seo: z.object({ title: z.string(), description: z.string(), keywords: z.string() }),
  isActive: z.boolean(),
  /** Ticked for Hike's eCommerce channel. */
  isOnline: z.boolean(),
  tracksStock: z.boolean(),
  /** Sold on at zero and below. */
  sellsBelowZero: z.boolean(),
  /** Names of the options, at most three; empty for a single product. */
  options: z.array(z.string()),
  /** Never empty. */
  variants: z.array(HikeVariant),
  images: z.array(HikeImage),
  modifiedAt: Instant.nullable(),
});
export type HikeProduct = z.infer<typeof HikeProduct>;

/** One row of Hike's product list: a product, or a child that may come without its parent. */
export type HikeProductRow = { kind: 'product'; product: HikeProduct } | { kind: 'child'; parentId: HikeProductId; variant: HikeVariant; modifiedAt: Instant | null };

/** A product about to be created in Hike from BigCommerce's, once, by hand. Prices as Hike's retail price, tax included or not as the shop works. */
export interface HikeProductDraft {
  name: string;
  description: string;
  sku: string;
  barcode: string;
  brand: string;
  type: string;
  tags: string[];
  priceIncTax: Decimal;
  priceExTax: Decimal;
  taxId: HikeTaxId | null;
  outletIds: OutletId[];
  options: string[];
  variants: { sku: string; barcode: string; values: string[]; priceIncTax: Decimal; priceExTax: Decimal }[];
  /** Public addresses; the first becomes the primary picture. */
  imageUrls: string[];
}
