import type { z } from 'zod';
import type { Decimal } from '../../domain/money';
import type { ImageDraft, ProductChange, ProductDraft, VariantChange } from '../../domain/store-product';
import type { changedProductBody, changedVariantBody, imageByUrlBody, newProductBody } from './product-body';

/** Written from the decimal text at the last moment; never computed with. */
const priced = (value: Decimal): number => Number(value);

const pricesToWire = ({ price, salePrice, retailPrice }: { price?: Decimal; salePrice?: Decimal; retailPrice?: Decimal }) => ({
  ...(price !== undefined && { price: priced(price) }),
  ...(salePrice !== undefined && { sale_price: priced(salePrice) }),
  ...(retailPrice !== undefined && { retail_price: priced(retailPrice) }),
});

const keywordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const brandToWire = (brand: string) => (brand.trim() === '' ? { brand_id: 0 as const } : { brand_name: brand.trim() });

type Details = Omit<ProductChange, 'id' | 'name'>;

/** What a draft and a change have in common; an absent field is left alone. */
const detailsToWire = (from: Details) => ({
  ...(from.description !== undefined && { description: from.description }),
  ...(from.brand !== undefined && brandToWire(from.brand)),
  ...(from.categories !== undefined && { categories: [...from.categories] }),
  ...(from.searchKeywords !== undefined && { search_keywords: from.searchKeywords }),
  ...(from.seo && { page_title: from.seo.title, meta_description: from.seo.description, meta_keywords: keywordsOf(from.seo.keywords) }),
  ...(from.isVisible !== undefined && { is_visible: from.isVisible }),
  ...(from.tracking !== undefined && { inventory_tracking: from.tracking }),
  ...(from.sku !== undefined && { sku: from.sku }),
  ...(from.barcode !== undefined && { upc: from.barcode }),
  ...pricesToWire(from),
});

export const variantChangeToWire = (from: Omit<VariantChange, 'id' | 'productId'>): z.output<typeof changedVariantBody> => ({
  ...(from.sku !== undefined && { sku: from.sku }),
  ...(from.barcode !== undefined && { upc: from.barcode }),
  ...pricesToWire(from),
  ...(from.isPurchasable !== undefined && { purchasing_disabled: !from.isPurchasable }),
  ...(from.picture?.kind === 'url' && { image_url: from.picture.url }),
});

const variantToWire = (variant: ProductDraft['variants'][number]) => ({
  ...variantChangeToWire(variant),
  sku: variant.sku,
  ...(variant.imageUrl !== undefined && { image_url: variant.imageUrl }),
  option_values: variant.values.map(({ option, label }) => ({ option_display_name: option, label })),
});

export const imageToWire = ({ position, isThumbnail }: ImageDraft, url: string): z.output<typeof imageByUrlBody> => ({ image_url: url, sort_order: position, is_thumbnail: isThumbnail });

const imagesByUrl = ({ images }: ProductDraft) => images.flatMap((image) => (image.source.kind === 'url' ? [imageToWire(image, image.source.url)] : []));

export const productToWire = (draft: ProductDraft): z.output<typeof newProductBody> => ({
  ...detailsToWire(draft),
  name: draft.name,
  type: 'physical',
  weight: 0,
  price: priced(draft.price),
  ...(draft.taxClassId !== undefined && { tax_class_id: draft.taxClassId }),
  ...(draft.variants.length > 0 && { variants: draft.variants.map(variantToWire) }),
  images: imagesByUrl(draft),
});

export const productChangeToWire = ({ name, ...details }: Omit<ProductChange, 'id'>): z.output<typeof changedProductBody> => ({
  ...(name !== undefined && { name }),
  ...detailsToWire(details),
});
