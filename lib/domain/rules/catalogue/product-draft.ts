import type { HikeProduct } from '../../hike-product';
import type { TaxClassId } from '../../ids';
import { isProblem, problem, type Problem } from '../../problems';
import type { Settings } from '../../settings';
import type { ImageDraft, ProductDraft } from '../../store-product';
import { nameRefusal, skuRefusal, storeBarcode, structureRefusal } from './bigcommerce-limits';
import type { CatalogueContext } from './catalogue-context';
import { categoriesOfProduct } from './categories-of-product';
import { isBlankHtml } from './comparable-html';
import { hasVariants } from './has-variants';
import { hikePrices, type HikePrices } from './price-fields';
import { searchKeywordsOf } from './text-moves';

type Owners = Settings['catalogue']['owners'];
type Told<Key extends keyof ProductDraft> = Partial<Pick<ProductDraft, Key>>;

const refusalOf = (product: HikeProduct, { byVariant }: HikePrices): Problem | null => {
  for (const { id, name, sku } of product.variants) {
    if (sku.trim() === '' && hasVariants(product)) return problem('product-lacks-sku', { product: name, side: 'Hike' });
    const refusal = sku.trim() === '' ? null : skuRefusal(sku);
    if (refusal) return refusal;
    if (byVariant.get(id) === null) return problem('product-without-price', { product: name });
  }
  return nameRefusal(product.name) ?? structureRefusal(product);
};

/** The class whose tax Hike charges at the till; where several have it, the first, which is the default one. */
const taxClassOf = ({ variants }: HikeProduct, { taxes, outletId }: Settings): Told<'taxClassId'> => {
  const levels = variants[0]?.levels ?? [];
  const taxId = (levels.find((level) => level.outletId === outletId) ?? levels[0])?.taxId;
  // Keys that are whole numbers come in ascending order.
  const mapped = Object.entries(taxes.byClass).find(([, tax]) => tax === taxId);
  return mapped === undefined ? {} : { taxClassId: Number(mapped[0]) as TaxClassId };
};

const textsOf = (product: HikeProduct, owners: Owners): Told<'description' | 'brand' | 'searchKeywords' | 'seo'> => {
  const { description, brand, seo } = product;
  return {
    ...(owners.description !== 'nobody' && !isBlankHtml(description) ? { description } : {}),
    ...(owners.brand !== 'nobody' && brand.trim() !== '' ? { brand: brand.trim() } : {}),
    ...(owners.tags !== 'nobody' && searchKeywordsOf(product) !== '' ? { searchKeywords: searchKeywordsOf(product) } : {}),
    ...(owners.seo !== 'nobody' && Object.values(seo).some((text) => text.trim() !== '') ? { seo } : {}),
  };
};

const barcodeOf = (barcode: string, owners: Owners): Told<'barcode'> =>
  owners.barcode !== 'nobody' && storeBarcode(barcode) !== '' ? { barcode: storeBarcode(barcode) } : {};

const variantsOf = (product: HikeProduct, { field, byVariant, isUniform }: HikePrices, owners: Owners): ProductDraft['variants'] =>
  product.variants.map(({ id, sku, barcode, values }) => {
    const price = byVariant.get(id);
    return {
      sku: sku.trim(),
      ...barcodeOf(barcode, owners),
      values: product.options.map((option, index) => ({ option, label: values[index] ?? '' })),
      ...(price && !isUniform ? { price, ...(owners.price === 'nobody' ? {} : { [field]: price }) } : {}),
    };
  });

export const trackingOf = (product: HikeProduct): ProductDraft['tracking'] => {
  if (!product.tracksStock) return 'none';
  return hasVariants(product) ? 'variant' : 'product';
};

/**
 * The BigCommerce product that a Hike product becomes, in one call, or why BigCommerce cannot hold it. A field that
 * nobody owns is left out. Some are told all the same: name and SKU, by which the product is found again; `price`, which
 * BigCommerce requires and which is Hike's also where Hike's price is tied to another field, for at zero it would sell
 * for nothing; visibility, by the setting unless Hike owns it; and tracking, none where nobody owns stock. Types
 * without a category yet are passed over: see `categoriesOfProduct`.
 */
export const productDraftFromHikeProduct = (product: HikeProduct, context: CatalogueContext, images: readonly ImageDraft[]): ProductDraft | Problem => {
  const prices = hikePrices(product, context);
  if (isProblem(prices)) return prices;
  const { owners, newProducts } = context.settings.catalogue;
  const [base, single] = [prices.base, hasVariants(product) ? undefined : product.variants[0]];
  const refusal = refusalOf(product, prices);
  if (refusal) return refusal;
  if (base === null) return problem('product-without-price', { product: product.name });
  return {
    name: product.name.trim(),
    ...textsOf(product, owners),
    categories: owners.categories === 'nobody' ? [] : categoriesOfProduct(product, context.categories).ids,
    price: base,
    ...(owners.price === 'nobody' ? {} : { [prices.field]: base }),
    ...taxClassOf(product, context.settings),
    isVisible: owners.visibility === 'hike' || newProducts === 'visible',
    tracking: owners.stock === 'nobody' ? 'none' : trackingOf(product),
    sku: single?.sku.trim() ?? '',
    ...(single ? barcodeOf(single.barcode, owners) : {}),
    variants: single ? [] : variantsOf(product, prices, owners),
    images: owners.images === 'nobody' ? [] : [...images],
  };
};
