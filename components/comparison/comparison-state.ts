import type { ReconciliationView } from '../../lib/domain/views/reconciliation-view';
import { countOf } from '../ui/count-of';

/** What the badge of the comparison says; red is for what waits for a person. */
export const comparisonState = (view: Pick<ReconciliationView, 'last' | 'isRunning' | 'open' | 'fixing'>): { label: string; variant: 'success' | 'danger' | 'warning' | 'secondary' } => {
  if (view.isRunning) return { label: 'Comparing', variant: 'secondary' };
  if (view.open > 0) return { label: countOf(view.open, 'difference', 'differences'), variant: 'danger' };
  if (view.fixing > 0) return { label: `${view.fixing} being fixed`, variant: 'warning' };
  return view.last === null ? { label: 'Not compared yet', variant: 'secondary' } : { label: 'Both sides agree', variant: 'success' };
};
