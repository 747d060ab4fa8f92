import type { Modifier, Product, ProductOption } from '../model/store.ts';

export function valueView(value: ProductOption['values'][number]) {
  return { id: value.id, label: value.label, sort_order: value.sortOrder, value_data: null, is_default: value.isDefault };
}

export function optionView(product: Product, option: ProductOption) {
  return {
    id: option.id,
    product_id: product.id,
    display_name: option.displayName,
    type: option.type,
    sort_order: option.sortOrder,
    option_values: option.values.map(valueView),
    config: {},
  };
}

export function modifierView(product: Product, modifier: Modifier) {
  return {
    id: modifier.id,
    product_id: product.id,
    name: `${modifier.display_name}${modifier.id}-${product.id}`,
    display_name: modifier.display_name,
    type: modifier.type,
    required: modifier.required,
    sort_order: 0,
    config: {},
    option_values: modifier.labels.map((label, index) => ({ id: modifier.id * 1000 + index, option_id: modifier.id, label, sort_order: index, value_data: null, is_default: false })),
  };
}
