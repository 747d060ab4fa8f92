import { STANDINGS } from '../../../domain/catalogue-words';
import { skuKey } from '../../../domain/rules/sku-key';
import { STORE_STANDINGS, type ProductImages, type SeenHikeProduct, type SeenHikeProductFilter, type SeenHikeProducts, type SeenStoreProduct, type SeenStoreProducts } from '../../ports/tables';
import { countEach } from './count-each';
import { holdsText } from './holds-text';
import { productTag, type MemoryShelves } from './memory-shelves';

export const memorySeenHikeProducts = ({ hikeProducts }: MemoryShelves): SeenHikeProducts => ({
  findMany: async (storeHash, ids) => found(ids, (id) => hikeProducts.get(storeHash, id)),
  findByVariants: async (storeHash, variantIds) => hikeProducts.listTagged(storeHash, variantIds.map(productTag.variant)),
  async listVariantsByKeys(storeHash, keys) {
    return byId(hikeProducts.listTagged(storeHash, tagsOf(keys)).filter(isThere)).flatMap((seen) => keysAmong(seen, keys));
  },
  async saveMany(storeHash, many) {
    for (const seen of many) hikeProducts.set(storeHash, [seen.product.id], seen);
  },
  async savePlans(storeHash, plans) {
    for (const { id, plan } of plans) hikeProducts.change(storeHash, [id], (seen) => ({ ...seen, plan }));
  },
  async saveWritten(storeHash, products) {
    for (const { id, written } of products) hikeProducts.change(storeHash, [id], (seen) => ({ ...seen, written }));
  },
  list: async (storeHash, filter) => page(hikeProducts.list(storeHash).filter((seen) => isAskedOfHike(seen, filter)), filter),
  count: async (storeHash, filter) => hikeProducts.list(storeHash).filter((seen) => isAskedOfHike(seen, filter)).length,
  countByStanding: async (storeHash) => countEach(STANDINGS, hikeProducts.list(storeHash).map(standingOf)),
  async listTypes(storeHash) {
    const met = hikeProducts.list(storeHash).flatMap(({ product }) => product.types).sort((a, b) => a.id - b.id || compare(b.name, a.name));
    const names = new Map(met.map(({ id, name }) => [id, name]));
    return Array.from(names, ([id, name]) => ({ id, name })).sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || a.id - b.id);
  },
  async sumPlans(storeHash, priceAlarmPercent = 0) {
    const plans = hikeProducts.list(storeHash).flatMap(({ plan }) => plan ?? []);
    return {
      goesToZero: plans.reduce((sum, { goesToZero }) => sum + goesToZero.length, 0),
      levels: plans.reduce((sum, { levels }) => sum + levels.length, 0),
      priceAlarms: plans.filter(({ priceMove }) => Math.abs(priceMove ?? 0) > priceAlarmPercent).length,
    };
  },
  async sumCalls(storeHash, standings) {
    const plans = hikeProducts.list(storeHash).flatMap(({ plan }) => plan ?? []);
    return plans.filter(({ standing }) => standings.includes(standing)).reduce((sum, { calls }) => sum + calls, 0);
  },
  listIds: async (storeHash, options) => idsAfter(hikeProducts.list(storeHash).map((seen) => ({ id: seen.product.id, standing: standingOf(seen) })), options),
  listMissed: async (storeHash, sweep, limit) => missed(hikeProducts.list(storeHash), sweep, limit).map(({ product }) => product.id),
  deleteAll: async (storeHash) => hikeProducts.deleteStore(storeHash),
});

export const memorySeenStoreProducts = ({ storeProducts }: MemoryShelves): SeenStoreProducts => ({
  findMany: async (storeHash, ids) => found(ids, (id) => storeProducts.get(storeHash, id)),
  async listVariantsByKeys(storeHash, keys) {
    return byId(storeProducts.listTagged(storeHash, tagsOf(keys)).filter(isThere)).flatMap((seen) => keysAmong(seen, keys));
  },
  findByNames: async (storeHash, names) => storeProducts.listTagged(storeHash, names.map(skuKey).filter(Boolean).map(productTag.name)).filter(isThere),
  async saveMany(storeHash, many) {
    for (const seen of many) storeProducts.set(storeHash, [seen.product.id], seen);
  },
  async changeStanding(storeHash, ids, standing) {
    for (const id of ids) storeProducts.change(storeHash, [id], (seen) => ({ ...seen, standing }));
  },
  list: async (storeHash, filter) => page(storeProducts.list(storeHash).filter((seen) => isAsked(seen, filter)), filter),
  countByStanding: async (storeHash) => countEach(STORE_STANDINGS, storeProducts.list(storeHash).map(({ standing }) => standing)),
  listIds: async (storeHash, options) => idsAfter(storeProducts.list(storeHash).map(({ product, standing }) => ({ id: product.id, standing })), options),
  listMissed: async (storeHash, sweep, limit) => missed(storeProducts.list(storeHash), sweep, limit).map(({ product }) => product.id),
  async delete(storeHash, ids) {
    for (const id of ids) storeProducts.delete(storeHash, id);
  },
  deleteAll: async (storeHash) => storeProducts.deleteStore(storeHash),
});

