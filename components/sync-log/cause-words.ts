import type { Thing } from '../../lib/domain/entry';
import type { CauseView } from '../../lib/domain/views/views';

const MANY: Record<Thing, string> = {
  order: 'orders',
  sale: 'sales',
  product: 'products',
  stock: 'stock counts',
  customer: 'customers',
  connection: 'connections',
  settings: 'settings',
};

/** A cause has two entries at least. */
export const causeTitle = ({ thing, count }: Pick<CauseView, 'thing' | 'count'>): string => `${count} ${MANY[thing]}`;

export const retriedWords = (retried: number): string => (retried === 1 ? '1 entry is tried again.' : `${retried} entries are tried again.`);
