import { z } from 'zod';
import { CategoryId, ImageId, ProductId, TaxClassId, VariantId } from './ids';
import { Instant } from './instant';
import { Decimal } from './money';

/** What BigCommerce sells and counts; a product without options has one (reference: bigcommerce 7.1). */
export const StoreVariant = z.object({
  id: VariantId,
  sku: z.string(),
  /** `upc`. */
  barcode: z.string(),
  values: z.array(z.object({ option: z.string(), label: z.string() })),
  /** `null` inherits the product's. */
  price: Decimal.nullable(),
  salePrice: Decimal.nullable(),
  retailPrice: Decimal.nullable(),
  /** Shoppers may buy it; false is BigCommerce's `purchasing_disabled`. */
  isPurchasable: z.boolean().default(true),
  /** Of its own picture; empty where it shows the product's. */
  imageUrl: z.string().default(''),
});
export type StoreVariant = z.infer<typeof StoreVariant>;

/** A BigCommerce product as the rules compare it. Prices are as the store enters them, with or without tax; zero means "not set". */
export const StoreProduct = z.object({
  id: ProductId,
  name: z.string(),
  description: z.string(),
  sku: z.string(),
  barcode: z.string(),
  brand: z.string(),
  categories: z.array(CategoryId),
  searchKeywords: z.string(),
  seo: z.object({ title: z.string(), description: z.string(), keywords: z.string() }),
  price: Decimal,
  salePrice: Decimal,
  retailPrice: Decimal,
  taxClassId: TaxClassId,
  isVisible: z.boolean(),
  tracking: z.enum(['none', 'product', 'variant']),
  /** Names of the options that make variants. */
  options: z.array(z.string()),
  hasModifiers: z.boolean(),
  /** Never empty. */
  variants: z.array(StoreVariant),
  images: z.array(z.object({ id: ImageId, position: z.int(), isThumbnail: z.boolean() })),
  modifiedAt: Instant.nullable(),
});
export type StoreProduct = z.infer<typeof StoreProduct>;

/** One image about to be added: by address, or as a file where BigCommerce cannot fetch it. */
export interface ImageDraft {
  source: { kind: 'url'; url: string } | { kind: 'file'; name: string; type: string; bytes: Uint8Array };
  position: number;
  isThumbnail: boolean;
}

/** A product about to be created, variants and images in one call. Absent fields are left to BigCommerce. */
export interface ProductDraft {
  name: string;
  description?: string;
  brand?: string;
  categories: CategoryId[];
  searchKeywords?: string;
  seo?: { title: string; description: string; keywords: string };
  /** Required by BigCommerce even where another field carries Hike's price. */
  price: Decimal;
  salePrice?: Decimal;
  retailPrice?: Decimal;
  taxClassId?: TaxClassId;
  isVisible: boolean;
  tracking: 'none' | 'product' | 'variant';
  sku: string;
  barcode?: string;
  /** Empty for a single product. */
  variants: { sku: string; barcode?: string; values: { option: string; label: string }[]; price?: Decimal; salePrice?: Decimal; retailPrice?: Decimal; imageUrl?: string }[];
  images: ImageDraft[];
}

/** Only what changes; an absent field is not sent. */
export interface ProductChange {
  id: ProductId;
  name?: string;
  description?: string;
  brand?: string;
  /** The whole list: BigCommerce overwrites it. */
  categories?: CategoryId[];
  searchKeywords?: string;
  seo?: { title: string; description: string; keywords: string };
  price?: Decimal;
  salePrice?: Decimal;
  retailPrice?: Decimal;
  isVisible?: boolean;
  tracking?: 'none' | 'product' | 'variant';
  sku?: string;
  barcode?: string;
}

/** Only what changes on a variant. */
export interface VariantChange {
  id: VariantId;
  productId: ProductId;
  sku?: string;
  barcode?: string;
  price?: Decimal;
  salePrice?: Decimal;
  retailPrice?: Decimal;
  isPurchasable?: boolean;
  /** Takes the place of the one it has; there is no way to take it away. */
  picture?: ImageDraft['source'];
}

/** A variant added to a product that has options already. */
export interface VariantDraft {
  productId: ProductId;
  /** What people call the product, should the variant be refused. */
  productName: string;
  sku: string;
  barcode?: string;
  values: { option: string; label: string }[];
  price?: Decimal;
  salePrice?: Decimal;
  retailPrice?: Decimal;
}
