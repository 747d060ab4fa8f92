import { callsOfStep } from '../../../domain/rules/catalogue/calls-of-step';
import type { Settings } from '../../../domain/settings';
import type { ProductWork } from './product-work';

/** Some seconds of a small plan's quota: then what is more urgent gets its turn. */
const MOST_CALLS = 60;

interface Portion {
  now: ProductWork[];
  /** For another run. */
  later: ProductWork[];
}

/** As many as take the calls of one run, in their order, and one at least: six hundred updates cost what sixty new products do. */
export const withinCalls = (works: readonly ProductWork[], settings: Settings): Portion => {
  const portion: Portion = { now: [], later: [] };
  let calls = 0;
  for (const work of works) {
    (calls < MOST_CALLS ? portion.now : portion.later).push(work);
    calls += callsOfStep(work.step, work.seen.product, settings) + work.removals.length;
  }
  return portion;
};
