/** Carries the store's secret on each webhook: given to BigCommerce with the hook, and sent back by it. */
export const HOOK_SECRET_HEADER = 'X-Hook-Secret';
