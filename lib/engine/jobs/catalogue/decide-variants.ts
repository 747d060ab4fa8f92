import { ProductId, type StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { RemovalDecision } from '../../../domain/rules/catalogue/removal-of-product';
import type { SeenHikeProduct, Tables } from '../../ports/tables';
import { strayVariants, withDecision } from './stray-variants';

/** What a person decides about variants that are gone from these products. Those that are kept are BigCommerce's own from now on. */
export const decideVariants = async (
  tables: Tables,
  storeHash: StoreHash,
  { seen, removal, now }: { seen: readonly SeenHikeProduct[]; removal: RemovalDecision; now: Instant },
): Promise<void> => {
  const links = await tables.links.findByHike(storeHash, 'product', seen.map(({ product }) => String(product.id)));
  const stores = new Map((await tables.storeProducts.findMany(storeHash, links.map(({ bigcommerceId }) => ProductId.parse(Number(bigcommerceId))))).map(({ product }) => [String(product.id), product]));
  const pairs = seen.flatMap(({ product }) => {
    const link = links.find(({ hikeId }) => hikeId === String(product.id));
    const store = link && stores.get(link.bigcommerceId);
    return store === undefined ? [] : [{ product, store }];
  });
  const strays = [...(await strayVariants(tables, storeHash, pairs)).values()].flatMap((one) => one.strays);
  if (removal !== 'keep') return tables.links.saveMany(storeHash, strays.map((stray) => withDecision(stray, removal)), now);
  await tables.links.deleteMany(storeHash, strays);
};
