import type { OrderRow, OrdersTab } from '../../lib/domain/views/views';

/** In the order of the work: what waits for a click comes first. */
export const TAB_TITLES: Record<OrdersTab, string> = {
  'to-import': 'To import',
  'needs-you': 'Needs you',
  importing: 'Importing',
  imported: 'Imported',
  'left-out': 'Left out',
  all: 'All',
};

export const TABS = Object.keys(TAB_TITLES) as OrdersTab[];

export type BadgeVariant = 'danger' | 'secondary' | 'success' | 'warning' | 'primary';

/** Red is for what waits for a person, and for nothing else. */
const BADGES: Record<OrderRow['state'], { label: string; variant: BadgeVariant }> = {
  'to-import': { label: 'Ready', variant: 'primary' },
  importing: { label: 'Importing', variant: 'primary' },
  checking: { label: 'Checking', variant: 'warning' },
  'needs-you': { label: 'Needs you', variant: 'danger' },
  imported: { label: 'Imported', variant: 'success' },
  changed: { label: 'Changed since', variant: 'danger' },
  'left-out': { label: 'Left out', variant: 'secondary' },
};

const OF_CURRENCY: readonly unknown[] = ['currency-differs', 'order-currency-not-the-stores'];

/** An order that its status or currency keeps back is not ready, though it waits on the same tab. */
export const orderBadge = ({ state, problem }: Pick<OrderRow, 'state' | 'problem'>): { label: string; variant: BadgeVariant } => {
  if (state !== 'to-import' || problem === null) return BADGES[state];
  return { label: OF_CURRENCY.includes(problem.code) ? 'Not possible' : 'Not yet', variant: 'secondary' };
};
