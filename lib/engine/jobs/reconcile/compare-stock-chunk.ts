import type { HikeProductId, ProductId } from '../../../domain/ids';
import { type Difference, differenceKey } from '../../../domain/reconciliation';
import { compareLevels, type JudgedLevel, levelSubject } from '../../../domain/rules/reconciliation/compare-levels';
import { bufferForProduct } from '../../../domain/rules/stock/buffer-for-product';
import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import { stockToPublish } from '../../../domain/rules/stock/stock-to-publish';
import type { JobContext } from '../job';
import { findGoneProducts } from './find-gone-products';
import { levelKey } from '../stock/level-key';
import { isSettling } from '../stock/level-times';
import { openStockShelf, type StockItem, type StockShelf } from '../stock/stock-shelf';

export interface StockChunk {
  levels: number;
  found: Difference[];
  /** Products that BigCommerce no longer has. */
  gone: ProductId[];
  looked: string[];
  underway: number;
  /** The last product of the chunk; `null` when there are no more. */
  last: HikeProductId | null;
}

/** Some thousand levels: a call or two. */
const PRODUCTS_PER_CHUNK = 500;

/** Whether BigCommerce is to show Hike's counts at all. */
export const publishesStock = ({ settings }: Pick<JobContext, 'settings'>): boolean =>
  settings.catalogue.startedAt !== null && settings.catalogue.owners.stock === 'hike' && !settings.paused.stock;

/** The formula of every linked variant of some products against what BigCommerce holds. */
export const compareStockChunk = async (context: JobContext, locations: readonly LocationToFill[], after: HikeProductId | null): Promise<StockChunk> => {
  const { database: { tables }, storeHash } = context;
  const ids = await tables.hikeProducts.listIds(storeHash, { after, limit: PRODUCTS_PER_CHUNK });
  const products = await tables.hikeProducts.findMany(storeHash, ids);
  const shelf = await openStockShelf(context, products.flatMap(({ product }) => product.variants.map(({ id }) => id)));
  const judged = await judgeLevels(context, shelf, locations);
  const differing = compareLevels(judged);
  const told = new Map(judged.map((level) => [levelSubject(level), level.onHand]));
  const gone = await findGoneProducts(context, shelf, differing.filter(({ subject }) => told.get(subject) === null));
  const goneVariants = new Set(shelf.items.flatMap(({ variantId, productId }) => (gone.includes(productId) ? [variantId] : [])));
  const found = differing.filter(({ variantId }) => variantId === null || !goneVariants.has(variantId));
  const calm: Difference[] = [];
  for (const one of found) if (!(await isUnderway(context, shelf, one))) calm.push(one);
  const busy = new Set(found.filter((one) => !calm.includes(one)).map(differenceKey));
  const looked = judged.map((level) => differenceKey({ kind: 'stock-differs', subject: levelSubject(level) })).filter((key) => !busy.has(key));
  return { levels: judged.length, found: calm, gone, looked, underway: busy.size, last: ids.length < PRODUCTS_PER_CHUNK ? null : (ids.at(-1) ?? null) };
};

const judgeLevels = async ({ bigcommerce, database, storeHash, settings }: JobContext, { items, levels }: StockShelf, locations: readonly LocationToFill[]): Promise<JudgedLevel[]> => {
  if (items.length === 0 || locations.length === 0) return [];
  const variantIds = items.map(({ variantId }) => variantId);
  const told = new Map((await bigcommerce.inventory.listLevels(variantIds, locations.map(({ id }) => id))).map((level) => [levelKey(level), level.onHand]));
  const reserves = await database.tables.reserves.sumByVariant(storeHash, variantIds);
  const judge = ({ hikeId, variantId, product, variant }: StockItem, location: LocationToFill): JudgedLevel => {
    const key = levelKey({ variantId, locationId: location.id });
    const decision = stockToPublish({
      tracksStock: product.tracksStock,
      levels: variant.levels,
      outletIds: location.outletIds,
      reserve: location.isDefault ? (reserves.get(variantId)?.units ?? 0) : 0,
      buffer: bufferForProduct({ ids: [hikeId, product.id], types: product.types }, settings.stock),
    });
    return { variantId, hikeId, sku: variant.sku || variant.name, location, decision, onHand: told.get(key) ?? null, written: levels.get(key)?.written ?? null };
  };
  return items.flatMap((item) => locations.map((location) => judge(item, location)));
};

/** It is about to be published, has just been, or waits for a person's yes. */
const isUnderway = async (context: JobContext, { levels }: StockShelf, { hikeId, variantId }: Difference): Promise<boolean> => {
  const { database: { tables }, storeHash } = context;
  const own = [...levels.values()].filter((level) => level.variantId === variantId);
  if (own.some((level) => level.heldSince !== null || isSettling(level, context))) return true;
  return (await tables.dirty.find(storeHash, 'stock', String(hikeId))) !== null;
};
