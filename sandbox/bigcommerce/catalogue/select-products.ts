import type { Product, Store, Variant } from '../model/store.ts';
import { idList, textList } from '../paging.ts';
import { availableToSell, variantsOf } from './stock.ts';

type Query = Record<string, string>;

const time = (value: string | undefined) => (value === undefined ? undefined : Date.parse(value));

function byId(query: Query, id: number): boolean {
  const [exact, among, not] = [idList(query['id']), idList(query['id:in']), idList(query['id:not_in'])];
  if (exact && !exact.includes(id)) return false;
  if (among && !among.includes(id)) return false;
  if (not && not.includes(id)) return false;
  const bounds: [string, (limit: number) => boolean][] = [
    ['id:min', (limit) => id >= limit],
    ['id:max', (limit) => id <= limit],
    ['id:greater', (limit) => id > limit],
    ['id:less', (limit) => id < limit],
  ];
  return bounds.every(([name, holds]) => query[name] === undefined || holds(Number(query[name])));
}

function byFields(query: Query, product: Product): boolean {
  const { fields } = product;
  // Only the product's main SKU is searched; SKUs of variants have an endpoint of their own.
  const skus = textList(query['sku:in'] ?? query['sku']);
  if (skus && !skus.includes(fields.sku.toLowerCase())) return false;
  if (query['name'] !== undefined && fields.name.toLowerCase() !== query['name'].toLowerCase()) return false;
  const like = query['name:like'] ?? query['keyword'];
  if (like !== undefined && !`${fields.name} ${fields.sku}`.toLowerCase().includes(like.toLowerCase())) return false;
  if (query['upc'] !== undefined && fields['upc'] !== query['upc']) return false;
  if (query['type'] !== undefined && fields.type !== query['type']) return false;
  if (query['is_visible'] !== undefined && fields['is_visible'] !== (query['is_visible'] === 'true')) return false;
  if (query['brand_id'] !== undefined && fields.brand_id !== Number(query['brand_id'])) return false;
  const categories = idList(query['categories:in'] ?? query['categories']);
  if (categories && !categories.some((id) => fields.categories.includes(id))) return false;
  const channels = idList(query['channel_id:in']);
  return !channels || channels.some((id) => product.channels.includes(id));
}

function byDate(query: Query, product: Product): boolean {
  const modified = Date.parse(product.modified);
  const [min, max] = [time(query['date_modified:min']), time(query['date_modified:max'])];
  return (min === undefined || modified >= min) && (max === undefined || modified <= max);
}

export function selectProducts(store: Store, query: Query): Product[] {
  const keys: Record<string, (product: Product) => number | string> = {
    id: (product) => product.id,
    name: (product) => product.fields.name.toLowerCase(),
    sku: (product) => product.fields.sku.toLowerCase(),
    price: (product) => product.fields.price,
    date_modified: (product) => product.modified,
    inventory_level: (product) => variantsOf(store, product.id).reduce((total, variant) => total + availableToSell(store, variant.id), 0),
  };
  const key = keys[query['sort'] ?? 'id'] ?? keys['id'];
  const sign = query['direction'] === 'desc' ? -1 : 1;
  const matching = [...store.products.values()].filter((product) => byId(query, product.id) && byFields(query, product) && byDate(query, product));
  if (!key) return matching;
  return matching.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left === right ? a.id - b.id : sign * (left < right ? -1 : 1);
  });
}

export function selectVariants(store: Store, query: Query): Variant[] {
  const products = idList(query['product_id:in'] ?? query['product_id']);
  const ids = idList(query['id:in'] ?? query['id']);
  const skus = textList(query['sku:in'] ?? query['sku']);
  return [...store.variants.values()].filter(
    (variant) =>
      (!products || products.includes(variant.productId)) &&
      (!ids || ids.includes(variant.id)) &&
      (!skus || skus.includes(variant.sku.toLowerCase())) &&
      (query['upc'] === undefined || variant.fields.upc === query['upc']),
  );
}
