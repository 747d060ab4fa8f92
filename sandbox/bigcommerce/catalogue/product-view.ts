import { isoSeconds } from '../customers/customer-view.ts';
import type { Product, Store, Variant } from '../model/store.ts';
import { imageView, primaryImageView, type Shop } from './image-view.ts';
import { modifierView, optionView } from './option-view.ts';
import { availableToSell, productLevel, stockIdOf, variantsOf } from './stock.ts';

/** Fields that a product has from the start, under the names of the OpenAPI schema. */
export const PRODUCT_DEFAULTS = {
  description: '',
  sku: '',
  weight: 0,
  width: 0,
  depth: 0,
  height: 0,
  price: 0,
  cost_price: 0,
  // 0 reads as "not set" on these three.
  retail_price: 0,
  sale_price: 0,
  map_price: 0,
  tax_class_id: 0,
  product_tax_code: '',
  categories: [] as number[],
  brand_id: 0,
  inventory_warning_level: 0,
  inventory_tracking: 'none' as const,
  fixed_cost_shipping_price: 0,
  is_free_shipping: false,
  is_visible: true,
  is_featured: false,
  related_products: [-1],
  warranty: '',
  bin_picking_number: '',
  layout_file: '',
  upc: '',
  gtin: '',
  mpn: '',
  search_keywords: '',
  availability: 'available',
  availability_description: '',
  gift_wrapping_options_type: 'any',
  gift_wrapping_options_list: [],
  sort_order: 0,
  condition: 'New',
  is_condition_shown: false,
  order_quantity_minimum: 0,
  order_quantity_maximum: 0,
  page_title: '',
  meta_keywords: [],
  meta_description: '',
  view_count: 0,
  preorder_release_date: null,
  preorder_message: '',
  is_preorder_only: false,
  is_price_hidden: false,
  price_hidden_label: '',
  open_graph_type: 'product',
  open_graph_title: '',
  open_graph_description: '',
  open_graph_use_meta_description: true,
  open_graph_use_product_name: true,
  open_graph_use_image: true,
  reviews_rating_sum: 0,
  reviews_count: 0,
  total_sold: 0,
};

export function variantView(store: Store, product: Product, variant: Variant) {
  const price = variant.fields.price ?? product.fields.price;
  const tracked = product.fields.inventory_tracking;
  return {
    id: variant.id,
    product_id: variant.productId,
    sku: variant.sku,
    sku_id: variant.optionValues.length > 0 ? variant.id : null,
    ...variant.fields,
    calculated_price: price,
    calculated_weight: Number(product.fields['weight'] ?? 0),
    inventory_level: tracked === 'none' ? 0 : availableToSell(store, stockIdOf(product, variant)),
    option_values: variant.optionValues.flatMap((chosen) => {
      const option = product.options.find((candidate) => candidate.id === chosen.optionId);
      const value = option?.values.find((candidate) => candidate.id === chosen.id);
      return option && value ? [{ id: value.id, label: value.label, option_id: option.id, option_display_name: option.displayName }] : [];
    }),
  };
}

function included(shop: Shop, product: Product, include: string[]) {
  const variants = () => variantsOf(shop.store, product.id).map((variant) => variantView(shop.store, product, variant));
  return {
    ...(include.includes('variants') ? { variants: variants() } : {}),
    ...(include.includes('images') ? { images: product.images.map((image) => imageView(shop, product.id, image)) } : {}),
    ...(include.includes('primary_image') ? primaryImageView(shop, product) : {}),
    ...(include.includes('custom_fields') ? { custom_fields: product.customFields } : {}),
    ...(include.includes('options') ? { options: product.options.map((option) => optionView(product, option)) } : {}),
    ...(include.includes('modifiers') ? { modifiers: (product.modifiers ?? []).map((modifier) => modifierView(product, modifier)) } : {}),
    ...(include.includes('channels') ? { channels: product.channels } : {}),
  };
}

/** A product as V3 shows it; `include` adds what hangs on it. */
export function productView(shop: Shop, product: Product, include: string[]) {
  const sale = Number(product.fields['sale_price'] ?? 0);
  return {
    id: product.id,
    ...product.fields,
    inventory_level: productLevel(shop.store, product),
    calculated_price: sale > 0 ? sale : product.fields.price,
    custom_url: { url: `/${product.fields.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}/`, is_customized: false },
    ...(product.oldOptionSet ? { option_set_id: 1 } : {}),
    option_set_display: 'right',
    base_variant_id: product.baseVariantId === 0 ? null : product.baseVariantId,
    date_created: isoSeconds(product.created),
    date_modified: isoSeconds(product.modified),
    ...included(shop, product, include),
  };
}

/** `include_fields` and `exclude_fields`: the id always stays. */
export function pickFields(view: Record<string, unknown>, query: Record<string, string>): Record<string, unknown> {
  const only = query['include_fields']?.split(',');
  const without = query['exclude_fields']?.split(',') ?? [];
  return Object.fromEntries(Object.entries(view).filter(([name]) => name === 'id' || ((!only || only.includes(name)) && !without.includes(name))));
}
