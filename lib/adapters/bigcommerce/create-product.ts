import { z } from 'zod';
import type { ProductId } from '../../domain/ids';
import { problem } from '../../domain/problems';
import type { ProductDraft, StoreProduct } from '../../domain/store-product';
import { RefusedByVendor, UnknownOutcome } from '../../engine/ports/failures';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import type { BrandNames } from './brand-names';
import { problemFromRefusal } from './problem-from-refusal';
import { newProductBody } from './product-body';
import { productToWire } from './product-to-wire';
import { productFromWire, productWire, type ProductWire } from './product-wire';
import { PRODUCTS } from './read-catalogue';
import { isMemberRefusal } from './together-or-singly';

/** A 207, where a part of it was not stored, answers with a list (reference: bigcommerce 5.2). */
const created = z.object({ data: z.union([productWire, z.array(productWire).transform((products) => products[0])]).nullish() });
const PLAN_LIMIT = 507;

interface CreateDeps {
  brands: BrandNames;
  listByIds: BigCommerceCatalogue['listByIds'];
}

/** Whether an answer shows all that was sent; which parts a create answers with is not documented. */
const isWhole = (wire: ProductWire, draft: ProductDraft): boolean => {
  const hasVariants = draft.variants.length === 0 ? wire.base_variant_id != null || (wire.variants ?? []).length > 0 : (wire.variants ?? []).length === draft.variants.length;
  return hasVariants && (draft.images.length === 0 || wire.images != null);
};

const isRefusal = (error: unknown): error is RefusedByVendor => isMemberRefusal(error) || (error instanceof RefusedByVendor && error.status === PLAN_LIMIT);

export const createProductCreate = (api: BigCommerceApi, { brands, listByIds }: CreateDeps): BigCommerceCatalogue['create'] => {
  const readBack = async (id: ProductId): Promise<StoreProduct> => {
    try {
      const [product] = await listByIds([id]);
      if (product) return product;
    } catch (error) {
      // Whatever went wrong, the product is there: created again it would be refused as its own double.
      throw new UnknownOutcome(`bigcommerce created product ${id}, but it cannot be read: ${error instanceof Error ? error.message : 'unknown error'}`, 'bigcommerce');
    }
    throw new UnknownOutcome(`bigcommerce created product ${id}, but does not list it yet`, 'bigcommerce');
  };

  return async (draft) => {
    const body = { schema: newProductBody, value: productToWire(draft) };
    try {
      const { data } = await api.send('POST', { path: PRODUCTS, body }, created);
      if (!data) return { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'The product was not stored.' }) };
      if (data.brand_id !== null && draft.brand) brands.remember(data.brand_id, draft.brand.trim());
      const product = isWhole(data, draft) ? productFromWire(data, draft.brand?.trim() ?? '') : await readBack(data.id);
      return { kind: 'created', product };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const skus = [draft.sku, ...draft.variants.map(({ sku }) => sku)];
      const urls = [...draft.images.flatMap(({ source }) => (source.kind === 'url' ? [source.url] : [])), ...draft.variants.flatMap(({ imageUrl }) => imageUrl ?? [])];
      return { kind: 'refused', problem: problemFromRefusal(error, { product: draft.name, skus, urls }) };
    }
  };
};
