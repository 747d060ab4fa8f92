import type { Thing } from '../../lib/domain/entry';
import type { HealthView, OverviewView } from '../../lib/domain/views/views';

interface HealthWords {
  title: string;
  /** Which way it goes, and what sets it off. */
  description: string;
  lastSuccess: string;
  check: string;
  checkPath: string;
  checking: string;
  checked: string;
  pause: string;
  resume: string;
  hasPaused: string;
  hasResumed: string;
  whilePaused: string;
  pauseKey: keyof OverviewView['paused'];
  /** What its entries in the sync log are about. */
  logThing: Thing;
}

export const HEALTH_WORDS: Record<HealthView['thing'], HealthWords> = {
  orders: {
    title: 'Orders to Hike',
    description: 'You choose which orders to import. New and changed ones appear on the Orders page by themselves.',
    lastSuccess: 'Last order imported',
    check: 'Check BigCommerce now',
    checkPath: 'orders/check',
    checking: 'Asking BigCommerce for new and changed orders…',
    checked: 'BigCommerce was checked just now.',
    pause: 'Pause imports',
    resume: 'Resume imports',
    hasPaused: 'Imports to Hike are paused.',
    hasResumed: 'Imports to Hike go on.',
    whilePaused: 'No order can be imported. What waits is kept and goes on when you resume; orders that are in Hike already are still followed.',
    pauseKey: 'imports',
    logThing: 'order',
  },
  sales: {
    title: 'Sales to BigCommerce',
    description: 'Each sale in Hike becomes an order in BigCommerce by itself, and later changes follow.',
    lastSuccess: 'Last sale sent',
    check: 'Check Hike now',
    checkPath: 'sales/check',
    checking: 'Asking Hike for new and changed sales…',
    checked: 'Hike was checked just now.',
    pause: 'Pause sales',
    resume: 'Resume sales',
    hasPaused: 'Sales to BigCommerce are paused.',
    hasResumed: 'Sales to BigCommerce go on.',
    whilePaused: 'Hike is not asked for new sales. Those rung up meanwhile become orders when you resume.',
    pauseKey: 'sales',
    logThing: 'sale',
  },
};
