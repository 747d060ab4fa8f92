import type { HikeProduct, HikeVariant } from '../../hike-product';
import type { HikeProductId, VariantId } from '../../ids';
import type { StoreProduct, StoreVariant } from '../../store-product';
import { skuKey } from '../sku-key';
import { hasVariants } from './has-variants';

export interface VariantPair {
  hikeId: HikeProductId;
  variantId: VariantId;
}

/** Equal keys are the same variant; `null` has none. */
interface KeyKind {
  ofHike: (variant: HikeVariant) => string | null;
  ofStore: (variant: StoreVariant) => string | null;
}

const keyOrNone = (text: string): string | null => skuKey(text) || null;

const valuesKey = (values: readonly { option: string; label: string }[]): string | null =>
  values.length === 0 ? null : JSON.stringify(values.map(({ option, label }) => [skuKey(option), skuKey(label)]).sort());

const keyKinds = ({ options }: HikeProduct, links: ReadonlyMap<HikeProductId, VariantId>): KeyKind[] => [
  { ofHike: ({ id }) => links.get(id)?.toString() ?? null, ofStore: ({ id }) => id.toString() },
  { ofHike: ({ sku }) => keyOrNone(sku), ofStore: ({ sku }) => keyOrNone(sku) },
  { ofHike: ({ barcode }) => keyOrNone(barcode), ofStore: ({ barcode }) => keyOrNone(barcode) },
  { ofHike: ({ values }) => valuesKey(values.map((label, index) => ({ option: options[index] ?? '', label }))), ofStore: ({ values }) => valuesKey(values) },
];

/** The variants that bear a key which no other one bears. */
const byOwnKey = <Variant>(variants: readonly Variant[], keyOf: (variant: Variant) => string | null): Map<string, Variant> => {
  const bearers = new Map<string, Variant[]>();
  for (const variant of variants) {
    const key = keyOf(variant);
    if (key !== null) bearers.set(key, [...(bearers.get(key) ?? []), variant]);
  }
  return new Map([...bearers].flatMap(([key, [first, ...others]]) => (first && others.length === 0 ? [[key, first]] : [])));
};

/** Within a product that is sure: by link, then SKU, then barcode, then the values of the options; each variant once. */
export const matchVariants = (
  product: HikeProduct,
  store: StoreProduct,
  links: ReadonlyMap<HikeProductId, VariantId>,
): { variants: VariantPair[]; unlinkedVariants: HikeProductId[] } => {
  const [ours, theirs] = [product.variants[0], store.variants[0]];
  if (ours && theirs && !hasVariants(product) && !hasVariants(store)) return { variants: [{ hikeId: ours.id, variantId: theirs.id }], unlinkedVariants: [] };
  const found = new Map<HikeProductId, VariantId>();
  for (const { ofHike, ofStore } of keyKinds(product, links)) {
    const taken = new Set(found.values());
    const free = byOwnKey(store.variants.filter(({ id }) => !taken.has(id)), ofStore);
    for (const [key, { id }] of byOwnKey(product.variants.filter((variant) => !found.has(variant.id)), ofHike)) {
      const variant = free.get(key);
      if (variant) found.set(id, variant.id);
    }
  }
  const variants = product.variants.flatMap(({ id }) => {
    const variantId = found.get(id);
    return variantId === undefined ? [] : [{ hikeId: id, variantId }];
  });
  return { variants, unlinkedVariants: product.variants.flatMap(({ id }) => (found.has(id) ? [] : [id])) };
};
