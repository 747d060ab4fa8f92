import { z } from 'zod';
import { CategoryId, ImageId, ProductId, TaxClassId, VariantId } from '../../domain/ids';
import { StoreProduct, type StoreVariant } from '../../domain/store-product';
import { amountOrZero, idOrNull, textOrEmpty, wireDecimal } from '../http/wire-values';
import { wireTime } from './wire-values';

/** Of a variant `null` inherits the product's (reference: bigcommerce 7.1). */
const inheritable = wireDecimal.nullish().transform((value) => value ?? null);

const optionValue = z.object({ option_display_name: textOrEmpty, label: textOrEmpty });

const variantWire = z
  .object({
    id: VariantId,
    sku: textOrEmpty,
    upc: textOrEmpty,
    price: inheritable,
    sale_price: inheritable,
    retail_price: inheritable,
    purchasing_disabled: z.boolean().nullish(),
    image_url: textOrEmpty,
    option_values: z.array(optionValue).nullish(),
  })
  .transform(({ id, sku, upc, price, sale_price: salePrice, retail_price: retailPrice, purchasing_disabled: isOffSale, image_url: imageUrl, option_values: values }): StoreVariant => ({
    id,
    sku,
    barcode: upc,
    values: (values ?? []).map(({ option_display_name: option, label }) => ({ option, label })),
    price,
    salePrice,
    retailPrice,
    isPurchasable: isOffSale !== true,
    imageUrl,
  }));

const imageWire = z.object({ id: ImageId, sort_order: z.int().nullish(), is_thumbnail: z.boolean().nullish() });

/** A list of words in the contract; older products answer one text. */
const keywords = z.union([z.array(z.string()).transform((words) => words.join(', ')), textOrEmpty]);

/** A product as V3 gives it, with its variants and images. */
export const productWire = z.object({
  id: ProductId,
  name: textOrEmpty,
  description: textOrEmpty,
  sku: textOrEmpty,
  upc: textOrEmpty,
  brand_id: idOrNull,
  categories: z.array(CategoryId).nullish(),
  search_keywords: textOrEmpty,
  page_title: textOrEmpty,
  meta_description: textOrEmpty,
  meta_keywords: keywords.nullish(),
  price: amountOrZero,
  sale_price: amountOrZero,
  retail_price: amountOrZero,
  tax_class_id: TaxClassId.nullish(),
  is_visible: z.boolean().nullish(),
  inventory_tracking: z.enum(['none', 'product', 'variant']).catch('none'),
  base_variant_id: VariantId.nullish(),
  date_modified: wireTime.nullish(),
  variants: z.array(variantWire).nullish(),
  images: z.array(imageWire).nullish(),
});
export type ProductWire = z.output<typeof productWire>;

/** A simple product's only variant, from the product itself: an answer to a write may leave the list out. */
const variantsOf = ({ variants, base_variant_id: id, sku, upc }: ProductWire): StoreVariant[] => {
  if (variants && variants.length > 0) return variants;
  return id == null ? [] : [{ id, sku, barcode: upc, values: [], price: null, salePrice: null, retailPrice: null, isPurchasable: true, imageUrl: '' }];
};

/** `brand` is the name behind `brand_id`. */
export const productFromWire = (wire: ProductWire, brand: string): StoreProduct => {
  const variants = variantsOf(wire);
  return StoreProduct.parse({
    id: wire.id,
    name: wire.name,
    description: wire.description,
    sku: wire.sku,
    barcode: wire.upc,
    brand,
    categories: wire.categories ?? [],
    searchKeywords: wire.search_keywords,
    seo: { title: wire.page_title, description: wire.meta_description, keywords: wire.meta_keywords ?? '' },
    price: wire.price,
    salePrice: wire.sale_price,
    retailPrice: wire.retail_price,
    taxClassId: wire.tax_class_id ?? 0,
    isVisible: wire.is_visible ?? true,
    tracking: wire.inventory_tracking,
    options: [...new Set(variants.flatMap(({ values }) => values.map(({ option }) => option)))],
    // Asked for with the list, modifiers would cut its pages from 250 products to ten; `hasModifiers` tells.
    hasModifiers: false,
    variants,
    images: (wire.images ?? []).map(({ id, sort_order: position, is_thumbnail: isThumbnail }) => ({ id, position: position ?? 0, isThumbnail: isThumbnail ?? false })),
    modifiedAt: wire.date_modified ?? null,
  });
};
