import type { HikeProduct } from '../../hike-product';
import { problem, type Problem } from '../../problems';
import { skuKey } from '../sku-key';

/* What BigCommerce can hold (reference: bigcommerce 5.4, 7.1). */
const LONGEST_NAME = 250;
const SKU = /^[a-z0-9_ -]{1,255}$/i;
const MOST_OPTIONS = 3;
const MOST_VARIANTS = 600;
const MOST_VALUES = 250;
export const MOST_IMAGES = 1000;

/** A barcode of a till may be longer or have letters; `upc` takes up to 14 digits, and what does not fit is left out. */
export const storeBarcode = (barcode: string): string => (/^\d{1,14}$/.test(barcode.trim()) ? barcode.trim() : '');

export const nameRefusal = (name: string): Problem | null => (name.trim().length > LONGEST_NAME ? problem('product-name-too-long', { product: name.trim() }) : null);

export const skuRefusal = (sku: string): Problem | null => (SKU.test(sku.trim()) ? null : problem('sku-not-allowed', { sku: sku.trim() }));

interface Structure extends Pick<HikeProduct, 'name' | 'options'> {
  /** Values in the order of the options. */
  variants: readonly { values: readonly string[] }[];
}

/** Of a product as it would stand in BigCommerce. */
export const structureRefusal = ({ name, options, variants }: Structure): Problem | null => {
  if (options.length > MOST_OPTIONS) return problem('product-too-many-options', { product: name, options: String(options.length) });
  if (variants.length > MOST_VARIANTS) return problem('product-too-many-variants', { product: name, variants: String(variants.length) });
  for (const [index, option] of options.entries()) {
    const values = new Set(variants.map((variant) => skuKey(variant.values[index] ?? ''))).size;
    if (values > MOST_VALUES) return problem('product-too-many-values', { product: name, values: String(values), option });
  }
  return null;
};
