import { HikeProductId, ProductId, type StoreHash } from '../../../domain/ids';
import type { Tables } from '../../ports/tables';

/** Takes links of products apart with those of their variants, and forgets what was written: the next partner has none of it. Answers the Hike products that were linked. */
export const unlinkProducts = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds = [], productIds = [] }: { hikeIds?: readonly HikeProductId[]; productIds?: readonly ProductId[] },
): Promise<HikeProductId[]> => {
  const links = [
    ...(await tables.links.findByHike(storeHash, 'product', hikeIds.map(String))),
    ...(await tables.links.findByBigCommerce(storeHash, 'product', productIds.map(String))),
  ];
  const ours = links.map(({ hikeId }) => HikeProductId.parse(Number(hikeId)));
  const theirs = links.map(({ bigcommerceId }) => ProductId.parse(Number(bigcommerceId)));
  const [seen, stores] = [await tables.hikeProducts.findMany(storeHash, ours), await tables.storeProducts.findMany(storeHash, theirs)];
  const variantLinks = [
    ...(await tables.links.findByHike(storeHash, 'variant', seen.flatMap(({ product }) => product.variants.map(({ id }) => String(id))))),
    ...(await tables.links.findByBigCommerce(storeHash, 'variant', stores.flatMap(({ product }) => product.variants.map(({ id }) => String(id))))),
  ];
  await tables.links.deleteMany(storeHash, [...links, ...variantLinks]);
  await tables.hikeProducts.saveWritten(storeHash, ours.map((id) => ({ id, written: {} })));
  await tables.storeProducts.changeStanding(storeHash, stores.filter(({ goneAt }) => goneAt === null).map(({ product }) => product.id), 'only-here');
  await tables.storeProducts.delete(storeHash, stores.filter(({ goneAt }) => goneAt !== null).map(({ product }) => product.id));
  return [...new Set(ours)];
};
