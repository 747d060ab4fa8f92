const CRUD = ['created', 'updated', 'deleted'];

const each = (prefix: string, names: string[]) => names.map((name) => `store/${prefix}/${name}`);

/** The topics that a hook may ask for; the API takes one, or a documented `/*` form, per hook. */
export const TOPICS = [
  ...each('order', ['*', 'created', 'updated', 'archived', 'statusUpdated', 'message/created', 'refund/created']),
  ...each('order/transaction', ['created', 'updated']),
  ...each('order/metafield', CRUD),
  ...each('shipment', ['*', ...CRUD]),
  ...each('product', ['*', ...CRUD, 'inventory/updated', 'inventory/order/updated']),
  ...each('sku', ['*', ...CRUD, 'inventory/updated', 'inventory/order/updated']),
  ...each('category', ['*', ...CRUD]),
  ...each('customer', ['*', ...CRUD]),
  ...each('customer/address', CRUD),
  ...each('channel', ['created', 'updated']),
  ...each('inventory/location', ['created', 'updated']),
  'store/channel/*/inventory/product/stock_changed',
  'store/hook/deliveryException',
  'store/app/uninstalled',
  'store/information/updated',
];

/** Whether a hook's scope covers a topic: itself, or everything below a trailing `/*`. */
export function covers(scope: string, topic: string): boolean {
  return scope === topic || (scope.endsWith('/*') && topic.startsWith(scope.slice(0, -1)));
}
