import Big from 'big.js';
import { HikeProductId } from '../../domain/ids';
import { type HikeImage, HikeProduct, type HikeProductRow, HikeVariant, type OutletLevel } from '../../domain/hike-product';
import type { Decimal } from '../../domain/money';
import { quantityFromDecimal } from '../../domain/quantity';
import { ECOMMERCE_CHANNEL, OPTION_NAME_FIELDS, VARIANT_IMAGES_LIKE_PRODUCT_IMAGES } from './assumptions';
import { translated } from '../http/translated';
import type { ImageWire, OutletWire, ProductWire, VariantWire } from './product-wire';

const quantityOrNull = (value: Decimal | Big | null): OutletLevel['onHand'] => (value === null ? null : quantityFromDecimal(value));

/** On hand less what is committed, where Hike does not say it itself (reference: hike-api 4.2). */
const availableOf = ({ available_inventory: available, on_hand_inventory: onHand, reserved_inventory: reserved }: OutletWire): Decimal | Big | null =>
  available ?? (onHand === null ? null : new Big(onHand).minus(reserved ?? 0));

const levelFromWire = (outlet: OutletWire) => ({
  outletId: outlet.outlet_id,
  onHand: quantityOrNull(outlet.on_hand_inventory),
  committed: quantityOrNull(outlet.reserved_inventory),
  available: quantityOrNull(availableOf(outlet)),
  priceIncTax: outlet.price_inc_tax,
  priceExTax: outlet.price_ex_tax,
  cost: outlet.cost_price,
  taxId: outlet.tax_id,
});

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** The largest that Hike has: the full address was seen empty, thumbnails never (reference: hike-api 4.4). */
const imageFromWire = (image: ImageWire): HikeImage[] => {
  const url = [image.image_url, image['500_thumbnail'], image['240_thumbnail'], image['50_thumbnail']].map((text) => text.trim()).find(isWebAddress);
  return url === undefined ? [] : [{ key: String(image.primary_pic_Id ?? url), url, isPrimary: image.is_primary ?? false }];
};

const variantFromWire = (parent: ProductWire, variant: VariantWire) => ({
  id: variant.prod_variant_id,
  name: `${parent.name.trim()} / ${variant.variant_name.trim()}`,
  sku: variant.sku.trim(),
  barcode: variant.barcode.trim(),
  values: variant.variant_sub_values.map(({ variant_sub_value_name: value }) => value.trim()),
  levels: variant.variant_outlets.map(levelFromWire),
  images: VARIANT_IMAGES_LIKE_PRODUCT_IMAGES ? variant.variant_images.flatMap(imageFromWire) : [],
});

/** The row itself as what is sold: a single product, or a child, whose row tells no option values. */
const soldFromWire = (row: ProductWire) => ({
  id: row.id,
  name: row.name.trim(),
  sku: row.sku.trim(),
  barcode: row.barcode.trim(),
  values: [],
  levels: row.product_outlets.map(levelFromWire),
  images: row.parentId === null ? [] : row.additional_images.flatMap(imageFromWire),
});

const isParent = ({ has_variants: hasVariants, product_variants: variants }: ProductWire): boolean => hasVariants === true || variants.length > 0;

const optionName = (attribute: Record<string, unknown> | undefined, index: number): string => {
  const name = OPTION_NAME_FIELDS.map((field) => attribute?.[field]).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof name === 'string' ? name.trim() : `Option ${index + 1}`;
};

const optionsOf = (row: ProductWire): string[] => {
  const values = row.product_variants.reduce((most, { variant_sub_values: some }) => Math.max(most, some.length), 0);
  return Array.from({ length: Math.max(values, row.product_attributes.length) }, (_, index) => optionName(row.product_attributes[index], index));
};

const productOf = (row: ProductWire): HikeProduct =>
  HikeProduct.parse({
    id: row.id,
    name: row.name.trim(),
    description: row.description,
    brand: (row.bran_name || row.brand_name).trim(),
    types: row.product_type.flatMap(({ type_id: id, type_name: name }) => (name.trim() === '' ? [] : [{ id: id ?? 0, name: name.trim() }])),
    tags: row.product_tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    seo: { title: row.meta_title, description: row.meta_desc, keywords: row.meta_keywords },
    isActive: row.isActive,
    isOnline: row.sales_channels.includes(ECOMMERCE_CHANNEL),
    tracksStock: row.track_inventory === true,
    sellsBelowZero: row.continue_selling_no_inventory === true,
    options: isParent(row) ? optionsOf(row) : [],
    variants: isParent(row) ? row.product_variants.map((variant) => variantFromWire(row, variant)) : [soldFromWire(row)],
    images: row.additional_images.flatMap(imageFromWire),
    modifiedAt: row.last_modified ?? null,
  });

const rowOf = (row: ProductWire): HikeProductRow => {
  if (row.parentId === null) return { kind: 'product', product: productOf(row) };
  return { kind: 'child', parentId: HikeProductId.parse(row.parentId), variant: HikeVariant.parse(soldFromWire(row)), modifiedAt: row.last_modified ?? null };
};

const named = ({ id }: ProductWire) => ({ side: 'hike' as const, what: `product ${id}` });

/** A parent that comes without its children has none here: their own rows bring them. */
export const productFromWire = (row: ProductWire): HikeProduct => translated(() => productOf(row), named(row));

export const rowFromWire = (row: ProductWire): HikeProductRow => translated(() => rowOf(row), named(row));
