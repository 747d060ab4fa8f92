import type { z } from 'zod';
import type { Decimal } from '../../domain/money';
import type { HikeProductDraft } from '../../domain/hike-product';
import { ECOMMERCE_CHANNEL, NAMES_MAKE_BRANDS_AND_TYPES, SEND_IMAGE_URLS } from './assumptions';
import type { productBody } from './product-body';
import { wireNumber } from './wire-number';

/** What the till sells from. */
const TILL_CHANNEL = '1';

interface Prices {
  priceIncTax: Decimal;
  priceExTax: Decimal;
}

const outletsToWire = ({ outletIds, taxId }: HikeProductDraft, { priceIncTax, priceExTax }: Prices) =>
  outletIds.map((id) => ({
    outlet_id: id,
    price_ex_tax: wireNumber(priceExTax),
    price_inc_tax: wireNumber(priceIncTax),
    ...(taxId !== null && { tax_id: taxId }),
    visible_or_not: true as const,
  }));

const variantToWire = (draft: HikeProductDraft, variant: HikeProductDraft['variants'][number]) => ({
  variant_name: variant.values.join(' / '),
  sku: variant.sku,
  barcode: variant.barcode,
  variant_outlets: outletsToWire(draft, variant),
  variant_sub_values: variant.values.map((value) => ({ variant_sub_value_name: value })),
});

export const productToWire = (draft: HikeProductDraft): z.output<typeof productBody> => {
  const canName = NAMES_MAKE_BRANDS_AND_TYPES;
  return {
    name: draft.name,
    description: draft.description,
    sku: draft.sku,
    barcode: draft.barcode,
    ...(canName && draft.brand !== '' && { bran_name: draft.brand }),
    has_variants: draft.variants.length > 0,
    track_inventory: true,
    isActive: true,
    product_tags: draft.tags.map((name) => ({ name })),
    product_type: canName && draft.type !== '' ? [{ type_id: 0, type_name: draft.type }] : [],
    sales_channels: [TILL_CHANNEL, ECOMMERCE_CHANNEL].map((channel) => ({ sales_channels: channel })),
    product_outlets: outletsToWire(draft, draft),
    product_attributes: draft.options.map((name) => ({ attribute_name: name })),
    product_variants: draft.variants.map((variant) => variantToWire(draft, variant)),
    additional_images: SEND_IMAGE_URLS ? draft.imageUrls.map((url, index) => ({ image_url: url, is_primary: index === 0 })) : [],
  };
};
