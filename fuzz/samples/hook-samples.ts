const about = (scope: string, data: object) => ({ store_id: '1025646', producer: 'stores/abc123', scope, hash: 'dd70c0976e06b67aaf671e73f49dcb79230ebf9d', created_at: 1_767_225_600, data });

/** One delivery per kind that the app listens to. */
export const HOOK_SAMPLES = [
  about('store/order/statusUpdated', { type: 'order', id: 250, status: { previous_status_id: 0, new_status_id: 10 } }),
  about('store/shipment/created', { type: 'shipment', id: 12, orderId: 251 }),
  about('store/product/updated', { type: 'product', id: 5 }),
  about('store/sku/updated', { type: 'sku', id: 7, sku: { product_id: 5, variant_id: 7 } }),
  about('store/sku/inventory/updated', { type: 'sku', id: 7, inventory: { product_id: 5, variant_id: 7, method: 'absolute', value: 3 } }),
  about('store/app/uninstalled', { type: 'store' }),
  about('store/information/updated', { type: 'store' }),
];
