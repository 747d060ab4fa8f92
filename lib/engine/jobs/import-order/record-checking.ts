import type { Instant } from '../../../domain/instant';
import type { Order } from '../../../domain/order';
import type { DirtyRow } from '../../ports/tables';
import { entryOf } from '../entry-of';
import type { JobContext } from '../job';
import { summaryOf } from '../summary-of-order';
import { importSubject } from './import-subject';

interface Unanswered {
  row: DirtyRow;
  order: Order;
  /** What may or may not have been created. */
  thing: 'sale' | 'customer';
}

/** Until the next look the row rests, and the merchant reads what it waits for. */
export const recordChecking = (context: JobContext, { row, order, thing }: Unanswered, nextLook: Instant): Promise<void> =>
  context.record('import-checking', async (tables) => {
    await tables.orders.save(context.storeHash, { ...summaryOf(order), state: 'checking', problem: null, saleId: null, saleNumber: null });
    await tables.dirty.postpone(context.storeHash, row, nextLook);
    const outcome = { result: 'checking', message: `Hike’s answer was lost; we look whether the ${thing} is there before anything is repeated.`, nextTryAt: nextLook } as const;
    await tables.entries.record(context.storeHash, entryOf(context, { row, subject: importSubject(row), outcome }));
  });
