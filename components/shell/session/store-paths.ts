export type StorePage = '' | 'orders' | 'products' | 'products/match' | 'products/stock' | 'customers' | 'comparison' | 'sync-log' | 'settings' | 'what-syncs';

/** A page of the app, for links. */
export const pagePath = (storeHash: string, page: StorePage, rest = ''): string => `/store/${storeHash}${page === '' ? '' : `/${page}`}${rest}`;

/** What the pages read and do. */
export const apiPath = (storeHash: string, path: string): string => `/api/stores/${storeHash}/${path}`;
