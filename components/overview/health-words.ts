import type { Thing } from '../../lib/domain/entry';
import type { HealthView, OverviewView } from '../../lib/domain/views/views';
import type { StorePage } from '../shell/session/store-paths';

interface HealthWords {
  title: string;
  /** Which way it goes, and what sets it off. */
  description: string;
  lastSuccess: string;
  /** Asking at once; `null` where there is nothing to ask for before its time. */
  look: { button: string; path: string; asking: string; asked: string } | null;
  pause: string;
  resume: string;
  hasPaused: string;
  hasResumed: string;
  whilePaused: string;
  pauseKey: keyof OverviewView['paused'];
  /** What its entries in the sync log are about. */
  logThing: Thing;
  /** The page that tells the rest. */
  page: { page: StorePage; label: string } | null;
}

export const HEALTH_WORDS: Record<HealthView['thing'], HealthWords> = {
  orders: {
    title: 'Orders to Hike',
    description: 'You choose which orders to import. New and changed ones appear on the Orders page by themselves.',
    lastSuccess: 'Last order imported',
    look: { button: 'Check BigCommerce now', path: 'orders/check', asking: 'Asking BigCommerce for new and changed orders…', asked: 'BigCommerce was checked just now.' },
    pause: 'Pause imports',
    resume: 'Resume imports',
    hasPaused: 'Imports to Hike are paused.',
    hasResumed: 'Imports to Hike go on.',
    whilePaused: 'No order can be imported. What waits is kept and goes on when you resume; orders that are in Hike already are still followed.',
    pauseKey: 'imports',
    logThing: 'order',
    page: null,
  },
  sales: {
    title: 'Sales to BigCommerce',
    description: 'Each sale in Hike becomes an order in BigCommerce by itself, and later changes follow.',
    lastSuccess: 'Last sale sent',
    look: { button: 'Check Hike now', path: 'sales/check', asking: 'Asking Hike for new and changed sales…', asked: 'Hike was checked just now.' },
    pause: 'Pause sales',
    resume: 'Resume sales',
    hasPaused: 'Sales to BigCommerce are paused.',
    hasResumed: 'Sales to BigCommerce go on.',
    whilePaused: 'Hike is not asked for new sales. Those rung up meanwhile become orders when you resume.',
    pauseKey: 'sales',
    logThing: 'sale',
    page: null,
  },
  products: {
    title: 'Products to BigCommerce',
    description: 'What changes in Hike follows in BigCommerce by itself, field by field, as set in Settings.',
    lastSuccess: 'Last product sent',
    look: { button: 'Check Hike now', path: 'products/check', asking: 'Asking Hike for new and changed products…', asked: 'Hike was checked just now.' },
    pause: 'Pause products',
    resume: 'Resume products',
    hasPaused: 'Products to BigCommerce are paused.',
    hasResumed: 'Products to BigCommerce go on.',
    whilePaused: 'No product is created, changed or removed in BigCommerce. What changes in Hike meanwhile follows when you resume.',
    pauseKey: 'products',
    logThing: 'product',
    page: { page: 'products', label: 'Open Products' },
  },
  stock: {
    title: 'Stock to BigCommerce',
    description: 'BigCommerce shows Hike’s counts, less what open orders need and what you keep back.',
    lastSuccess: 'Last count published',
    look: null,
    pause: 'Pause stock',
    resume: 'Resume stock',
    hasPaused: 'Stock to BigCommerce is paused.',
    hasResumed: 'Stock to BigCommerce goes on.',
    whilePaused: 'Counts in BigCommerce stay as they are. They are brought up to date when you resume.',
    pauseKey: 'stock',
    logThing: 'stock',
    page: { page: 'products/stock', label: 'Open Stock' },
  },
  customers: {
    title: 'Customers to BigCommerce',
    description: 'Customers with first name, last name and e-mail are found in BigCommerce, or created there.',
    lastSuccess: 'Last customer sent',
    look: { button: 'Check Hike now', path: 'customers/check', asking: 'Asking Hike for new and changed customers…', asked: 'Hike was checked just now.' },
    pause: 'Pause customers',
    resume: 'Resume customers',
    hasPaused: 'Customers to BigCommerce are paused.',
    hasResumed: 'Customers to BigCommerce go on.',
    whilePaused: 'Nobody is sent to BigCommerce. Those who are new or change in Hike meanwhile follow when you resume.',
    pauseKey: 'customers',
    logThing: 'customer',
    page: { page: 'customers', label: 'Open Customers' },
  },
};
