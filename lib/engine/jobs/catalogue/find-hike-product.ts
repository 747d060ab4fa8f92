import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { BrokenContract } from '../../ports/failures';
import type { JobContext } from '../job';
import { ODD_PRODUCTS, tellOddItems } from '../tell-odd-items';

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
    const odd = [{ id: String(id), number: null, why: error.message, content: error.message }];
    await context.record('hike-product-not-understood', (tables) => tellOddItems(context, tables, { thing: ODD_PRODUCTS, page: { odd, understood: [] } }));
    return 'not-understood';
  }
};
