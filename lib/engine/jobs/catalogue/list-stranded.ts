import { HikeProductId, type ProductId } from '../../../domain/ids';
import type { JobContext } from '../job';

const PRODUCTS_AT_ONCE = 1000;

/** Hike's ids of products that BigCommerce's are linked with and that no reading since the app came back has told of. */
export const listStranded = async ({ storeHash, database: { tables } }: JobContext): Promise<HikeProductId[]> => {
  const stranded: HikeProductId[] = [];
  for (let after: ProductId | null = null; ; ) {
    const ids: ProductId[] = await tables.storeProducts.listIds(storeHash, { after, limit: PRODUCTS_AT_ONCE, standings: ['linked'] });
    const links = await tables.links.findByBigCommerce(storeHash, 'product', ids.map(String));
    const partners = links.map(({ hikeId }) => HikeProductId.parse(Number(hikeId)));
    const known = new Set((await tables.hikeProducts.findMany(storeHash, partners)).map(({ product }) => product.id));
    stranded.push(...partners.filter((id) => !known.has(id)));
    if (ids.length < PRODUCTS_AT_ONCE) return stranded;
    after = ids.at(-1) ?? null;
  }
};
