import { HikeProductId, type ProductId } from '../../../domain/ids';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { markProducts } from './mark-products';

/** BigCommerce no longer has these. One that a Hike product was linked to is a problem for a person; the others are forgotten. */
export const loseStoreProducts = async (context: JobContext, tables: Tables, ids: readonly ProductId[]): Promise<void> => {
  const { storeHash } = context;
  const seen = await tables.storeProducts.findMany(storeHash, ids);
  const links = new Map((await tables.links.findByBigCommerce(storeHash, 'product', ids.map(String))).map((link) => [Number(link.bigcommerceId), HikeProductId.parse(Number(link.hikeId))]));
  const [linked, others] = [seen.filter(({ product }) => links.has(product.id)), seen.filter(({ product }) => !links.has(product.id))];
  await tables.storeProducts.saveMany(storeHash, linked.map((one) => ({ ...one, standing: 'gone', goneAt: context.now() })));
  await tables.storeProducts.delete(storeHash, others.map(({ product }) => product.id));
  await markProducts(tables, storeHash, { hikeIds: [...links.values()], now: context.now(), trigger: 'follow-up' });
};
