import type { StoreProduct } from '../../store-product';
import { skuKey } from '../sku-key';

/** A SKU or barcode of one product that something else in BigCommerce bears as well. */
export interface SharedKey {
  key: 'SKU' | 'barcode';
  text: string;
  /** Names of the other products; empty where two variants of the product itself share it. */
  others: string[];
}

const KEYS = [['SKU', 'sku'], ['barcode', 'barcode']] as const;

/** Trimmed and without case, as matching compares them. `others` may hold the product itself. */
export const sharedKeys = (product: StoreProduct, others: readonly StoreProduct[]): SharedKey[] =>
  KEYS.flatMap(([key, field]) => {
    const texts = new Map(product.variants.map((variant) => [skuKey(variant[field]), variant[field].trim()]));
    texts.delete('');
    return [...texts].flatMap(([wanted, text]) => {
      const bears = (variants: StoreProduct['variants']): number => variants.filter((variant) => skuKey(variant[field]) === wanted).length;
      const names = others.filter(({ id, variants }) => id !== product.id && bears(variants) > 0).map(({ name }) => name);
      return names.length > 0 || bears(product.variants) > 1 ? [{ key, text, others: names }] : [];
    });
  });
