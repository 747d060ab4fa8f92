import type { Problem } from '../../domain/problems';
import { explainProblem } from '../../domain/problems';
import type { Result } from '../../domain/entry';
import type { DirtyRow, EntryDraft } from '../ports/tables';
import type { JobContext, Subject } from './job';

export interface Outcome {
  result: Result;
  message: string;
  problem?: Problem;
  nextTryAt?: EntryDraft['nextTryAt'];
  detail?: Record<string, unknown>;
}

/** The line that one attempt at one record leaves in the sync log. */
export const entryOf = (context: Pick<JobContext, 'now'>, { row, subject, outcome }: { row: Pick<DirtyRow, 'id' | 'trigger'>; subject: Subject; outcome: Outcome }): EntryDraft => ({
  ...subject,
  at: context.now(),
  recordId: row.id,
  result: outcome.result,
  problem: outcome.problem ?? null,
  message: outcome.message,
  trigger: row.trigger,
  nextTryAt: outcome.nextTryAt ?? null,
  detail: outcome.detail ?? null,
});

export const refusalOf = (problem: Problem): Outcome => ({ result: 'needs-you', message: explainProblem(problem).sentence, problem });
