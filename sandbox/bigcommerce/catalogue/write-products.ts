import { ApiRefusal } from '../api-refusal.ts';
import { nextId, type Product, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { assertNameFree, assertReferences, assertRoomForProduct, assertSkuFree } from './assert-references.ts';
import { dropProduct, folded, putProduct, renameProduct, renameVariant } from './catalogue-index.ts';
import { definedOnly } from './defined-only.ts';
import type { ProductPost, ProductPut } from './product-input.ts';
import { PRODUCT_DEFAULTS } from './product-view.ts';
import { variantsOf } from './stock.ts';
import { brandNamed } from './write-brands.ts';
import { addImage, replaceImages } from './write-images.ts';
import { assertVariantsFit } from './write-options.ts';
import { addBaseVariant, addFirstVariant, removeVariantsOf, setLevel } from './write-variants.ts';

/** What a change of these alone tells no hook. */
const SILENT = ['images', 'custom_fields'];

type CustomFields = NonNullable<ProductPut['custom_fields']>;

function customFields(store: Store, fields: CustomFields): Product['customFields'] {
  return fields.map((field) => ({ id: field.id ?? nextId(store, 'customField'), name: field.name, value: field.value }));
}

function newProduct(platform: Platform, store: Store, input: ProductPost): Product {
  const now = platform.core.clock.now().toISOString();
  const { variants: _variants, images: _images, custom_fields: custom = [], brand_name: brand, inventory_level: _level, ...fields } = input;
  const brandId = brand === undefined ? (input.brand_id ?? 0) : brandNamed(platform, store, brand);
  const product: Product = {
    id: nextId(store, 'product', 77),
    fields: { ...PRODUCT_DEFAULTS, ...fields, ...definedOnly(fields), sku: input.sku ?? '', brand_id: brandId, categories: input.categories ?? [], tax_class_id: input.tax_class_id ?? 0, inventory_tracking: input.inventory_tracking ?? 'none' },
    options: [],
    images: [],
    customFields: customFields(store, custom),
    // Whether an API product lands on the default channel by itself is not documented; this one does.
    channels: [1],
    metafields: [],
    baseVariantId: 0,
    created: now,
    modified: now,
  };
  putProduct(store, product);
  return product;
}

/** Everything that can refuse a new product, so that a refusal leaves nothing behind. */
function assertCanCreate(store: Store, input: ProductPost): void {
  assertRoomForProduct(store);
  assertNameFree(store, input.name);
  assertReferences(store, input);
  const skus = [input.sku ?? '', ...(input.variants ?? []).map((variant) => variant.sku)].filter((sku) => sku !== '');
  for (const sku of skus) assertSkuFree(store, sku, { status: 409 });
  const twice = skus.find((sku, index) => skus.findIndex((other) => folded(other) === folded(sku)) !== index);
  if (twice !== undefined) throw new ApiRefusal(409, `The sku "${twice}" is a duplicate.`, { sku: 'duplicate within the request' });
  assertVariantsFit(input.variants ?? []);
}

/** POST /v3/catalog/products: one product with all its variants and images. */
export function createProduct(platform: Platform, store: Store, input: ProductPost): Product {
  assertCanCreate(store, input);
  const product = newProduct(platform, store, input);
  const { variants = [], images = [] } = input;
  note(platform, store, { kind: 'product.created', id: product.id, reference: product.fields.sku, data: { name: product.fields.name, variants: variants.length, images: images.length } });
  platform.emit(store, 'store/product/created', { type: 'product', id: product.id });
  for (const image of images) addImage(platform, store, { product, input: image });
  for (const variant of variants) addFirstVariant(platform, store, { product, input: variant });
  if (variants.length > 0) {
    setWholeLevel(platform, store, { product, level: input.inventory_level });
    return product;
  }
  const base = addBaseVariant(store, product);
  Object.assign(base.fields, mirrored(input));
  setLevel(platform, store, { product, variant: base, level: input.inventory_level });
  return product;
}

/** What the base variant of a simple product shows as the product does. */
function mirrored({ upc, gtin, mpn, cost_price, bin_picking_number }: ProductPut): Record<string, unknown> {
  return definedOnly({ upc, gtin, mpn, cost_price, bin_picking_number });
}

/** A level on the product itself counts where the product is tracked as one thing: alone, or all its variants together. */
function setWholeLevel(platform: Platform, store: Store, target: { product: Product; level: number | undefined }): void {
  const { product, level } = target;
  const variant = variantsOf(store, product.id)[0];
  const whole = product.baseVariantId !== 0 || product.fields.inventory_tracking === 'product';
  if (variant && whole) setLevel(platform, store, { product, variant, level });
}

/** Everything that can refuse an update. A batch is checked as a whole before the first of it is stored. */
export function assertCanUpdate(store: Store, product: Product, input: ProductPut): void {
  if (input.name !== undefined) assertNameFree(store, input.name, product.id);
  assertReferences(store, input);
  if (input.sku !== undefined) assertSkuFree(store, input.sku, { productId: product.id, variantId: product.baseVariantId, status: 409 });
}

export function updateProduct(platform: Platform, store: Store, target: { product: Product; input: ProductPut }): Product {
  const { product, input } = target;
  assertCanUpdate(store, product, input);
  const base = store.variants.get(product.baseVariantId);
  const { images, custom_fields: custom, brand_name: brand, inventory_level: level, name, sku, ...fields } = input;
  if (name !== undefined || sku !== undefined) renameProduct(store, product, { name, sku });
  Object.assign(product.fields, definedOnly(fields), brand === undefined ? {} : { brand_id: brandNamed(platform, store, brand) });
  if (custom) product.customFields = customFields(store, custom);
  if (base && sku !== undefined) renameVariant(store, base, sku);
  if (base) Object.assign(base.fields, mirrored(input));
  product.modified = platform.core.clock.now().toISOString();
  const { images: _files, ...told } = input;
  note(platform, store, { kind: 'product.updated', id: product.id, reference: product.fields.sku, data: definedOnly(told) });
  if (Object.keys(definedOnly(input)).some((field) => !SILENT.includes(field))) platform.emit(store, 'store/product/updated', { type: 'product', id: product.id });
  if (images) replaceImages(platform, store, { product, inputs: images });
  setWholeLevel(platform, store, { product, level });
  return product;
}

export function deleteProduct(platform: Platform, store: Store, product: Product): void {
  removeVariantsOf(store, product);
  dropProduct(store, product);
  note(platform, store, { kind: 'product.deleted', id: product.id, reference: product.fields.sku, data: {} });
  platform.emit(store, 'store/product/deleted', { type: 'product', id: product.id });
}
