import type { HikeProduct, HikeVariant } from '../../../domain/hike-product';
import { HikeProductId, ProductId, type StoreHash, VariantId } from '../../../domain/ids';
import type { StoreProduct } from '../../../domain/store-product';
import type { Link, ReadingTables, SeenLevel } from '../../ports/tables';
import type { JobContext } from '../job';
import { levelsByKey } from './level-key';

/** A linked Hike variant whose stock is ours to publish. */
export interface StockItem {
  hikeId: HikeProductId;
  variantId: VariantId;
  productId: ProductId;
  /** Where BigCommerce counts the product as a whole, not its variants. */
  countedProductId: ProductId | null;
  /** BigCommerce counts it at all, as far as we know. */
  isCounted: boolean;
  /** It was sent to Hike, whose count begins at nothing. */
  isFromStore: boolean;
  product: HikeProduct;
  variant: HikeVariant;
}

export interface StockShelf {
  items: StockItem[];
  levels: Map<string, SeenLevel>;
}

/** Everything about these variants that is known without a call, in a few queries. What is not linked, gone on either side or put aside is not there. */
export const openStockShelf = async (context: JobContext, hikeIds: readonly HikeProductId[]): Promise<StockShelf> => {
  const { tables } = context.database;
  const { storeHash } = context;
  const [links, seen] = await Promise.all([tables.links.findByHike(storeHash, 'variant', hikeIds.map(String)), tables.hikeProducts.findByVariants(storeHash, hikeIds)]);
  const byHike = new Map(links.map((link) => [link.hikeId, link]));
  const trackings = await trackingsOf(tables, storeHash, links);
  const items = seen
    .filter(({ goneAt, isIgnored }) => goneAt === null && !isIgnored)
    .flatMap(({ product }) => product.variants.map((variant) => ({ product, variant })))
    .flatMap(({ product, variant }): StockItem[] => {
      const link = byHike.get(String(variant.id));
      const tracking = link && trackings.get(productIdOf(link));
      if (link === undefined || tracking === undefined) return [];
      const productId = productIdOf(link);
      const countedProductId = tracking === 'product' ? productId : null;
      return [{ hikeId: variant.id, variantId: VariantId.parse(Number(link.bigcommerceId)), productId, countedProductId, isCounted: tracking !== 'none', isFromStore: link.origin === 'bigcommerce', product, variant }];
    });
  return { items, levels: levelsByKey(await tables.levels.findByVariants(storeHash, items.map(({ variantId }) => variantId))) };
};

const productIdOf = ({ facts }: Link): ProductId => ProductId.parse(Number(facts.productId ?? 0));

/** Of the products that BigCommerce still has. */
const trackingsOf = async (tables: ReadingTables, storeHash: StoreHash, links: readonly Link[]): Promise<Map<ProductId, StoreProduct['tracking']>> => {
  const seen = await tables.storeProducts.findMany(storeHash, [...new Set(links.map(productIdOf))]);
  return new Map(seen.flatMap(({ product, goneAt }) => (goneAt === null ? [[product.id, product.tracking]] : [])));
};

/** Hike's id of each of these BigCommerce variants that is linked. */
export const hikeIdsOf = async (tables: ReadingTables, storeHash: StoreHash, variantIds: readonly VariantId[]): Promise<Map<VariantId, HikeProductId>> => {
  const links = await tables.links.findByBigCommerce(storeHash, 'variant', variantIds.map(String));
  return new Map(links.map(({ bigcommerceId, hikeId }) => [VariantId.parse(Number(bigcommerceId)), HikeProductId.parse(Number(hikeId))]));
};
