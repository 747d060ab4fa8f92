import type { Env } from '../env';

/** The control panel's hosts: each store's own, and the login host that shows the first page after an install. */
const CONTROL_PANEL = ['https://*.mybigcommerce.com', 'https://*.bigcommerce.com'];

const originOf = (url: string): string => new URL(url).origin;

/** Who may frame our pages; another login host (a test's, a proxy's) frames them from its own origin. */
const frameAncestors = ({ bigcommerce }: Env): string => [...new Set([...CONTROL_PANEL, ...outside(originOf(bigcommerce.loginUrl))])].join(' ');

const outside = (origin: string): string[] => (/^https:\/\/[\w-]+\.bigcommerce\.com$/.test(origin) ? [] : [origin]);

/**
 * Scripts run with this request's nonce, from us, or from the control panel's script host; an injected one does not. Inline
 * styles stay allowed: styled-components and BigDesign write style elements and attributes while the page runs.
 */
export const contentSecurityPolicy = (env: Env, { nonce, isFramed }: { nonce: string; isFramed: boolean }): string =>
  [
    `default-src 'self'`,
    // React's development build needs eval; the production build does not.
    `script-src 'self' 'nonce-${nonce}' ${originOf(env.bigcommerce.sdkUrl)}${env.isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${isFramed ? frameAncestors(env) : `'none'`}`,
  ].join('; ');
