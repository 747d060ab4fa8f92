import Big from 'big.js';
import type { HikeProductDraft } from '../../hike-product';
import { decimalFromBig, type Decimal } from '../../money';
import { isProblem, problem, type Problem } from '../../problems';
import type { HikeLists, StoreProfile } from '../../shop-lists';
import type { StoreProduct, StoreVariant } from '../../store-product';
import { mappedTax } from '../mapped-tax';
import { skuKey } from '../sku-key';
import type { CatalogueContext } from './catalogue-context';
import { hasVariants } from './has-variants';
import { priceFieldOf, type PriceField } from './price-fields';

export interface HikeDraftContext extends Omit<CatalogueContext, 'profile'> {
  profile: Pick<StoreProfile, 'pricesIncludeTax' | 'taxClasses'>;
  hikeLists: HikeLists;
  /** Of all that Hike has, as `skuKey` writes both. */
  inHike: { skus: ReadonlySet<string>; barcodes: ReadonlySet<string> };
}

const MOST_OPTIONS = 3;
const DECIMALS = 4;

/** An unset field counts for nothing, so the price that shoppers pay stands in for it. */
const priceOf = (store: StoreProduct, variant: StoreVariant, field: PriceField): Decimal => {
  const tied = variant[field] ?? store[field];
  return new Big(tied).gt(0) ? tied : (variant.price ?? store.price);
};

type BothPrices = Pick<HikeProductDraft, 'priceIncTax' | 'priceExTax'>;

const bothPrices = (price: Decimal, rate: Decimal, pricesIncludeTax: boolean): BothPrices => {
  const factor = new Big(rate).plus(100);
  const [entered, exact] = [decimalFromBig(new Big(price), DECIMALS), new Big(price)];
  if (!pricesIncludeTax) return { priceIncTax: decimalFromBig(exact.times(factor).div(100), DECIMALS), priceExTax: entered };
  return { priceIncTax: entered, priceExTax: factor.gt(0) ? decimalFromBig(exact.times(100).div(factor), DECIMALS) : entered };
};

interface Keyed {
  sku: string;
  barcode: string;
}

/** A single product may bear its keys itself or on its hidden variant. */
const keysOf = (store: StoreProduct): Keyed[] =>
  hasVariants(store) ? store.variants : [{ sku: store.sku || (store.variants[0]?.sku ?? ''), barcode: store.barcode || (store.variants[0]?.barcode ?? '') }];

const refusalOf = (store: StoreProduct, { inHike }: HikeDraftContext): Problem | null => {
  if (store.options.length > MOST_OPTIONS) return problem('product-too-many-options', { product: store.name, options: String(store.options.length) });
  const keys = keysOf(store);
  if (keys.some(({ sku }) => sku.trim() === '')) return problem('product-lacks-sku', { product: store.name, side: 'BigCommerce' });
  const isThere = keys.some(({ sku, barcode }) => inHike.skus.has(skuKey(sku)) || inHike.barcodes.has(skuKey(barcode)));
  return isThere ? problem('product-sku-in-hike', { product: store.name }) : null;
};

/**
 * The Hike product that a BigCommerce product becomes, created and never changed, or why not. The price is the one of
 * the field tied to Hike's retail price, or `price` where that is not set; with and without tax by the mapped Hike tax,
 * to four decimals. Stock is not told: it is counted in Hike. Pictures are read only when it is sent.
 */
export const hikeProductDraftFromStoreProduct = (store: StoreProduct, context: HikeDraftContext): Omit<HikeProductDraft, 'imageUrls'> | Problem => {
  const refusal = refusalOf(store, context);
  if (refusal) return refusal;
  const field = priceFieldOf(context.settings);
  if (isProblem(field)) return field;
  const tax = mappedTax(store.taxClassId, context);
  if (isProblem(tax)) return tax;
  const priced = (variant: StoreVariant): BothPrices => bothPrices(priceOf(store, variant, field), tax.rate, context.profile.pricesIncludeTax);
  const variants = store.variants.map((variant) => ({
    sku: variant.sku.trim(),
    barcode: variant.barcode.trim(),
    values: store.options.map((option) => variant.values.find((value) => value.option === option)?.label ?? ''),
    ...priced(variant),
  }));
  const single = hasVariants(store) ? undefined : keysOf(store)[0];
  const own: BothPrices = variants[0] ?? bothPrices(store.price, tax.rate, context.profile.pricesIncludeTax);
  return {
    name: store.name.trim(),
    description: store.description,
    sku: single?.sku.trim() ?? '',
    barcode: single?.barcode.trim() ?? '',
    brand: store.brand.trim(),
    type: store.categories.map((id) => context.categories.nameOf.get(id)).find((name) => name !== undefined) ?? '',
    tags: store.searchKeywords.split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''),
    priceIncTax: own.priceIncTax,
    priceExTax: own.priceExTax,
    taxId: tax.id,
    outletIds: context.hikeLists.outlets.flatMap(({ id, isActive }) => (isActive ? [id] : [])),
    options: [...store.options],
    variants: single ? [] : variants,
  };
};
