import type { Sale } from '../traffic/things';
import type { Evidence, Told } from './evidence';
import { isFromStore } from './in-words';

const WAITING = new Set(['Parked', 'Quote']);

/** Of a sale or an order only what was said last counts. */
const lastOf = ({ told }: Evidence, { id }: Sale): Told | undefined => told.find(({ thing, recordId }) => thing === 'sale' && recordId === String(id));

/** A sale that is left out by rule stands in the log, with the sentence that says so. */
export const logSaysWhy = (evidence: Evidence): string[] =>
  evidence.sales
    .filter((sale) => !isFromStore(sale) && WAITING.has(sale.status))
    .flatMap((sale) => {
      const last = lastOf(evidence, sale);
      return last?.result === 'left-out' && last.sentence !== '' ? [] : [`sale ${sale.number} (${sale.id}, ${sale.status}) is not left out in the log, which says ${last?.result ?? 'nothing'}: ${last?.sentence ?? ''}`];
    });
