import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId, VariantId } from '../../../domain/ids';
import { matchVariants } from '../../../domain/rules/catalogue/match-variants';
import { bufferForProduct } from '../../../domain/rules/stock/buffer-for-product';
import { stockToPublish } from '../../../domain/rules/stock/stock-to-publish';
import type { StoreProduct } from '../../../domain/store-product';
import type { SeenLevel } from '../../ports/tables';
import type { JobContext } from '../job';
import { locationsOf } from '../stock/locations-of';

type Moves = ReadonlyMap<HikeProductId, { before: number; after: number }>;

/** What BigCommerce shows of each variant in all, and what it would show; for the dry run's "will go to zero". */
export const stockMoves = async (
  context: JobContext,
  { products, candidates, variantLinks }: { products: readonly HikeProduct[]; candidates: readonly StoreProduct[]; variantLinks: ReadonlyMap<HikeProductId, VariantId> },
): Promise<(product: HikeProduct, own: readonly StoreProduct[]) => Moves> => {
  const { tables } = context.database;
  const variantIds = candidates.flatMap(({ variants }) => variants.map(({ id }) => id));
  const levels = products.length === 0 ? [] : await tables.levels.findByVariants(context.storeHash, variantIds);
  const reserves = await tables.reserves.sumByVariant(context.storeHash, variantIds);
  return (product, own) => {
    const [store] = own;
    // Several candidates need a person first.
    if (store === undefined || own.length > 1) return new Map();
    const pairs = matchVariants(product, store, variantLinks).variants;
    return new Map(pairs.flatMap(({ hikeId, variantId }) => moveOf(context, { product, hikeId, levels: levels.filter((level) => level.variantId === variantId), reserve: reserves.get(variantId)?.units ?? 0 })));
  };
};

const moveOf = (
  context: JobContext,
  { product, hikeId, levels, reserve }: { product: HikeProduct; hikeId: HikeProductId; levels: readonly SeenLevel[]; reserve: number },
): [HikeProductId, { before: number; after: number }][] => {
  const variant = product.variants.find(({ id }) => id === hikeId);
  const shown = levels.flatMap(({ onHand }) => onHand ?? []);
  if (variant === undefined || shown.length === 0) return [];
  const { stock } = context.settings;
  const buffer = bufferForProduct({ ids: [hikeId, product.id], types: product.types }, stock);
  const sums = locationsOf(context).map(({ outletIds, isDefault }) =>
    stockToPublish({ tracksStock: product.tracksStock, levels: variant.levels, outletIds, reserve: isDefault ? reserve : 0, buffer }),
  );
  const published = sums.flatMap((decision) => (decision.kind === 'publish' ? [decision.sum.published] : []));
  return published.length === 0 ? [] : [[hikeId, { before: shown.reduce((sum, one) => sum + one, 0), after: published.reduce((sum, one) => sum + one, 0) }]];
};
