import type { LedgerRow } from '../../sandbox/core/contract.ts';
import type { Evidence } from './evidence';
import { grouped } from './grouped';

const ONCE = new Set(['order.created', 'sale.created', 'product.created', 'customer.created']);

/** What people made in the store carries no reference of ours. */
const isReferred = ({ reference, data }: LedgerRow): boolean => Boolean(reference) && (data as { externalSource?: unknown } | null)?.externalSource !== null;

/** No create was ever accepted twice under one reference, whatever became of the first. */
export const createdOnce = ({ ledger }: Evidence): string[] => {
  const creates = ledger.filter((row) => ONCE.has(row.kind) && isReferred(row));
  // What was deleted may be made anew.
  const deleted = grouped(ledger.filter(({ kind }) => kind === 'product.deleted'), ({ side, reference }) => `${side} product.created ${reference}`);
  const byReference = grouped(creates, ({ side, kind, reference }) => `${side} ${kind} ${reference}`);
  return [...byReference].flatMap(([what, rows]) => (rows.length > 1 + (deleted.get(what)?.length ?? 0) ? [`${what} was accepted ${rows.length} times`] : []));
};
