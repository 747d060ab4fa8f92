import type { ProductField } from '../../catalogue-words';
import type { HikeProduct } from '../../hike-product';
import type { CategoryId, HikeProductId, ProductId, VariantId } from '../../ids';
import type { Decimal } from '../../money';
import type { FieldChange } from '../../product-plan';
import { isProblem, type Problem } from '../../problems';
import type { ProductChange, StoreProduct, VariantChange, VariantDraft } from '../../store-product';
import { nameRefusal, skuRefusal } from './bigcommerce-limits';
import type { CatalogueContext } from './catalogue-context';
import { categoriesOfProduct } from './categories-of-product';
import { categoryMoves } from './category-moves';
import { keyMoves } from './key-moves';
import type { VariantPair } from './match-variants';
import { missingVariants } from './missing-variants';
import { hikePrices, type HikePrices } from './price-fields';
import { priceMoves } from './price-moves';
import { trackingOf } from './product-draft';
import type { ProductMove } from './product-move';
import { textMoves } from './text-moves';

/** The BigCommerce product that the Hike product is, as `matchProduct` found it. */
export interface Pairing {
  store: StoreProduct;
  variants: readonly VariantPair[];
  /** In Hike, but not among BigCommerce's variants yet. */
  unlinkedVariants: readonly HikeProductId[];
  /** We hid it when it was removed from Hike, and it is back. */
  showsAgain: boolean;
  /** Variants that we took off sale while they were gone from Hike. */
  offSale: ReadonlySet<VariantId>;
  /** Categories of the BigCommerce product that we gave it for a Hike type. */
  ownCategories: ReadonlySet<CategoryId>;
}

export interface ProductChanges {
  /** `null`: the product itself stays as it is. */
  change: ProductChange | null;
  variantChanges: VariantChange[];
  missingVariants: VariantDraft[];
  /** All of the above, as a person reads it. */
  fields: FieldChange[];
  /** Prices that move from one value to another; one that was not set before is none. */
  priceMoves: { before: Decimal; after: Decimal }[];
  /** Hike types whose category is to be created first; planned again, they are among the categories. */
  missingCategories: string[];
}

const visibilityMoves = ({ isVisible }: StoreProduct): ProductMove[] =>
  isVisible ? [] : [{ field: 'visibility', on: null, change: { isVisible: true }, shown: { field: 'visibility', sku: null, before: 'hidden', after: 'visible' } }];

/** Back in Hike, a variant is sold again, whoever owns what. */
const saleMoves = ({ store, variants, offSale }: Pairing): ProductMove[] => {
  const paired = new Set(variants.map(({ variantId }) => variantId));
  return store.variants
    .filter(({ id, isPurchasable }) => paired.has(id) && offSale.has(id) && !isPurchasable)
    .map(({ id, sku }) => ({ field: 'visibility', on: id, change: { isPurchasable: true }, shown: { field: 'visibility', sku, before: 'not for sale', after: 'for sale' } }));
};

const TRACKING = { none: 'not tracked', product: 'tracked', variant: 'tracked per variant' } as const;

const trackingMoves = (product: HikeProduct, { tracking: before }: StoreProduct): ProductMove[] => {
  const after = trackingOf(product);
  if (before === after) return [];
  return [{ field: 'stock', on: null, change: { tracking: after }, shown: { field: 'stock', sku: null, before: TRACKING[before], after: TRACKING[after] } }];
};

const allMoves = (product: HikeProduct, { store, variants, ownCategories, prices }: Pairing & { prices: HikePrices }, { categories, profile }: CatalogueContext): ProductMove[] => [
  ...textMoves(product, store),
  ...keyMoves(product, store, variants),
  ...priceMoves(prices, { store, variants }, profile.currency),
  ...categoryMoves(product, { store, ownCategories }, categories),
  ...visibilityMoves(store),
  ...trackingMoves(product, store),
];

const refusalOf = (moves: readonly ProductMove[]): Problem | null => {
  for (const { change } of moves) {
    const refusal = ('name' in change && change.name ? nameRefusal(change.name) : null) ?? (change.sku ? skuRefusal(change.sku) : null);
    if (refusal) return refusal;
  }
  return null;
};

const onProduct = (moves: readonly ProductMove[], id: ProductId): ProductChange | null => {
  const change: Omit<ProductChange, 'id'> = Object.assign({}, ...moves.map((move) => (move.on === null ? move.change : {})));
  return Object.keys(change).length > 0 ? { ...change, id } : null;
};

const onVariants = (moves: readonly ProductMove[], productId: ProductId): VariantChange[] => {
  const changes = new Map<VariantId, VariantChange>();
  for (const { on: id, change } of moves) if (id !== null) changes.set(id, { ...changes.get(id), ...change, id, productId });
  return [...changes.values()];
};

const shownAddition = ({ sku, values }: VariantDraft): FieldChange => ({ field: 'sku', sku, before: '', after: `new variant ${values.map(({ label }) => label).join(' / ')}` });

/**
 * What is to be written so that the fields that Hike owns agree, and nothing else; or why BigCommerce cannot hold it.
 * What is empty in Hike never overwrites. Variants that BigCommerce lacks are added whoever owns the fields.
 */
export const productChanges = (product: HikeProduct, pairing: Pairing, context: CatalogueContext): ProductChanges | Problem => {
  const { owners } = context.settings.catalogue;
  const prices = hikePrices(product, context);
  if (isProblem(prices)) return prices;
  const isOurs = (field: ProductField): boolean => owners[field] === 'hike' || (field === 'visibility' && pairing.showsAgain);
  const moves = [...allMoves(product, { ...pairing, prices }, context).filter(({ field }) => isOurs(field)), ...saleMoves(pairing)];
  const additions = missingVariants(product, pairing, { prices, owners });
  if (isProblem(additions)) return additions;
  return (
    refusalOf(moves) ?? {
      change: onProduct(moves, pairing.store.id),
      variantChanges: onVariants(moves, pairing.store.id),
      missingVariants: additions,
      fields: [...moves.flatMap(({ shown }) => (shown ? [shown] : [])), ...additions.map(shownAddition)],
      priceMoves: moves.flatMap(({ price }) => (price ? [price] : [])),
      missingCategories: isOurs('categories') ? categoriesOfProduct(product, context.categories).missing : [],
    }
  );
};
