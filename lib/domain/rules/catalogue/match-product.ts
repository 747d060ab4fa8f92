import type { HikeProduct } from '../../hike-product';
import type { HikeProductId, ProductId, VariantId } from '../../ids';
import { problem, type Problem } from '../../problems';
import type { StoreProduct } from '../../store-product';
import { skuKey } from '../sku-key';
import { hasVariants } from './has-variants';
import { matchVariants, type VariantPair } from './match-variants';

/** Another variant in Hike that has one of the product's SKUs or barcodes, with the name that a person knows it by. */
export interface Twin {
  variantId: HikeProductId;
  sku: string;
  barcode: string;
  name: string;
}

/** What matching looks at. All of it comes from our mirrors and links; nothing here costs a call. */
export interface MatchFacts {
  /** The BigCommerce product that this one is linked to; among the `candidates` unless it is gone there. */
  link: ProductId | null;
  variantLinks: ReadonlyMap<HikeProductId, VariantId>;
  /** BigCommerce products that are not gone and share a SKU or a barcode, or are linked. */
  candidates: readonly StoreProduct[];
  /** Of the candidates, those linked to other Hike products. */
  takenProductIds: ReadonlySet<ProductId>;
  /** Those of other Hike products that are sent too; what is left out by rule does no harm. */
  twins: readonly Twin[];
}

/** The kinds that need a person bear the names of their standings. */
export type Match =
  | { kind: 'linked'; store: StoreProduct; variants: VariantPair[]; unlinkedVariants: HikeProductId[] }
  | { kind: 'new' }
  | { kind: 'ambiguous' | 'clash' | 'duplicate' | 'refused'; problem: Problem; candidates: StoreProduct[] };

/** What may be one thing in both shops: a SKU or a barcode. */
type Key = 'sku' | 'barcode';

const keysOf = (things: readonly Record<Key, string>[], key: Key): Set<string> => new Set(things.map((thing) => skuKey(thing[key])).filter((text) => text !== ''));

const shareKey = (one: readonly Record<Key, string>[], other: readonly Record<Key, string>[], key: Key): boolean => {
  const keys = keysOf(other, key);
  return [...keysOf(one, key)].some((text) => keys.has(text));
};

const structureOf = (product: Parameters<typeof hasVariants>[0]): string => (hasVariants(product) ? 'a product with variants' : 'a single product');

const clash = (product: HikeProduct, stores: StoreProduct[]): Match => {
  const [store] = stores;
  const details = { product: product.name, hike: structureOf(product), bigcommerce: store ? structureOf(store) : '' };
  return { kind: 'clash', problem: problem('product-structure-clash', details), candidates: stores };
};

const linked = (product: HikeProduct, store: StoreProduct, links: MatchFacts['variantLinks']): Match =>
  hasVariants(product) === hasVariants(store) ? { kind: 'linked', store, ...matchVariants(product, store, links) } : clash(product, [store]);

/** Two things in Hike with one key: which of them BigCommerce's is, nobody can tell. */
const duplicateOf = ({ name, variants }: HikeProduct, twins: readonly Twin[]): Match | null => {
  const own = new Set(variants.map(({ id }) => id));
  const others = [...twins.filter(({ variantId }) => !own.has(variantId)).map((twin) => ({ ...twin, id: twin.variantId })), ...variants];
  for (const key of ['sku', 'barcode'] as const) {
    for (const { id, [key]: text } of variants) {
      const other = others.find((one) => one.id !== id && skuKey(text) !== '' && skuKey(one[key]) === skuKey(text));
      const said = `the ${key === 'sku' ? 'SKU' : 'barcode'} ${text.trim()}`;
      if (other) return { kind: 'duplicate', problem: problem('product-duplicate-in-hike', { product: name, key: said, other: `“${other.name}”` }), candidates: [] };
    }
  }
  return null;
};

const oneOf = (product: HikeProduct, stores: StoreProduct[], links: MatchFacts['variantLinks']): Match => {
  const [store, ...others] = stores;
  if (store && others.length === 0) return linked(product, store, links);
  const isClash = stores.every((candidate) => hasVariants(candidate) !== hasVariants(product));
  return isClash ? clash(product, stores) : { kind: 'ambiguous', problem: problem('product-match-ambiguous', { product: product.name, count: String(stores.length) }), candidates: stores };
};

/** A product with variants may bear a SKU of its own in BigCommerce: no other may have it then, but it tells no variant. */
const isFree = (product: HikeProduct, store: StoreProduct, key: Key): boolean =>
  !(hasVariants(product) && hasVariants(store)) || shareKey(store.variants, product.variants, key);

const byKeys = (product: HikeProduct, { candidates, takenProductIds, variantLinks }: MatchFacts): Match => {
  for (const key of ['sku', 'barcode'] as const) {
    const sharing = candidates.filter((store) => shareKey([store, ...store.variants], product.variants, key));
    const free = sharing.filter((store) => !takenProductIds.has(store.id) && isFree(product, store, key));
    if (free.length > 0) return oneOf(product, free, variantLinks);
    const [taken] = sharing;
    // BigCommerce takes a SKU once, a barcode as often as one likes.
    if (taken && key === 'sku') {
      const sku = product.variants.find((variant) => shareKey([taken, ...taken.variants], [variant], 'sku'))?.sku.trim() ?? '';
      return { kind: 'refused', problem: problem('sku-taken', { sku }), candidates: sharing };
    }
  }
  return { kind: 'new' };
};

/**
 * The BigCommerce product that a Hike product is: by link, then SKU, then barcode (trimmed, without case), one to one or
 * not at all. Zeros in front of a barcode count: the twelve digits of a UPC-A are another key than its EAN-13.
 * `refused`: it has no key to go by, its SKU belongs to what is linked to another, or it was deleted in BigCommerce.
 */
export const matchProduct = (product: HikeProduct, facts: MatchFacts): Match => {
  if (facts.link !== null) {
    const store = facts.candidates.find(({ id }) => id === facts.link);
    if (store) return linked(product, store, facts.variantLinks);
    return { kind: 'refused', problem: problem('product-deleted-in-bigcommerce', { product: product.name }), candidates: [] };
  }
  if (keysOf(product.variants, 'sku').size + keysOf(product.variants, 'barcode').size === 0) {
    return { kind: 'refused', problem: problem('product-without-key', { product: product.name }), candidates: [] };
  }
  return duplicateOf(product, facts.twins) ?? byKeys(product, facts);
};
