import type { OrderId } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';
import type { DirtyRow, SeenSale, Tables } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { saleSubject } from './sale-subject';

/** Left out by rule. A sale that came from BigCommerce gives no reason: its import already stands in the log. */
export const recordLeftOut = (
  context: JobContext,
  { row, seen, reason, orderId }: { row: DirtyRow; seen: SeenSale; reason: string | null; orderId: OrderId | null },
): Promise<void> =>
  context.record('sale-left-out', async (tables) => {
    await tables.sales.save(context.storeHash, { ...seen, orderId, state: 'left-out' }, context.now());
    await tables.dirty.settle(context.storeHash, row);
    if (reason === null) return;
    const entry = entryOf(context, { row, subject: saleSubject(seen.sale), outcome: { result: 'left-out', message: reason } });
    await tables.entries.record(context.storeHash, entry);
  });

export const recordRefused = (
  context: JobContext,
  { row, seen, problem, detail }: { row: DirtyRow; seen: SeenSale; problem: Problem; detail?: Record<string, unknown> },
): Promise<void> =>
  context.record('sale-refused', async (tables) => {
    await tables.sales.save(context.storeHash, { ...seen, state: 'needs-you' }, context.now());
    await tables.dirty.settle(context.storeHash, row);
    const outcome = { ...refusalOf(problem), ...(detail === undefined ? {} : { detail }) };
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: saleSubject(seen.sale), outcome }));
  });

/** The order now says what the sale says; without a message it said so before, and the log has no news but of what was open. */
export const keepSent = async (
  context: JobContext,
  tables: Tables,
  { row, seen, orderId, message }: { row: DirtyRow; seen: SeenSale; orderId: OrderId; message: string | null },
): Promise<void> => {
  await tables.sales.save(context.storeHash, { ...seen, orderId, state: 'sent' }, context.now());
  await tables.dirty.settle(context.storeHash, row);
  const subject = saleSubject(seen.sale, String(orderId));
  if (message === null) {
    const open = { ...subject, recordIds: [row.id], results: ['needs-you', 'waiting'] } as const;
    return tables.entries.close(context.storeHash, open, { at: context.now(), message: `Order ${orderId} says so already.` });
  }
  const entry = entryOf(context, { row, subject, outcome: { result: 'done', message } });
  await tables.entries.record(context.storeHash, entry);
};
