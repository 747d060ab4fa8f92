const BIGCOMMERCE = [
  'add-variant', 'alone', 'bigcommerce-api', 'brand-names', 'category-tree', 'change-customers', 'change-products', 'change-variants', 'create-bigcommerce-oauth', 'create-catalogue', 'create-customer',
  'create-customers', 'create-inventory', 'create-orders', 'create-product', 'create-products', 'customer-body', 'delete-variant', 'graphql', 'list-images', 'list-locations', 'list-orders', 'list-pages', 'order-body', 'product-body',
  'product-images', 'read-catalogue', 'reconcile-extensions', 'reconcile-hooks', 'set-levels', 'simple-products', 'write-addresses',
];

const HIKE = ['changed-page', 'create-hike-customers', 'create-hike-oauth', 'create-hike-products', 'create-hike-sales', 'create-hike-shop', 'hike-api', 'list-all', 'product-body', 'sale-body'];

/** Files below lib/ whose schemas are out of reach but for the methods of the ports, which ./fuzz-vendors calls, each of them. */
export const COVERED_BY_CALLS: readonly string[] = [...BIGCOMMERCE.map((name) => `adapters/bigcommerce/${name}.ts`), ...HIKE.map((name) => `adapters/hike/${name}.ts`)];
