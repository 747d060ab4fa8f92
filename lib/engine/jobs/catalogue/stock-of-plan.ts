import type { HikeProduct } from '../../../domain/hike-product';
import type { VariantId } from '../../../domain/ids';
import { matchProduct, type MatchFacts } from '../../../domain/rules/catalogue/match-product';
import type { VariantPair } from '../../../domain/rules/catalogue/match-variants';
import type { StockMoveOfPlan } from '../../../domain/rules/catalogue/product-plan-of';
import { bufferForProduct } from '../../../domain/rules/stock/buffer-for-product';
import { stockToPublish } from '../../../domain/rules/stock/stock-to-publish';
import type { StoreProduct } from '../../../domain/store-product';
import type { JobContext } from '../job';
import { levelKey, levelsByKey } from '../stock/level-key';
import { locationsOf } from '../stock/locations-of';

/** What BigCommerce shows of each variant at each location, and what it would show: of what is linked, or would be. */
export const stockMoves = async (context: JobContext, candidates: readonly StoreProduct[]): Promise<(product: HikeProduct, facts: MatchFacts) => StockMoveOfPlan[]> => {
  const { settings, storeHash, database: { tables } } = context;
  const locations = settings.catalogue.owners.stock === 'hike' ? locationsOf(context) : [];
  if (locations.length === 0) return () => [];
  const variantIds: VariantId[] = candidates.flatMap(({ variants }) => variants.map(({ id }) => id));
  const [seen, reserves] = await Promise.all([tables.levels.findByVariants(storeHash, variantIds), tables.reserves.sumByVariant(storeHash, variantIds)]);
  const levels = levelsByKey(seen);
  const movesOf = (product: HikeProduct, { hikeId, variantId }: VariantPair): StockMoveOfPlan[] => {
    const variant = product.variants.find(({ id }) => id === hikeId);
    if (variant === undefined) return [];
    const buffer = bufferForProduct({ ids: [hikeId, product.id], types: product.types }, settings.stock);
    return locations.flatMap(({ id: locationId, name: location, outletIds, isDefault }) => {
      const reserve = isDefault ? (reserves.get(variantId)?.units ?? 0) : 0;
      const decision = stockToPublish({ tracksStock: product.tracksStock, levels: variant.levels, outletIds, reserve, buffer });
      if (decision.kind === 'leave') return [];
      return [{ hikeId, location: locations.length === 1 ? '' : location, before: levels.get(levelKey({ variantId, locationId }))?.onHand ?? null, after: decision.sum.published }];
    });
  };
  return (product, facts) => {
    const match = matchProduct(product, facts);
    // What needs a person first shows no counts.
    return match.kind === 'linked' ? match.variants.flatMap((pair) => movesOf(product, pair)) : [];
  };
};
