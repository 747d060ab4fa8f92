import { deepLink } from '../domain/rules/deep-link';
import type { StoreHash } from '../domain/ids';

const EXTENSION = '/extension/';

/** Where a launch leads: the page that its `url` asks for, in this store. */
export const storePath = (url: string, { origin, storeHash }: { origin: string; storeHash: StoreHash }): string => {
  const path = deepLink(url, { origin, storeHash });
  if (path.startsWith(EXTENSION)) return `${EXTENSION}${storeHash}/${path.slice(EXTENSION.length)}`;
  return `/store/${storeHash}${path === '/' ? '' : path}`;
};
