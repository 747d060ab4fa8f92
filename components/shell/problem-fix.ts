import type { ProblemCode } from '../../lib/domain/problems';
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
};

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
  switch (problem.action) {
    case 'open-settings':
      return { kind: 'link', href: pagePath(storeHash, 'settings', SETTINGS_ANCHOR[problem.code as ProblemCode] ?? ''), label: 'Open Settings' };
    case 'reconnect-hike':
      return { kind: 'link', href: pagePath(storeHash, '', '#hike'), label: 'Connect Hike' };
    case 'reinstall':
      return reopenUrl === null ? { kind: 'none' } : { kind: 'link', href: reopenUrl, label: 'Open the app anew', target: 'top' };
    case 'open-order':
      return orderUrl === null ? { kind: 'none' } : { kind: 'link', href: orderUrl, label: 'Open the order', target: 'blank' };
    case 'retry':
    case 'link-product':
    case 'choose-customer':
      return { kind: 'retry' };
    case 'none':
      return { kind: 'none' };
  }
};
