import { ApiRefusal, notFound } from '../api-refusal.ts';
import { nextId, type Product, type ProductOption, type Store, type Variant } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import type { ProductPost, ProductPut, VariantPost, VariantPut } from './product-input.ts';
import { PRODUCT_DEFAULTS } from './product-view.ts';
import { defaultLocationId, moveStock, variantsOf } from './stock.ts';

const defined = (value: object) => Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));

function assertSkuFree(store: Store, sku: string, ownVariantId?: number): void {
  if (sku === '') return;
  const wanted = sku.toLowerCase();
  const variant = [...store.variants.values()].find((candidate) => candidate.sku.toLowerCase() === wanted && candidate.id !== ownVariantId);
  if (variant) throw new ApiRefusal(409, `The sku "${sku}" is a duplicate.`, { sku: `duplicate of variant ${variant.id}` });
}

function assertNameFree(store: Store, name: string, ownId?: number): void {
  const taken = [...store.products.values()].some((product) => product.fields.name.toLowerCase() === name.toLowerCase() && product.id !== ownId);
  if (taken) throw new ApiRefusal(409, 'The product name is a duplicate.', { name: 'duplicate' });
}

/** 409 also means that a brand, a category or a tax class is missing. */
function assertReferences(store: Store, input: ProductPut): void {
  const missing = (input.categories ?? []).find((id) => !store.categories.has(id));
  if (missing !== undefined) throw new ApiRefusal(409, 'One or more categories do not exist.', { categories: `missing ${missing}` });
  if (input.brand_id && !store.brands.has(input.brand_id)) throw new ApiRefusal(409, 'The brand does not exist.', { brand_id: 'missing' });
  if (input.tax_class_id !== undefined && !store.taxClasses.some((taxClass) => taxClass.id === input.tax_class_id)) {
    throw new ApiRefusal(409, 'The tax class does not exist.', { tax_class_id: 'missing' });
  }
}

function brandNamed(store: Store, name: string): number {
  const known = [...store.brands.values()].find((brand) => brand.name.toLowerCase() === name.toLowerCase());
  if (known) return known.id;
  const id = nextId(store, 'brand', 35);
  store.brands.set(id, { id, name });
  return id;
}

function chooseValue(store: Store, product: Product, wanted: VariantPost['option_values'][number]) {
  const option: ProductOption =
    product.options.find((candidate) => (wanted.option_id === undefined ? candidate.displayName === wanted.option_display_name : candidate.id === wanted.option_id)) ??
    { id: nextId(store, 'option', 110), displayName: wanted.option_display_name ?? 'Option', type: 'dropdown', sortOrder: product.options.length, values: [] };
  if (!product.options.includes(option)) product.options.push(option);
  const known = option.values.find((value) => (wanted.id === undefined ? value.label === wanted.label : value.id === wanted.id));
  if (known) return { id: known.id, optionId: option.id };
  const value = { id: nextId(store, 'optionValue', 90), label: wanted.label ?? '', sortOrder: option.values.length, isDefault: false };
  option.values.push(value);
  return { id: value.id, optionId: option.id };
}

function newVariant(store: Store, product: Product, sku: string): Variant {
  const blank = { price: null, cost_price: 0, sale_price: null, retail_price: null, weight: null, width: null, height: null, depth: null };
  const rest = { is_free_shipping: false, fixed_cost_shipping_price: null, purchasing_disabled: false, purchasing_disabled_message: '', upc: '', gtin: '', mpn: '', bin_picking_number: '', image_url: '', inventory_warning_level: 0 };
  const variant: Variant = { id: nextId(store, 'variant', 60), productId: product.id, sku, fields: { ...blank, ...rest }, optionValues: [] };
  store.variants.set(variant.id, variant);
  return variant;
}

function setLevel(platform: Platform, store: Store, target: { product: Product; variant: Variant; level: number | null | undefined }): void {
  const { product, variant, level } = target;
  if (level === null || level === undefined || product.fields.inventory_tracking === 'none') return;
  // Below zero nothing is stored; the answer's 207 says so (see stored-answer.ts).
  if (level < 0) return;
  // The catalogue clamps what the Inventory API would refuse.
  moveStock(platform, store, { product, variant, locationId: defaultLocationId(store), method: 'absolute', value: Math.min(level, 2_147_483_647), byOrder: false });
}

export function addVariant(platform: Platform, store: Store, target: { product: Product; input: VariantPost }): Variant {
  const { product, input } = target;
  assertSkuFree(store, input.sku);
  const { sku, option_values: values, inventory_level: level, ...fields } = input;
  const chosen = values.map((value) => chooseValue(store, product, value));
  const taken = variantsOf(store, product.id).some((other) => other.optionValues.length > 0 && chosen.every((value) => other.optionValues.some((known) => known.id === value.id)));
  if (taken) throw new ApiRefusal(422, 'A variant with these option values already exists.', { option_values: 'duplicate' });
  const variant = newVariant(store, product, sku);
  Object.assign(variant.fields, defined(fields));
  variant.optionValues = chosen;
  note(platform, store, { kind: 'variant.created', id: variant.id, reference: sku, data: { productId: product.id } });
  platform.emit(store, 'store/sku/created', { type: 'sku', id: variant.id, sku: { product_id: product.id, variant_id: variant.id } });
  setLevel(platform, store, { product, variant, level });
  return variant;
}

