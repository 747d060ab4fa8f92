import type { Product, Store, Variant } from '../model/store.ts';
import { idList, textList } from '../paging.ts';
import { catalogueIndex, folded, placeOf, type CatalogueIndex } from './catalogue-index.ts';
import { productLevel } from './stock.ts';

type Query = Record<string, string>;
type Test<T> = (item: T) => boolean;

const whole = (value: string | undefined) => (value === undefined ? undefined : Number(value));

/** The part of an id-ordered list between the bounds that the query names. */
function between<T extends { id: number }>(list: T[], query: Query): T[] {
  const from = Math.max(whole(query['id:min']) ?? 0, (whole(query['id:greater']) ?? -1) + 1);
  const to = Math.min(whole(query['id:max']) ?? Infinity, (whole(query['id:less']) ?? Infinity) - 1);
  if (from === 0 && to === Infinity) return list;
  return list.slice(placeOf(list, from), to === Infinity ? list.length : placeOf(list, to + 1));
}

function named<T extends { id: number }>(found: (T | undefined)[]): T[] {
  return [...new Set(found.filter((item) => item !== undefined))].sort((a, b) => a.id - b.id);
}

/** The shortest list that holds everything the query can match, by the index. */
function candidates(store: Store, index: CatalogueIndex, query: Query): Product[] {
  const ids = idList(query['id'] ?? query['id:in']);
  if (ids) return named(ids.map((id) => store.products.get(id)));
  // Only the product's main SKU is searched; SKUs of variants have an endpoint of their own.
  const skus = textList(query['sku:in'] ?? query['sku']);
  if (skus) return named(skus.map((sku) => index.productBySku.get(sku)));
  if (query['name'] !== undefined) return named([index.productByName.get(folded(query['name']))]);
  return index.products;
}

/** A day without a time gets the time of day of the request: a filter for "today" then misses the morning. */
function since(value: string, now: Date): string {
  const text = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T${now.toISOString().slice(11)}` : value;
  const parsed = new Date(text);
  return Number.isNaN(parsed.getTime()) ? '' : parsed.toISOString().slice(0, 19);
}

function byText(query: Query): Test<Product>[] {
  const like = (query['name:like'] ?? query['keyword'])?.toLowerCase();
  const fields = ['upc', 'mpn', 'type', 'condition', 'availability'].filter((field) => query[field] !== undefined);
  return [
    ...(like === undefined ? [] : [({ fields: have }: Product) => `${have.name} ${have.sku}`.toLowerCase().includes(like)]),
    ...fields.map((field): Test<Product> => (product) => product.fields[field] === query[field]),
  ];
}

function byKind(query: Query): Test<Product>[] {
  const categories = idList(query['categories:in'] ?? query['categories']);
  const channels = idList(query['channel_id:in']);
  const not = new Set(idList(query['id:not_in']));
  const visible = query['is_visible'];
  const brand = whole(query['brand_id']);
  return [
    ...(categories ? [({ fields }: Product) => categories.some((id) => fields.categories.includes(id))] : []),
    ...(channels ? [(product: Product) => channels.some((id) => product.channels.includes(id))] : []),
    ...(not.size > 0 ? [(product: Product) => !not.has(product.id)] : []),
    ...(visible === undefined ? [] : [({ fields }: Product) => fields['is_visible'] === (visible === 'true')]),
    ...(brand === undefined ? [] : [({ fields }: Product) => fields.brand_id === brand]),
  ];
}

/** To the second, as dates are shown. They are compared as text: all of them are written alike, in UTC. */
function byDate(query: Query, now: Date): Test<Product>[] {
  const [min, max] = [query['date_modified:min'], query['date_modified:max']];
  const [from, to] = [min === undefined ? '' : since(min, now), max === undefined ? '' : since(max, now)];
  return [...(min === undefined ? [] : [(product: Product) => product.modified >= from]), ...(max === undefined ? [] : [(product: Product) => product.modified <= `${to}.999Z`])];
}

const SORTS: Record<string, (store: Store, product: Product) => number | string> = {
  name: (_store, product) => product.fields.name.toLowerCase(),
  sku: (_store, product) => product.fields.sku.toLowerCase(),
  price: (_store, product) => product.fields.price,
  date_modified: (_store, product) => product.modified,
  inventory_level: productLevel,
};

function sorted(store: Store, products: Product[], query: Query): Product[] {
  const key = SORTS[query['sort'] ?? 'id'];
  const down = query['direction'] === 'desc';
  if (!key) return down ? products.toReversed() : products;
  const sign = down ? -1 : 1;
  const keyed = products.map((product) => ({ product, key: key(store, product) }));
  keyed.sort((a, b) => (a.key === b.key ? a.product.id - b.product.id : sign * (a.key < b.key ? -1 : 1)));
  return keyed.map(({ product }) => product);
}

/** The products that a query means, in its order. `now` is the time of the request. */
export function selectProducts(store: Store, query: Query, now: Date): Product[] {
  const index = catalogueIndex(store);
  const first = candidates(store, index, query);
  const skus = textList(query['sku:in'] ?? query['sku']);
  const tests: Test<Product>[] = [
    ...byText(query),
    ...byKind(query),
    ...byDate(query, now),
    ...(skus ? [({ fields }: Product) => skus.includes(folded(fields.sku))] : []),
    ...(query['name'] === undefined ? [] : [({ fields }: Product) => folded(fields.name) === folded(query['name'] ?? '')]),
  ];
  const inRange = between(first, query);
  return sorted(store, tests.length === 0 ? inRange : inRange.filter((product) => tests.every((test) => test(product))), query);
}

export function selectVariants(store: Store, query: Query): Variant[] {
  const index = catalogueIndex(store);
  const products = idList(query['product_id:in'] ?? query['product_id']);
  const ids = idList(query['id:in'] ?? query['id'] ?? query['variant_id:in']);
  const skus = textList(query['sku:in'] ?? query['sku']);
  const byId = ids && named(ids.map((id) => store.variants.get(id)));
  const bySku = skus && named(skus.map((sku) => index.variantBySku.get(sku)));
  const byProduct = products && named(products.flatMap((id) => index.variantsOf.get(id) ?? []));
  const lists = [byId, bySku, byProduct].filter((list) => list !== undefined);
  const [first = index.variants, ...others] = lists;
  const sets = others.map((list) => new Set(list));
  const upc = query['upc'];
  const matching = sets.length === 0 ? first : first.filter((variant) => sets.every((set) => set.has(variant)));
  return upc === undefined ? matching : matching.filter((variant) => variant.fields.upc === upc);
}
