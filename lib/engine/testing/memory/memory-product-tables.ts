import { NEEDING_A_PERSON, STANDINGS, type Standing } from '../../../domain/catalogue-words';
import type { ProductId } from '../../../domain/ids';
import { skuKey } from '../../../domain/rules/sku-key';
import { STORE_STANDINGS, type ProductImages, type SeenHikeProduct, type SeenHikeProductFilter, type SeenHikeProducts, type SeenStoreProduct, type SeenStoreProductFilter, type SeenStoreProducts } from '../../ports/tables';
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
  listIds: async (storeHash, { standings, search = '', warns, ...options }) => {
    const asked = hikeProducts.list(storeHash).filter((seen) => isAskedOfHike(seen, { standings: standings ?? [], search, ...(warns && { warns }) }));
    return standings?.length === 0 ? [] : idsAfter(asked.map(({ product }) => product.id), options);
  },
  async listWanting(storeHash, productIds) {
    const waiting = byId(hikeProducts.list(storeHash)).filter((seen) => (NEEDING_A_PERSON as readonly (Standing | null)[]).includes(standingOf(seen)));
    const wanted = waiting.flatMap(({ product, plan }) => (plan?.candidates ?? []).map(({ productId }) => ({ productId: productId as ProductId, hikeId: product.id })));
    return wanted.filter(({ productId }) => productIds.includes(productId)).sort((a, b) => a.productId - b.productId);
  },
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
  list: async (storeHash, filter) => page(askedOfStore(storeProducts.list(storeHash), filter), filter),
  count: async (storeHash, filter) => askedOfStore(storeProducts.list(storeHash), filter).length,
  countByStanding: async (storeHash) => countEach(STORE_STANDINGS, storeProducts.list(storeHash).map(({ standing }) => standing)),
  listIds: async (storeHash, { standings, search = '', areDuplicates = false, ...options }) => {
    const asked = askedOfStore(storeProducts.list(storeHash), { standings: standings ?? [], search, areDuplicates });
    return standings?.length === 0 ? [] : idsAfter(asked.map(({ product }) => product.id), options);
  },
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

const askedOfStore = (products: SeenStoreProduct[], { areDuplicates = false, ...filter }: Omit<SeenStoreProductFilter, 'offset' | 'limit'>): SeenStoreProduct[] => {
  const asked = products.filter((seen) => isAsked(seen, filter));
  if (!areDuplicates) return asked;
  const live = products.filter((seen) => isThere(seen) && seen.standing !== 'ignored');
  const keysOf = ({ product }: SeenStoreProduct) => product.variants.flatMap(({ sku, barcode }) => [productTag.sku(skuKey(sku)), productTag.barcode(skuKey(barcode))]);
  const nothing = [productTag.sku(''), productTag.barcode('')];
  const held = live.flatMap(keysOf).filter((key) => !nothing.includes(key));
  const shared = new Set(held.filter((key, index) => held.indexOf(key) !== index));
  return asked.filter((seen) => live.includes(seen) && keysOf(seen).some((key) => shared.has(key)));
};

const idsAfter = <Id extends number>(ids: readonly Id[], { after, limit }: { after: Id | null; limit: number }): Id[] =>
  ids.filter((id) => after === null || id > after).sort((a, b) => a - b).slice(0, limit);

const byId = <One extends Seen>(products: One[]): One[] => products.sort((a, b) => a.product.id - b.product.id);

const missed = <One extends Seen>(products: readonly One[], sweep: number, limit: number): One[] =>
  byId(products.filter((seen) => isThere(seen) && seen.sweep < sweep)).slice(0, limit);