export const memoryProductImages = ({ images }: MemoryShelves): ProductImages => ({
  listOf: async (storeHash, productIds) => found(productIds, (id) => images.get(storeHash, id)).flat(),
  replace: async (storeHash, hikeId, replacing) => images.set(storeHash, [hikeId], replacing),
  async replaceMany(storeHash, products) {
    for (const { hikeId, images: replacing } of products) images.set(storeHash, [hikeId], replacing);
  },
  deleteAll: async (storeHash) => images.deleteStore(storeHash),
});

type Seen = SeenHikeProduct | SeenStoreProduct;

const standingOf = ({ plan }: SeenHikeProduct) => plan?.standing ?? null;

const isThere = ({ goneAt }: Seen): boolean => goneAt === null;

const found = <Id, Value>(ids: readonly Id[], get: (id: Id) => Value | null): Value[] => [...new Set(ids)].flatMap((id) => get(id) ?? []);

interface Keys {
  skus: readonly string[];
  barcodes: readonly string[];
}

const tagsOf = ({ skus, barcodes }: Keys): string[] => [...skus.filter(Boolean).map(productTag.sku), ...barcodes.filter(Boolean).map(productTag.barcode)];

const keysAmong = <ProductId, VariantId>(
  { product }: { product: { id: ProductId; variants: readonly { id: VariantId; sku: string; barcode: string }[] } },
  { skus, barcodes }: Keys,
) =>
  product.variants
    .map((variant) => ({ productId: product.id, variantId: variant.id, sku: skuKey(variant.sku), barcode: skuKey(variant.barcode) }))
    .filter(({ sku, barcode }) => (sku !== '' && skus.includes(sku)) || (barcode !== '' && barcodes.includes(barcode)));

const isAsked = <Standing>(
  { standing, product }: { standing: Standing | null; product: Seen['product'] },
  { standings, search }: { standings: readonly Standing[]; search: string },
): boolean =>
  (standings.length === 0 || (standing !== null && standings.includes(standing))) &&
  holdsText(search, [product.name, ...product.variants.flatMap(({ sku, barcode }) => [sku, barcode])]);

const isAskedOfHike = (seen: SeenHikeProduct, filter: Pick<SeenHikeProductFilter, 'standings' | 'search' | 'warns'>): boolean =>
  isAsked({ standing: standingOf(seen), ...seen }, filter) &&
  (filter.warns !== 'zero' || (seen.plan?.goesToZero.length ?? 0) > 0) &&
  (filter.warns !== 'level' || (seen.plan?.levels.length ?? 0) > 0) &&
  (filter.warns !== 'price' || (seen.plan?.priceMove ?? null) !== null);

const page = <One extends Seen>(matching: One[], { offset, limit }: { offset: number; limit: number }): One[] =>
  matching.sort((a, b) => compare(skuKey(a.product.name), skuKey(b.product.name)) || a.product.id - b.product.id).slice(offset, offset + limit);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const idsAfter = <Id extends number, Standing>(
  products: readonly { id: Id; standing: Standing | null }[],
  { after, limit, standings }: { after: Id | null; limit: number; standings?: readonly Standing[] },
): Id[] => {
  const asked = products.filter(({ id, standing }) => (after === null || id > after) && (standings === undefined || (standing !== null && standings.includes(standing))));
  return asked.map(({ id }) => id).sort((a, b) => a - b).slice(0, limit);
};

const byId = <One extends Seen>(products: One[]): One[] => products.sort((a, b) => a.product.id - b.product.id);

const missed = <One extends Seen>(products: readonly One[], sweep: number, limit: number): One[] =>
  byId(products.filter((seen) => isThere(seen) && seen.sweep < sweep)).slice(0, limit);
