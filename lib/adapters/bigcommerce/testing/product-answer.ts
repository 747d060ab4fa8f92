/** A variant as V3 has it. */
export const variantAnswer = (change: object = {}) => ({
  id: 93, product_id: 118, sku: 'DUST1', sku_id: null, price: null, sale_price: null, retail_price: null, cost_price: 8, weight: null, upc: '', inventory_level: 5, option_values: [],
  ...change,
});

/** A product as `GET /v3/catalog/products` has it with variants and images. */
export const productAnswer = (change: object = {}) => ({
  id: 118, name: 'Dustpan & Brush', type: 'physical', sku: 'DUST1', description: '<p>Sweeps</p>', price: 34.95, sale_price: 0, retail_price: 39.5, tax_class_id: 0, categories: [18, 21], brand_id: 36,
  option_set_id: null, inventory_tracking: 'product', upc: '930', search_keywords: 'brush, dust', is_visible: true, page_title: 'Dustpan', meta_keywords: ['a', 'b'], meta_description: 'Sweeps well',
  base_variant_id: 93, date_created: '2018-08-15T14:48:46+00:00', date_modified: '2018-09-05T20:43:09+00:00', variants: [variantAnswer()],
  images: [{ id: 382, product_id: 118, is_thumbnail: true, sort_order: 1, description: '', url_zoom: 'https://cdn/x' }],
  ...change,
});
