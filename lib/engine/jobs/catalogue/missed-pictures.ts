import { explainProblem, type Problem } from '../../../domain/problems';
import type { ProductPlan } from '../../../domain/product-plan';
import type { Outcome } from '../entry-of';
import { IN_STEP } from './product-work';

/** Sentences in one entry; the others are most often of the same cause. */
const MOST_TOLD = 3;

const missedMessage = (missed: readonly Problem[]): string => {
  const told = missed.slice(0, MOST_TOLD).map((problem) => explainProblem(problem).sentence);
  const rest = missed.length - told.length;
  return [missed.length === 1 ? '1 picture could not be sent.' : `${missed.length} pictures could not be sent.`, ...told, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
};

export const sentAgainMessage = (count: number): string => {
  if (count === 0) return '';
  const what = count === 1 ? '1 picture was deleted in BigCommerce and has been sent again' : `${count} pictures were deleted in BigCommerce and have been sent again`;
  return `${what}, because Hike decides about pictures.`;
};

/**
 * What the sync log tells of something that was done, with the pictures that it was done without. `waits` is what a person
 * has to decide besides.
 */
export const doneBut = (missed: readonly Problem[], { message, detail, waits = null }: Pick<Outcome, 'message' | 'detail'> & { waits?: Problem | null }): Outcome => {
  const [first] = missed;
  const told = detail === undefined ? {} : { detail };
  if (first === undefined) return { result: 'done', message, ...told };
  const sentences = [message, ...(waits === null ? [] : [explainProblem(waits).sentence]), missedMessage(missed)];
  return { result: 'needs-you', message: sentences.filter(Boolean).join(' '), problem: waits ?? first, ...told };
};

/** Where a product stands of which all was written but these. */
export const standingBut = ([first]: readonly Problem[], plan: ProductPlan): ProductPlan => {
  if (first === undefined) return IN_STEP;
  return plan.standing === 'removed' ? { ...plan, changes: [] } : { ...IN_STEP, standing: 'refused', problem: first };
};
