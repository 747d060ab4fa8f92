import type { StoreHash } from '../ids';

/** The pages of ours that a link may lead to; the panel's path holds an order's id. */
const ROUTES: readonly RegExp[] = [
  /^\/$/,
  /^\/settings$/,
  /^\/orders$/,
  /^\/products$/,
  /^\/products\/(match|stock)$/,
  /^\/customers$/,
  /^\/sync-log$/,
  /^\/comparison$/,
  /^\/what-syncs$/,
  /^\/extension\/orders\/\d{1,15}$/,
];

/** What starts with one slash and holds printable ASCII, but for the backslash: browsers read it as a slash. */
const SAFE = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/;

/** The control panel also brings back our own addresses, which name the store (reference: bigcommerce 2.3); another store's lead nowhere. */
const withoutStore = (path: string, storeHash: StoreHash): string =>
  path.replace(new RegExp(`^/store/${storeHash}(?=/|$)`), '').replace(new RegExp(`^/extension/${storeHash}(?=/)`), '/extension');

/** An order's panel is asked for as `/orders/106` too (reference: bigcommerce 3). */
const PANEL = /^\/orders\/(\d{1,15})$/;

/**
 * The page that the load callback's `url` claim asks for, as a path inside the store; anything else leads to the overview.
 * Anybody may compose a link into the control panel, so it is resolved against our origin and matched with known routes.
 */
export const deepLink = (url: string | null | undefined, { origin, storeHash }: { origin: string; storeHash: StoreHash }): string => {
  if (!url || !SAFE.test(url) || !URL.canParse(url, origin)) return '/';
  const resolved = new URL(url, origin);
  if (resolved.origin !== new URL(origin).origin) return '/';
  const path = withoutStore(resolved.pathname, storeHash).replace(/\/$/, '') || '/';
  const order = PANEL.exec(path)?.[1];
  if (order) return `/extension/orders/${order}`;
  return ROUTES.some((route) => route.test(path)) ? path : '/';
};
