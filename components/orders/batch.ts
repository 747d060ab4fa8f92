import type { OrdersView } from '../../lib/domain/views/views';

/** An import of one or many orders, as this page follows it. */
export interface Batch {
  total: number;
  /** Orders imported before it began; the difference is what it has done. */
  importedBefore: number;
  waiting: number;
}

type Progress = Pick<OrdersView, 'counts' | 'progress'>;

/** Begun by a click: `view` is what the page showed before it. */
export const batchFromClick = (queued: number, view: Progress): Batch | null =>
  queued === 0 ? null : { total: queued + (view.progress?.waiting ?? 0), importedBefore: view.counts.imported, waiting: queued };

/** The batch as the newest answer shows it; one that runs already when the page opens is picked up on the way. */
export const batchAfter = (batch: Batch | null, { counts, progress }: Progress): Batch | null => {
  const waiting = progress?.waiting ?? 0;
  if (batch === null) return waiting === 0 ? null : { total: waiting, importedBefore: counts.imported, waiting };
  if (waiting === 0) return batch.waiting === 0 ? batch : { ...batch, waiting: 0 };
  // Over and begun anew, or grown by a click in another window.
  if (batch.waiting === 0) return { total: waiting, importedBefore: counts.imported, waiting };
  return waiting === batch.waiting ? batch : { ...batch, waiting, total: Math.max(batch.total, waiting) };
};

export const isRunning = (batch: Batch): boolean => batch.waiting > 0;

export const percentDone = ({ total, waiting }: Batch): number => Math.round(((total - waiting) / total) * 100);

/** What came of a batch that is over. */
export const batchNews = ({ total, importedBefore }: Batch, { counts }: Pick<Progress, 'counts'>): { isGood: boolean; sentence: string } => {
  const imported = Math.min(Math.max(counts.imported - importedBefore, 0), total);
  const rest = total - imported;
  if (rest === 0) return { isGood: true, sentence: imported === 1 ? 'The order is in Hike.' : `All ${imported} orders are in Hike.` };
  if (total === 1) return { isGood: false, sentence: 'The order was not imported: see why under “Needs you”.' };
  const held = rest === 1 ? '1 was not imported' : `${rest} were not imported`;
  return { isGood: false, sentence: imported === 0 ? `${held}: see why under “Needs you”.` : `${imported} of ${total} orders are in Hike. ${held}: see why under “Needs you”.` };
};
