import { ApiRefusal, notFound } from '../api-refusal.ts';
import { nextId, stockKey, type Product, type Store, type Variant } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { assertSkuFree } from './assert-references.ts';
import { dropVariant, putVariant, renameProduct, renameVariant } from './catalogue-index.ts';
import { definedOnly } from './defined-only.ts';
import { SKUS, type VariantPost, type VariantPut } from './product-input.ts';
import { defaultLocationId, moveStock, variantsOf } from './stock.ts';
import { keepVariantFile } from './write-images.ts';
import { assertTakesOptions, chosenById, chosenByName } from './write-options.ts';

const BLANK: Variant['fields'] = {
  price: null,
  cost_price: 0,
  sale_price: null,
  retail_price: null,
  weight: null,
  width: null,
  height: null,
  depth: null,
  is_free_shipping: false,
  fixed_cost_shipping_price: null,
  purchasing_disabled: false,
  purchasing_disabled_message: '',
  upc: '',
  gtin: '',
  mpn: '',
  bin_picking_number: '',
  image_url: '',
  inventory_warning_level: 0,
};

function newVariant(store: Store, product: Product, parts: Pick<Variant, 'sku' | 'optionValues'>): Variant {
  const variant: Variant = { id: nextId(store, 'variant', 60), productId: product.id, fields: { ...BLANK }, ...parts };
  putVariant(store, variant);
  return variant;
}

/** A simple product has exactly one hidden base variant with the product's own SKU. */
export function addBaseVariant(store: Store, product: Product): Variant {
  const base = newVariant(store, product, { sku: product.fields.sku, optionValues: [] });
  product.baseVariantId = base.id;
  return base;
}

export function setLevel(platform: Platform, store: Store, target: { product: Product; variant: Variant; level: number | null | undefined }): void {
  const { product, variant, level } = target;
  if (level === null || level === undefined || product.fields.inventory_tracking === 'none') return;
  // Below zero nothing is stored; the answer's 207 says so (see stored-answer.ts).
  if (level < 0) return;
  // The catalogue clamps what the Inventory API would refuse.
  moveStock(platform, store, { product, variant, locationId: defaultLocationId(store), method: 'absolute', value: Math.min(level, 2_147_483_647), byOrder: false });
}

function remove(store: Store, variant: Variant): void {
  dropVariant(store, variant);
  for (const locationId of store.locations.keys()) store.stock.delete(stockKey(variant.id, locationId));
}

/** With the first variant of its own a product stops being simple. */
function dropBaseVariant(store: Store, product: Product): void {
  const base = store.variants.get(product.baseVariantId);
  if (base) remove(store, base);
  product.baseVariantId = 0;
}

/** Everything that can refuse a variant on a product that exists. */
export function assertVariantFits(store: Store, product: Product, input: VariantPost): void {
  assertTakesOptions(product);
  const others = variantsOf(store, product.id).filter((variant) => variant.optionValues.length > 0);
  if (others.length >= SKUS) throw new ApiRefusal(422, `A product has at most ${SKUS} SKUs.`, { sku: 'too many' });
  assertSkuFree(store, input.sku, { status: 422 });
  const chosen = chosenById(product, input.option_values);
  const taken = others.some((other) => chosen.every((value) => other.optionValues.some((known) => known.id === value.id)));
  if (taken) throw new ApiRefusal(422, 'A variant with these option values already exists.', { option_values: 'duplicate' });
}

function storeVariant(platform: Platform, store: Store, target: { product: Product; input: VariantPost; optionValues: Variant['optionValues'] }): Variant {
  const { product, input, optionValues } = target;
  const { sku, option_values: _values, inventory_level: level, image_url: _address, file, ...fields } = input;
  const variant = newVariant(store, product, { sku, optionValues });
  Object.assign(variant.fields, definedOnly(fields));
  keepVariantFile(platform, store, { variant, file });
  note(platform, store, { kind: 'variant.created', id: variant.id, reference: sku, data: { productId: product.id } });
  platform.emit(store, 'store/sku/created', { type: 'sku', id: variant.id, sku: { product_id: product.id, variant_id: variant.id } });
  setLevel(platform, store, { product, variant, level });
  return variant;
}

/** A variant of a product that is being created; all of them were checked before the first is stored. */
export function addFirstVariant(platform: Platform, store: Store, target: { product: Product; input: VariantPost }): Variant {
  return storeVariant(platform, store, { ...target, optionValues: chosenByName(store, target.product, target.input.option_values) });
}

export function addVariant(platform: Platform, store: Store, target: { product: Product; input: VariantPost }): Variant {
  const { product, input } = target;
  assertVariantFits(store, product, input);
  dropBaseVariant(store, product);
  product.modified = platform.core.clock.now().toISOString();
  return storeVariant(platform, store, { product, input, optionValues: chosenById(product, input.option_values) });
}

function productOf(store: Store, variant: Variant): Product {
  const product = store.products.get(variant.productId);
  if (!product) throw notFound();
  return product;
}

const isBase = (product: Product, variant: Variant) => product.baseVariantId === variant.id;

export function assertVariantPut(store: Store, variant: Variant, input: VariantPut): void {
  const product = productOf(store, variant);
  if (input.sku !== undefined) assertSkuFree(store, input.sku, { variantId: variant.id, productId: isBase(product, variant) ? product.id : undefined, status: 422 });
}

export function updateVariant(platform: Platform, store: Store, target: { variant: Variant; input: VariantPut }): Variant {
  const { variant, input } = target;
  assertVariantPut(store, variant, input);
  const { sku, inventory_level: level, image_url: _address, file, ...fields } = input;
  const product = productOf(store, variant);
  if (sku !== undefined) renameVariant(store, variant, sku);
  if (sku !== undefined && isBase(product, variant)) renameProduct(store, product, { sku });
  Object.assign(variant.fields, definedOnly(fields));
  keepVariantFile(platform, store, { variant, file });
  product.modified = platform.core.clock.now().toISOString();
  const { file: _file, ...told } = input;
  note(platform, store, { kind: 'variant.updated', id: variant.id, reference: variant.sku, data: definedOnly(told) });
  platform.emit(store, 'store/sku/updated', { type: 'sku', id: variant.id, sku: { product_id: product.id, variant_id: variant.id } });
  setLevel(platform, store, { product, variant, level });
  return variant;
}

export function deleteVariant(platform: Platform, store: Store, variant: Variant): void {
  const product = productOf(store, variant);
  remove(store, variant);
  note(platform, store, { kind: 'variant.deleted', id: variant.id, reference: variant.sku, data: { productId: product.id } });
  platform.emit(store, 'store/sku/deleted', { type: 'sku', id: variant.id, sku: { product_id: product.id, variant_id: variant.id } });
  if (variantsOf(store, product.id).length > 0) return;
  // Without variants of its own it is a simple product again.
  product.options = [];
  addBaseVariant(store, product);
}

/** A product goes with all its variants; they are not told of one by one. */
export function removeVariantsOf(store: Store, product: Product): void {
  for (const variant of [...variantsOf(store, product.id)]) remove(store, variant);
}
