/** Which scope a path asks for; a `_read_only` one serves reads. Paths that are not listed belong to the default set. */
const NEEDED: { path: RegExp; scopes: string[] }[] = [
  { path: /^\/v3\/orders\/\d+\/transactions/, scopes: ['store_v2_transactions'] },
  { path: /^\/v3\/orders\/(\d+\/)?payment_actions/, scopes: ['store_v2_orders', 'store_v2_transactions'] },
  { path: /^\/v[23]\/order/, scopes: ['store_v2_orders'] },
  { path: /^\/v3\/catalog\//, scopes: ['store_v2_products'] },
  { path: /^\/v3\/customers/, scopes: ['store_v2_customers'] },
  { path: /^\/v3\/inventory\/locations(\?|$|\/metafields)/, scopes: ['store_locations'] },
  { path: /^\/v3\/inventory\//, scopes: ['store_inventory'] },
  { path: /^\/v3\/channels/, scopes: ['store_channel_settings'] },
  { path: /^\/v3\/settings/, scopes: ['store_v2_information'] },
  { path: /^\/v2\/(store|time|currencies|tax_classes|payments)/, scopes: ['store_v2_information'] },
  { path: /^\/graphql/, scopes: ['store_app_extensions_manage'] },
];

/** Whether a granted scope string allows a call. */
export function allows(granted: string, method: string, path: string): boolean {
  const needed = NEEDED.find((rule) => rule.path.test(path));
  if (!needed) return true;
  const have = granted.split(/\s+/);
  return needed.scopes.some((scope) => have.includes(scope) || (method === 'GET' && have.includes(`${scope}_read_only`)));
}
