import { type Problem, problem } from '../../../domain/problems';
import type { LevelToSet } from '../../ports/bigcommerce';
import { RefusedByVendor, repeatable } from '../../ports/failures';
import { chunksOf } from '../chunks-of';
import type { JobContext } from '../job';
import { levelKey } from './level-key';
import type { WantedLevel } from './plan-levels';

/** As many as BigCommerce takes in a call (reference: bigcommerce 7.2). */
const ITEMS_PER_CALL = 2000;

/** Halving finds a bad item among 2,000 in 22 calls; where everything is bad it stops here. */
const HALVINGS = 60;

export interface RefusedLevel extends WantedLevel {
  problem: Problem;
}

export interface WrittenLevels {
  written: WantedLevel[];
  refused: RefusedLevel[];
  /** What ended the writing before its end; what is neither written nor refused was not tried, or nobody knows. */
  error: unknown;
}

/**
 * Writes levels, absolute, location after location, each call after the answer to the one before (reference: bigcommerce
 * 7.2). Where BigCommerce refuses a batch for one of its items, the others go through.
 */
export const writeLevels = async (context: JobContext, wanted: readonly WantedLevel[]): Promise<WrittenLevels> => {
  const outcome: WrittenLevels = { written: [], refused: [], error: null };
  const budget = { calls: HALVINGS };
  try {
    for (const batch of batchesOf(wanted)) await writeBatch(context, batch, { outcome, budget });
  } catch (error) {
    // Repeating an absolute count does no harm, so a lost answer is no more than a reason to try again.
    outcome.error = repeatable(error);
  }
  return outcome;
};

const batchesOf = (wanted: readonly WantedLevel[]): WantedLevel[][] => {
  const locations = [...new Set(wanted.map(({ level }) => level.locationId))];
  return locations.flatMap((id) => chunksOf(wanted.filter(({ level }) => level.locationId === id), ITEMS_PER_CALL));
};

interface Progress {
  outcome: WrittenLevels;
  budget: { calls: number };
}

const writeBatch = async (context: JobContext, batch: WantedLevel[], { outcome, budget }: Progress): Promise<void> => {
  try {
    const refusals = await context.bigcommerce.inventory.setLevels(batch.map(toSet));
    const problems = new Map(refusals.map((refusal) => [levelKey(refusal), refusal.problem]));
    for (const wanted of batch) {
      const refusal = problems.get(levelKey(wanted.level));
      if (refusal === undefined) outcome.written.push(wanted);
      else outcome.refused.push({ ...wanted, problem: refusal });
    }
  } catch (error) {
    if (!(error instanceof RefusedByVendor)) throw error;
    const refusal = problem('refused-by-bigcommerce', { message: error.reason });
    if (batch.length === 1 || budget.calls <= 0) return void outcome.refused.push(...batch.map((wanted) => ({ ...wanted, problem: refusal })));
    budget.calls -= 2;
    for (const half of chunksOf(batch, Math.ceil(batch.length / 2))) await writeBatch(context, half, { outcome, budget });
  }
};

const toSet = ({ level, countedProductId, sum }: WantedLevel): LevelToSet => ({
  variantId: level.variantId,
  ...(countedProductId === null ? {} : { productId: countedProductId }),
  locationId: level.locationId,
  quantity: sum.published,
});
