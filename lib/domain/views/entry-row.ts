import type { Direction, Result, Thing, Trigger } from '../entry';
import type { Instant } from '../instant';
import { explainProblem, type Problem } from '../problems';
import { entryChanges } from './entry-changes';
import { orderUrl } from './order-url';
import { problemView } from './problem-view';
import { RESULT_LABELS } from './result-labels';
import type { EntryRow } from './views';

/** An entry of the sync log as the database keeps it. */
export interface ListedEntry {
  id: string;
  at: Instant;
  direction: Direction;
  thing: Thing;
  label: string;
  bigcommerceId: string | null;
  hikeId: string | null;
  result: Result;
  problem: Problem | null;
  message: string;
  trigger: Trigger;
  attempts: number;
  nextTryAt: Instant | null;
  detail: Record<string, unknown> | null;
}

/** What a page can try again: a job of its own stands behind it. */
const hasJob = (thing: Thing): boolean => thing === 'order' || thing === 'sale';

/** Orders and sales both end in an order of BigCommerce's; customers and settings have no page to link to. */
const linkOf = ({ thing, bigcommerceId }: ListedEntry, controlPanelUrl: string | null): EntryRow['bigcommerce'] =>
  bigcommerceId === null ? null : { id: bigcommerceId, url: hasJob(thing) ? orderUrl(controlPanelUrl, bigcommerceId) : null };

/**
 * Of what has a page of its own, trying again is offered where it is the remedy. `checking` follows its own schedule: a
 * hasty repeat is what it prevents. What is not understood is read again when it changes.
 */
export const canBeRetried = ({ thing, result, problem }: Pick<ListedEntry, 'thing' | 'result' | 'problem'>): boolean => {
  if (problem?.code === 'item-not-understood') return false;
  if (hasJob(thing)) return result === 'needs-you' || result === 'retrying' || result === 'ignored';
  const isCatalogue = thing === 'product' || thing === 'stock' || thing === 'customer';
  return isCatalogue && result === 'needs-you' && problem !== null && explainProblem(problem).action === 'retry';
};

/** A row of the sync log. */
export const entryRow = (entry: ListedEntry, controlPanelUrl: string | null): EntryRow => {
  const { id, at, direction, thing, label, result, problem, message, attempts, trigger, nextTryAt, detail } = entry;
  return {
    id,
    at,
    direction,
    thing,
    label,
    bigcommerce: linkOf(entry, controlPanelUrl),
    hike: entry.hikeId === null ? null : { id: entry.hikeId },
    result,
    resultLabel: result === 'retrying' ? `Retrying (attempt ${attempts + 1})` : RESULT_LABELS[result],
    message,
    problem: problem && problemView(problem),
    attempts,
    trigger,
    nextTryAt,
    canRetry: canBeRetried(entry),
    canIgnore: result === 'needs-you',
    changes: entryChanges(detail),
    detail,
  };
};
