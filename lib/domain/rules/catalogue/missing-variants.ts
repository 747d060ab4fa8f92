import type { HikeProduct, HikeVariant } from '../../hike-product';
import type { HikeProductId } from '../../ids';
import { isProblem, problem, type Problem } from '../../problems';
import type { Settings } from '../../settings';
import type { StoreProduct, VariantDraft } from '../../store-product';
import { skuKey } from '../sku-key';
import { skuRefusal, storeBarcode, structureRefusal } from './bigcommerce-limits';
import { isSamePrice, type HikePrices } from './price-fields';

const optionsText = (options: readonly string[]): string => `a product with the options ${options.join(', ')}`;

/** New variants need the options that the product has, in BigCommerce's spelling; an option more or less makes another product. */
const storeOptions = ({ name, options }: HikeProduct, store: StoreProduct): string[] | Problem => {
  const spelt = options.map((option) => store.options.find((other) => skuKey(other) === skuKey(option)));
  const found = spelt.filter((option) => option !== undefined);
  if (found.length === options.length && new Set(found).size === store.options.length) return found;
  return problem('product-structure-clash', { product: name, hike: optionsText(options), bigcommerce: optionsText(store.options) });
};

const refusalOf = ({ name: product }: HikeProduct, store: StoreProduct, wanted: readonly HikeVariant[]): Problem | null => {
  if (store.hasModifiers) return problem('product-has-modifiers', { product });
  for (const { name, sku } of wanted) {
    const refusal = sku.trim() === '' ? problem('product-lacks-sku', { product: name, side: 'Hike' }) : skuRefusal(sku);
    if (refusal) return refusal;
  }
  return null;
};

interface Addition {
  options: string[];
  prices: HikePrices;
  owners: Settings['catalogue']['owners'];
}

const draftOf = ({ id, sku, barcode, values }: HikeVariant, store: StoreProduct, { options, prices, owners }: Addition): VariantDraft => {
  const price = prices.byVariant.get(id);
  // What the product itself bears once Hike's base price is written there.
  const inherited = owners.price === 'hike' ? (prices.base ?? store[prices.field]) : store[prices.field];
  return {
    productId: store.id,
    productName: store.name,
    sku: sku.trim(),
    ...(owners.barcode !== 'nobody' && storeBarcode(barcode) !== '' ? { barcode: storeBarcode(barcode) } : {}),
    values: options.map((option, index) => ({ option, label: values[index] ?? '' })),
    ...(price && owners.price !== 'nobody' && !isSamePrice(price, inherited) ? { [prices.field]: price } : {}),
  };
};

/** Hike's variants that BigCommerce's product lacks, or why it cannot take them; none may be sold at a price that nobody set. */
export const missingVariants = (
  product: HikeProduct,
  { store, unlinkedVariants }: { store: StoreProduct; unlinkedVariants: readonly HikeProductId[] },
  { prices, owners }: Pick<Addition, 'prices' | 'owners'>,
): VariantDraft[] | Problem => {
  const wanted = product.variants.filter(({ id }) => unlinkedVariants.includes(id));
  if (wanted.length === 0) return [];
  const refusal = refusalOf(product, store, wanted);
  if (refusal) return refusal;
  const unpriced = wanted.find(({ id }) => prices.byVariant.get(id) === null);
  if (unpriced) return problem('product-without-price', { product: unpriced.name });
  const options = storeOptions(product, store);
  if (isProblem(options)) return options;
  const drafts = wanted.map((variant) => draftOf(variant, store, { options, prices, owners }));
  const standing = store.variants.map(({ values }) => ({ values: options.map((option) => values.find((value) => value.option === option)?.label ?? '') }));
  const added = drafts.map(({ values }) => ({ values: values.map(({ label }) => label) }));
  return structureRefusal({ name: product.name, options, variants: [...standing, ...added] }) ?? drafts;
};
