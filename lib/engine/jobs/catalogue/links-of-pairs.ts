import type { HikeProduct } from '../../../domain/hike-product';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { VariantPair } from '../../../domain/rules/catalogue/match-variants';
import type { StoreProduct } from '../../../domain/store-product';
import type { Link, Tables } from '../../ports/tables';

export interface Pair {
  product: HikeProduct;
  store: Pick<StoreProduct, 'id' | 'name' | 'taxClassId'>;
  variants: readonly VariantPair[];
  /** Where the product was first; Hike unless it was sent there. */
  origin?: Link['origin'];
}

const linksOf = ({ product, store, variants, origin = 'hike' }: Pair): Link[] => {
  const names = new Map(product.variants.map(({ id, name }) => [id, name]));
  const whole: Link = { thing: 'product', bigcommerceId: String(store.id), hikeId: String(product.id), origin, facts: { name: product.name } };
  // As an imported order's line reads them.
  const parts = variants.map(({ hikeId, variantId }): Link => ({
    thing: 'variant',
    bigcommerceId: String(variantId),
    hikeId: String(hikeId),
    origin,
    facts: { name: names.get(hikeId) ?? product.name, productId: store.id, taxClassId: store.taxClassId },
  }));
  return [whole, ...parts];
};

/** Links both products and their variants; levels that were read before anybody knew whose they are get their owner. */
export const linkPairs = async (tables: Tables, storeHash: StoreHash, { pairs, now }: { pairs: readonly Pair[]; now: Instant }): Promise<void> => {
  if (pairs.length === 0) return;
  await tables.links.saveMany(storeHash, pairs.flatMap(linksOf), now);
  await tables.storeProducts.changeStanding(storeHash, pairs.map(({ store }) => store.id), 'linked');
  const owners = new Map(pairs.flatMap(({ variants }) => variants.map(({ variantId, hikeId }) => [variantId, hikeId])));
  const levels = await tables.levels.findByVariants(storeHash, [...owners.keys()]);
  await tables.levels.saveMany(storeHash, levels.flatMap((level) => {
    const hikeId = owners.get(level.variantId);
    return hikeId === undefined || hikeId === level.hikeId ? [] : [{ ...level, hikeId }];
  }));
};
