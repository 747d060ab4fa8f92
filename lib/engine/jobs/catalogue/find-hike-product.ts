import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { explainProblem, problem } from '../../../domain/problems';
import { BrokenContract } from '../../ports/failures';
import type { JobContext, Subject } from '../job';

const subjectOf = (id: HikeProductId): Subject => ({
  thing: 'product',
  direction: 'hike-to-bigcommerce',
  label: `Product ${id}`,
  bigcommerceId: null,
  hikeId: String(id),
});

/**
 * The product as Hike tells it now; `null` where there is none. One that cannot be understood is there all the same: it
 * goes into the log, and holds up none of the others.
 */
export const findHikeProduct = async (context: JobContext, id: HikeProductId): Promise<HikeProduct | 'not-understood' | null> => {
  try {
    const product = await context.hike.products.find(id);
    return product === null || product.variants.length > 0 ? product : 'not-understood';
  } catch (error) {
    if (!(error instanceof BrokenContract)) throw error;
    const reason = problem('not-understood', { side: 'Hike', reference: error.message.slice(0, 200) });
    await context.record((tables) =>
      tables.entries.record(context.storeHash, {
        ...subjectOf(id),
        at: context.now(),
        recordId: String(id),
        trigger: 'schedule',
        nextTryAt: null,
        detail: { error: error.message },
        result: 'needs-you',
        problem: reason,
        message: explainProblem(reason).sentence,
      }),
    );
    return 'not-understood';
  }
};