export function updateVariant(platform: Platform, store: Store, target: { variant: Variant; input: VariantPut }): Variant {
  const { variant, input } = target;
  const { sku, inventory_level: level, ...fields } = input;
  const product = store.products.get(variant.productId);
  if (!product) throw notFound();
  if (sku !== undefined) {
    assertSkuFree(store, sku, variant.id);
    variant.sku = sku;
  }
  Object.assign(variant.fields, defined(fields));
  product.modified = platform.core.clock.now().toISOString();
  note(platform, store, { kind: 'variant.updated', id: variant.id, reference: variant.sku, data: defined(input) });
  platform.emit(store, 'store/sku/updated', { type: 'sku', id: variant.id, sku: { product_id: product.id, variant_id: variant.id } });
  setLevel(platform, store, { product, variant, level });
  return variant;
}

function newProduct(platform: Platform, store: Store, input: ProductPost): Product {
  const now = platform.core.clock.now().toISOString();
  const { variants: _variants, images: _images, custom_fields: custom = [], brand_name: brand, inventory_level: _level, ...fields } = input;
  const brandId = brand === undefined || brand === '' ? (input.brand_id ?? 0) : brandNamed(store, brand);
  const product: Product = {
    id: nextId(store, 'product', 77),
    fields: { ...PRODUCT_DEFAULTS, ...fields, ...defined(fields), sku: input.sku ?? '', brand_id: brandId, categories: input.categories ?? [], tax_class_id: input.tax_class_id ?? 0, inventory_tracking: input.inventory_tracking ?? 'none' },
    options: [],
    images: [],
    customFields: custom.map((field) => ({ id: nextId(store, 'customField'), name: field.name, value: field.value })),
    // Whether an API product lands on the default channel by itself is not documented; this one does.
    channels: [1],
    metafields: [],
    baseVariantId: 0,
    created: now,
    modified: now,
  };
  store.products.set(product.id, product);
  return product;
}

/** POST /v3/catalog/products: one product with all its variants and images. */
export function createProduct(platform: Platform, store: Store, input: ProductPost): Product {
  assertNameFree(store, input.name);
  assertReferences(store, input);
  for (const sku of [input.sku ?? '', ...(input.variants ?? []).map((variant) => variant.sku)]) assertSkuFree(store, sku);
  const product = newProduct(platform, store, input);
  note(platform, store, { kind: 'product.created', id: product.id, reference: product.fields.sku, data: { name: product.fields.name } });
  platform.emit(store, 'store/product/created', { type: 'product', id: product.id });
  for (const image of input.images ?? []) addImage(platform, store, { product, input: image });
  if (input.variants && input.variants.length > 0) {
    for (const variant of input.variants) addVariant(platform, store, { product, input: variant });
    return product;
  }
  // A simple product has exactly one hidden base variant with the product's own SKU.
  const base = newVariant(store, product, product.fields.sku);
  Object.assign(base.fields, { upc: input.upc ?? '', cost_price: input.cost_price ?? 0 });
  product.baseVariantId = base.id;
  setLevel(platform, store, { product, variant: base, level: input.inventory_level });
  return product;
}

export function updateProduct(platform: Platform, store: Store, target: { product: Product; input: ProductPut }): Product {
  const { product, input } = target;
  if (input.name !== undefined) assertNameFree(store, input.name, product.id);
  assertReferences(store, input);
  const base = store.variants.get(product.baseVariantId);
  if (input.sku !== undefined) assertSkuFree(store, input.sku, base?.id);
  const { images: _images, custom_fields: custom, brand_name: brand, inventory_level: level, ...fields } = input;
  Object.assign(product.fields, defined(fields), brand === undefined ? {} : { brand_id: brandNamed(store, brand) });
  if (custom) product.customFields = custom.map((field) => ({ id: field.id ?? nextId(store, 'customField'), name: field.name, value: field.value }));
  if (base && input.sku !== undefined) base.sku = input.sku;
  if (base && input.upc !== undefined) base.fields.upc = input.upc;
  product.modified = platform.core.clock.now().toISOString();
  note(platform, store, { kind: 'product.updated', id: product.id, reference: product.fields.sku, data: defined(input) });
  platform.emit(store, 'store/product/updated', { type: 'product', id: product.id });
  if (base) setLevel(platform, store, { product, variant: base, level });
  return product;
}

export function deleteProduct(platform: Platform, store: Store, product: Product): void {
  for (const variant of variantsOf(store, product.id)) store.variants.delete(variant.id);
  store.products.delete(product.id);
  note(platform, store, { kind: 'product.deleted', id: product.id, data: {} });
  platform.emit(store, 'store/product/deleted', { type: 'product', id: product.id });
}

/** The image is not downloaded here; its address is kept. No event fires for additional images. */
export function addImage(platform: Platform, store: Store, target: { product: Product; input: { image_url: string; is_thumbnail: boolean; sort_order: number; description: string } }) {
  const { product, input } = target;
  const first = product.images.length === 0;
  if (input.is_thumbnail) for (const other of product.images) other.isThumbnail = false;
  const image = {
    id: nextId(store, 'image', 200),
    url: input.image_url,
    isThumbnail: input.is_thumbnail || first,
    sortOrder: input.sort_order,
    description: input.description,
    modified: platform.core.clock.now().toISOString(),
  };
  product.images.push(image);
  if (first) platform.emit(store, 'store/product/updated', { type: 'product', id: product.id });
  return image;
}
