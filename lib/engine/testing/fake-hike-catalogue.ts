import type { HikeProduct, HikeProductDraft, HikeProductRow } from '../../domain/hike-product';
import type { HikeProductId } from '../../domain/ids';
import { problem } from '../../domain/problems';
import type { Quantity } from '../../domain/quantity';
import { skuKey } from '../../domain/rules/sku-key';
import type { Hike, HikeProductFacts } from '../ports/hike';
import type { OddItem } from '../ports/odd-item';

/** Hike's products as plain objects. */
export interface FakeHikeCatalogue {
  hikeProducts: Map<number, HikeProduct>;
  /** Rows that a page of Hike's list holds, children too. */
  hikePageSize: number;
  /** Ids that Hike's list leaves out although the product is there. */
  unlisted: Set<number>;
  /** How many variants of a product Hike's list tells of, where not of all. */
  cutShort: Map<number, number>;
  /** What Hike's list holds beside the rest, and nobody understands. */
  oddHikeProducts: OddItem[];
  createdHikeProducts: HikeProductDraft[];
  /** What stands at the address of a picture; any other address answers its own text. */
  pictures: Map<string, string | null>;
  /** Kinds of pictures by address, where they are no JPEG. */
  pictureTypes: Map<string, string>;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;

export const newHikeCatalogue = (): FakeHikeCatalogue => ({ hikeProducts: new Map(), hikePageSize: 100, unlisted: new Set(), cutShort: new Map(), oddHikeProducts: [], createdHikeProducts: [], pictures: new Map(), pictureTypes: new Map() });

const asListed = ({ cutShort }: FakeHikeCatalogue, product: HikeProduct): HikeProduct => ({ ...product, variants: product.variants.slice(0, cutShort.get(product.id)) });

const rowsOf = (product: HikeProduct): HikeProductRow[] => [
  { kind: 'product', product },
  ...(product.options.length === 0 ? [] : product.variants.map((variant): HikeProductRow => ({ kind: 'child', parentId: product.id, variant, modifiedAt: product.modifiedAt }))),
];

export const fakeHikeProducts = (world: FakeHikeCatalogue & { products: HikeProductFacts[] }, call: Call): Hike['products'] => ({
  listBySku: (sku) =>
    call('products.bySku', () => {
      const variants = [...world.hikeProducts.values()].flatMap((product) => product.variants);
      return [...world.products, ...variants.map(({ id, name, sku: own }) => ({ id, name, sku: own }))].filter((one) => skuKey(one.sku) === skuKey(sku));
    }),
  listChanged: (since, skip) =>
    call('products.list', () => {
      const listed = [...world.hikeProducts.values()].filter(({ id, modifiedAt }) => !world.unlisted.has(id) && (since === null || (modifiedAt !== null && modifiedAt >= since)));
      const rows = listed.sort((a, b) => a.id - b.id).map((product) => asListed(world, product)).flatMap(rowsOf);
      const end = skip + world.hikePageSize;
      return { items: rows.slice(skip, end), next: end < rows.length ? end : null, total: rows.length, odd: skip === 0 ? world.oddHikeProducts : [] };
    }),
  find: (id) => call('products.find', () => world.hikeProducts.get(id) ?? [...world.hikeProducts.values()].find(({ variants }) => variants.some((variant) => variant.id === id)) ?? null),
  create: (draft) =>
    call('products.create', () => {
      world.createdHikeProducts.push(draft);
      const id = (2000 + world.createdHikeProducts.length * 10) as HikeProductId;
      world.hikeProducts.set(id, productOf(draft, id));
      return id;
    }),
});

export const fakeHikeImages = (world: FakeHikeCatalogue, call: Call): Hike['images'] => ({
  fetch: (url) =>
    call('images.fetch', () => {
      const held = world.pictures.has(url) ? (world.pictures.get(url) ?? null) : url;
      return held === null ? problem('image-unreachable', { url }) : { bytes: new TextEncoder().encode(held), type: world.pictureTypes.get(url) ?? 'image/jpeg' };
    }),
});

const productOf = (draft: HikeProductDraft, id: HikeProductId): HikeProduct => {
  const single = { sku: draft.sku, barcode: draft.barcode, values: [] as string[], priceIncTax: draft.priceIncTax, priceExTax: draft.priceExTax };
  const level = ({ priceIncTax, priceExTax }: typeof single) =>
    draft.outletIds.map((outletId) => ({ outletId, onHand: 0 as Quantity, committed: 0 as Quantity, available: 0 as Quantity, priceIncTax, priceExTax, cost: null, taxId: draft.taxId }));
  const variants = draft.variants.length === 0 ? [{ ...single, id }] : draft.variants.map((variant, index) => ({ ...variant, id: (id + index + 1) as HikeProductId }));
  return {
    id,
    name: draft.name,
    description: draft.description,
    brand: draft.brand,
    types: [],
    tags: draft.tags,
    seo: { title: '', description: '', keywords: '' },
    isActive: true,
    isOnline: true,
    tracksStock: true,
    sellsBelowZero: false,
    options: draft.options,
    variants: variants.map((variant) => ({ id: variant.id, name: draft.name, sku: variant.sku, barcode: variant.barcode, values: variant.values, levels: level(variant), images: [] })),
    images: [],
    modifiedAt: null,
  };
};
