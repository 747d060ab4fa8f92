import { HikeProductId, type ProductId } from '../../../domain/ids';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { markStock } from '../stock/mark-stock';
import { markProducts } from './mark-products';

/** BigCommerce no longer has these. One that a Hike product was linked to is a problem for a person; the others are forgotten. */
export const loseStoreProducts = async (context: JobContext, tables: Tables, ids: readonly ProductId[]): Promise<void> => {
  const { storeHash } = context;
  const seen = await tables.storeProducts.findMany(storeHash, ids);
  const links = new Map((await tables.links.findByBigCommerce(storeHash, 'product', ids.map(String))).map((link) => [Number(link.bigcommerceId), HikeProductId.parse(Number(link.hikeId))]));
  const [linked, others] = [seen.filter(({ product }) => links.has(product.id)), seen.filter(({ product }) => !links.has(product.id))];
  await tables.storeProducts.saveMany(storeHash, linked.map((one) => ({ ...one, standing: 'gone', goneAt: context.now() })));
  await tables.storeProducts.delete(storeHash, others.map(({ product }) => product.id));
  const hikeIds = [...links.values()];
  await markProducts(tables, storeHash, { hikeIds, now: context.now(), trigger: 'follow-up' });
  // What was refused about their counts is over.
  const variantIds = (await tables.hikeProducts.findMany(storeHash, hikeIds)).flatMap(({ product }) => product.variants.map(({ id }) => id));
  await markStock(tables, storeHash, { hikeIds: variantIds, now: context.now() });
};
