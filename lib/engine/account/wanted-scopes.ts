/**
 * What the app asks of a store (reference: bigcommerce 1.6). Adding one later sends every merchant through consent again, so the
 * list holds what the whole product needs, and nothing beyond.
 */
export const WANTED_SCOPES = [
  'store_v2_orders',
  'store_v2_transactions_read_only',
  'store_v2_products',
  'store_v2_customers',
  'store_inventory',
  'store_locations_read_only',
  'store_channel_settings_read_only',
  'store_v2_information_read_only',
  'store_app_extensions_manage',
] as const;

const READ_ONLY = '_read_only';

/** The wanted scopes that a grant lacks; modify includes read. */
export const missingScopes = (granted: string): string[] => {
  const has = new Set(granted.split(/\s+/));
  return WANTED_SCOPES.filter((scope) => !has.has(scope) && !(scope.endsWith(READ_ONLY) && has.has(scope.slice(0, -READ_ONLY.length))));
};
