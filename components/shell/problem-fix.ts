import type { ProblemCode } from '../../lib/domain/problems';
import type { ProductsTab } from '../../lib/domain/views/product-views';
import type { ProblemView } from '../../lib/domain/views/views';
import { pagePath } from './session/store-paths';

/** The section of Settings where a problem is put right. */
const SETTINGS_ANCHOR: Partial<Record<ProblemCode, string>> = {
  'outlet-gone': '#outlet',
  'register-gone': '#outlet',
  'payment-type-gone': '#payments',
  'payment-unmapped': '#payments',
  'tax-unmapped': '#taxes',
  'tax-gone': '#taxes',
  'tax-differs': '#taxes',
  'location-unmapped': '#stock',
};

/** The tab of the match desk that holds what has the problem. */
const PRODUCTS_TAB: Partial<Record<ProblemCode, ProductsTab>> = {
  'product-match-ambiguous': 'ambiguous',
  'product-structure-clash': 'clash',
  'product-duplicate-in-hike': 'duplicate',
  'product-gone-from-hike': 'removed',
  'product-sku-in-hike': 'only-bigcommerce',
};

const productsPath = (storeHash: string, code: ProblemCode): string =>
  code === 'products-not-started' ? pagePath(storeHash, 'products') : pagePath(storeHash, 'products/match', `?tab=${PRODUCTS_TAB[code] ?? 'refused'}`);

export type ProblemFix =
  | { kind: 'link'; href: string; label: string; target?: 'top' | 'blank' }
  /** Trying again is what the remedy asks for, once the cause is gone. */
  | { kind: 'retry' }
  | { kind: 'none' };

interface Places {
  storeHash: string;
  reopenUrl: string | null;
  orderUrl: string | null;
}

/** What the button beside a problem does. */
export const problemFix = (problem: ProblemView, { storeHash, reopenUrl, orderUrl }: Places): ProblemFix => {
  const code = problem.code as ProblemCode;
  switch (problem.action) {
    case 'open-settings':
      return { kind: 'link', href: pagePath(storeHash, 'settings', SETTINGS_ANCHOR[code] ?? ''), label: 'Open Settings' };
    case 'open-products':
      return { kind: 'link', href: productsPath(storeHash, code), label: 'Open Products' };
    case 'open-stock':
      return { kind: 'link', href: pagePath(storeHash, 'products/stock', code === 'stock-held' ? '?held=true' : ''), label: 'Open Stock' };
    case 'open-comparison':
      return { kind: 'link', href: pagePath(storeHash, 'comparison'), label: 'Show the differences' };
    case 'reconnect-hike':
      return { kind: 'link', href: pagePath(storeHash, '', '#hike'), label: 'Connect Hike' };
    case 'reinstall':
      return reopenUrl === null ? { kind: 'none' } : { kind: 'link', href: reopenUrl, label: 'Open the app anew', target: 'top' };
    case 'open-order':
      return orderUrl === null ? { kind: 'none' } : { kind: 'link', href: orderUrl, label: 'Open the order', target: 'blank' };
    case 'choose-customer':
      // Customers of orders are merged in Hike; those of Hike are chosen here.
      return code === 'customer-match-ambiguous' ? { kind: 'link', href: pagePath(storeHash, 'customers', '?state=ask'), label: 'Choose the customer' } : { kind: 'retry' };
    case 'retry':
    case 'link-product':
      return { kind: 'retry' };
    case 'none':
      return { kind: 'none' };
  }
};
