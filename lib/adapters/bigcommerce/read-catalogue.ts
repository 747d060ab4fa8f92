import { z } from 'zod';
import { ProductId } from '../../domain/ids';
import type { StoreProduct } from '../../domain/store-product';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { Query } from '../http/http-call';
import { textOrEmpty } from '../http/wire-values';
import { batches } from './batches';
import type { BigCommerceApi } from './bigcommerce-api';
import type { BrandNames } from './brand-names';
import { PAGE } from './list-pages';
import { productFromWire, productWire } from './product-wire';
import { wholeSecond } from './whole-second';

export const PRODUCTS = '/v3/catalog/products';
const LIMITS = { items: PAGE, characters: 6000 };

/** Left out rather than picked: whether a pick would lose what `include` adds is not documented. */
const NOT_NEEDED = [
  'weight', 'width', 'depth', 'height', 'cost_price', 'map_price', 'product_tax_code', 'calculated_price', 'option_set_display', 'inventory_level',
  'inventory_warning_level', 'reviews_rating_sum', 'reviews_count', 'total_sold', 'fixed_cost_shipping_price', 'is_free_shipping', 'is_featured',
  'related_products', 'warranty', 'bin_picking_number', 'layout_file', 'mpn', 'gtin', 'date_last_imported', 'availability', 'availability_description',
  'condition', 'is_condition_shown', 'order_quantity_minimum', 'order_quantity_maximum', 'view_count', 'preorder_release_date', 'preorder_message',
  'is_preorder_only', 'is_price_hidden', 'price_hidden_label', 'custom_url', 'open_graph_type', 'open_graph_title', 'open_graph_description',
  'open_graph_use_meta_description', 'open_graph_use_product_name', 'open_graph_use_image',
].join(',');
const WHOLE = { include: 'variants,images', exclude_fields: NOT_NEEDED, limit: PAGE };

const page = z.object({
  data: z.array(productWire),
  meta: z.object({ pagination: z.object({ total_pages: z.int().nullish() }).nullish() }).nullish(),
});
const variantPage = z.object({ data: z.array(z.object({ product_id: ProductId, sku: textOrEmpty })) });
const anyProduct = z.object({ data: z.object({ id: ProductId }) });
const anyPage = z.object({ data: z.array(z.unknown()) }).nullable();

const folded = (text: string): string => text.trim().toLowerCase();

type ReadCatalogue = Pick<BigCommerceCatalogue, 'listProducts' | 'listModifiedSince' | 'listByIds' | 'exists' | 'findByName' | 'findBySku' | 'hasModifiers'>;

const exists = async (api: BigCommerceApi, id: ProductId): Promise<boolean> => {
  try {
    return (await api.get(`${PRODUCTS}/${id}`, { include_fields: 'name' }, anyProduct)).data.id === id;
  } catch (error) {
    if (error instanceof RefusedByVendor && error.status === 404) return false;
    throw error;
  }
};

export const createReadCatalogue = (api: BigCommerceApi, brands: BrandNames): ReadCatalogue => {
  const listPage = async (query: Query): Promise<{ products: StoreProduct[]; isLast: boolean }> => {
    const { data, meta } = await api.get(PRODUCTS, { ...WHOLE, ...query }, page);
    const names = await brands.listByIds(data.flatMap(({ brand_id: id }) => id ?? []));
    const pages = meta?.pagination?.total_pages ?? (data.length < PAGE ? 1 : 2);
    return { products: data.map((wire) => productFromWire(wire, names.get(wire.brand_id ?? 0) ?? '')), isLast: pages <= 1 };
  };

  const listByIds = async (ids: readonly ProductId[]): Promise<StoreProduct[]> => {
    const found: StoreProduct[] = [];
    for (const batch of batches([...new Set(ids)].map(String), LIMITS)) found.push(...(await listPage({ 'id:in': batch.join(',') })).products);
    return found;
  };

  return {
    listByIds,

    listProducts: async (after) => {
      // By id and not by page: what is added or deleted meanwhile moves no page's border.
      const { products, isLast } = await listPage({ sort: 'id', direction: 'asc', ...(after !== null && { 'id:greater': after }) });
      return { products, next: isLast ? null : (products.at(-1)?.id ?? null) };
    },

    listModifiedSince: async (since, number) =>
      (await listPage({ 'date_modified:min': wholeSecond(since), sort: 'date_modified', direction: 'asc', page: number })).products,

    exists: (id) => exists(api, id),

    findByName: async (name) => {
      if (folded(name) === '') return null;
      const { products } = await listPage({ name: name.trim() });
      return products.find((product) => folded(product.name) === folded(name)) ?? null;
    },

    findBySku: async (sku) => {
      if (folded(sku) === '') return null;
      const { data } = await api.get('/v3/catalog/variants', { sku: sku.trim(), limit: PAGE }, variantPage);
      const variant = data.find((one) => folded(one.sku) === folded(sku));
      return variant ? ((await listByIds([variant.product_id]))[0] ?? null) : null;
    },

    hasModifiers: async (id) => ((await api.get(`${PRODUCTS}/${id}/modifiers`, { limit: 1 }, anyPage))?.data ?? []).length > 0,
  };
};
