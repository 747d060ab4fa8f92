/** An image as both sides may hold it; what Hike does with it stands in `hike/images/product-image.ts`. */
export interface GoodImage {
  /** The same content, the same bytes. */
  content: string;
  hasFullUrl: boolean;
  hasLongUrl: boolean;
  reach: 'public' | 'private' | 'gone';
}

/** Units at the first and the second outlet or location; null where there is no record. */
export type GoodStock = [number | null, number | null];

export interface GoodVariant {
  /** One per option, in their order. */
  values: string[];
  sku: string;
  barcode: string;
  stock: GoodStock;
  images: GoodImage[];
}

/** A field of the storefront that Hike has nothing to put into. */
export interface GoodModifier {
  name: string;
  isRequired: boolean;
}

/** A product as one side knows it. A world gives the two sides goods that agree, differ or miss each other. */
export interface CatalogueGood {
  name: string;
  /** HTML; empty where nobody wrote one. */
  description: string;
  sku: string;
  barcode: string;
  brand: string;
  /** Hike's product type, BigCommerce's category. */
  type: string;
  tags: string[];
  /** With tax. */
  priceCents: number;
  costCents: number;
  isTaxFree: boolean;
  options: string[];
  variants: GoodVariant[];
  stock: GoodStock;
  images: GoodImage[];
  /** Ticked for Hike's eCommerce channel; visible in BigCommerce. */
  isOnline: boolean;
  isActive: boolean;
  tracksStock: boolean;
  /** Of a composite in Hike. */
  parts: { sku: string; quantity: number }[];
  modifiers: GoodModifier[];
  /** BigCommerce still keeps the options in an option set of its oldest kind. */
  hasOldOptionSet: boolean;
}

/** What the sides make of one thing; several goods on a side where they are duplicates of each other. */
export interface CatalogueItem {
  hike: CatalogueGood[];
  store: CatalogueGood[];
}
