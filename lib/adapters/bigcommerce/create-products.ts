import { z } from 'zod';
import { ProductId, TaxClassId, VariantId } from '../../domain/ids';
import type { BigCommerceProducts, VariantFacts } from '../../engine/ports/bigcommerce';
import { textOrEmpty } from '../http/wire-values';
import { batches } from './batches';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages, PAGE } from './list-pages';

/** Servers in between begin to refuse addresses of 8 KB. */
const LIMITS = { items: PAGE, characters: 6000 };
const STANDARD_TAX_CLASS = 0;

const variant = z.object({ id: VariantId, product_id: ProductId, sku: textOrEmpty });
const product = z.object({ id: ProductId, tax_class_id: TaxClassId.nullish() });

const folded = (sku: string): string => sku.trim().toLowerCase();

export const createProducts = (api: BigCommerceApi): BigCommerceProducts => {
  const listTaxClasses = async (ids: readonly ProductId[]): Promise<Map<ProductId, TaxClassId>> => {
    const classes = new Map<ProductId, TaxClassId>();
    for (const batch of batches([...new Set(ids)].map(String), LIMITS)) {
      const query = { 'id:in': batch.join(','), include_fields: 'tax_class_id' };
      const products = await listPages(api, { path: '/v3/catalog/products', query }, product);
      for (const { id, tax_class_id: taxClass } of products) classes.set(id, taxClass ?? TaxClassId.parse(STANDARD_TAX_CLASS));
    }
    return classes;
  };

  const listVariants = async (skus: readonly string[]): Promise<z.output<typeof variant>[]> => {
    // A comma would end the SKU within the filter; BigCommerce allows none in a SKU, so nothing is missed.
    const wanted = new Map(skus.filter((sku) => folded(sku) !== '' && !sku.includes(',')).map((sku) => [folded(sku), sku.trim()]));
    const found: z.output<typeof variant>[] = [];
    for (const batch of batches([...wanted.values()], LIMITS)) {
      found.push(...(await listPages(api, { path: '/v3/catalog/variants', query: { 'sku:in': batch.join(',') } }, variant)));
    }
    return found.filter(({ sku }) => wanted.has(folded(sku)));
  };

  return {
    listTaxClasses,
    listBySku: async (skus) => {
      const variants = await listVariants(skus);
      const classes = await listTaxClasses(variants.map(({ product_id: id }) => id));
      return variants.flatMap(({ id, product_id: productId, sku }): VariantFacts[] => {
        const taxClassId = classes.get(productId);
        return taxClassId === undefined ? [] : [{ productId, variantId: id, sku: sku.trim(), taxClassId }];
      });
    },
  };
};
