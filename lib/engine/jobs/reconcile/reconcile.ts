import type { DirtyRow } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { fixDifference } from './fix-difference';
import { COMPARISON_ROW } from './plan-reconciliation';
import { COMPARISON } from './reconcile-subject';
import { runComparison } from './run-comparison';

const work = (context: JobContext, row: DirtyRow): Promise<void> => (row.id === COMPARISON_ROW ? runComparison(context, row) : fixDifference(context, row));

/** Compares both sides, once a night and whenever a person asks, and fixes the differences that a person names. */
export const reconcile: Job = {
  batch: 25,
  needs: ['bigcommerce', 'hike'],
  isUpkeep: true,
  subject: () => COMPARISON,
  run: jobPerRow({ load: async () => undefined, work }),
};
