import Big from 'big.js';
import type { VariantId } from '../../ids';
import type { Currency, Decimal } from '../../money';
import type { StoreProduct } from '../../store-product';
import { formatPrice } from '../../views/format-price';
import { hasVariants } from './has-variants';
import type { VariantPair } from './match-variants';
import { isSamePrice, type HikePrices, type PriceField } from './price-fields';
import type { ProductMove } from './product-move';

/** Zero is "not set" in all but `price`. */
const shownPrice = (price: Decimal, field: PriceField, currency: Currency): string => (new Big(price).eq(0) && field !== 'price' ? '' : formatPrice(price, currency));

interface Step {
  on: VariantId | null;
  /** Names the variant to a person. */
  sku: string | null;
  before: Decimal;
  after: Decimal;
}

const moveOf = ({ on, sku, before, after }: Step, field: PriceField, currency: Currency): ProductMove => {
  const move = { field: 'price' as const, on, change: { [field]: after }, shown: null };
  // A variant that bore the product's price and now needs its own: nothing that a person would see.
  if (isSamePrice(before, after)) return move;
  const shown = { field: 'price' as const, sku, before: shownPrice(before, field, currency), after: shownPrice(after, field, currency) };
  return new Big(before).gt(0) ? { ...move, shown, price: { before, after } } : { ...move, shown };
};

/**
 * The prices that differ: the product bears the lowest, and a variant one of its own where that is not the product's. A
 * variant without a price in Hike keeps what it has.
 */
export const priceMoves = ({ field, base, byVariant }: HikePrices, { store, variants }: { store: StoreProduct; variants: readonly VariantPair[] }, currency: Currency): ProductMove[] => {
  if (base === null) return [];
  const inStore = new Map(store.variants.map((variant) => [variant.id, variant]));
  const steps = variants.flatMap(({ hikeId, variantId }): Step[] => {
    const [variant, after] = [inStore.get(variantId), byVariant.get(hikeId)];
    if (!variant || !after || isSamePrice(variant[field] ?? base, after)) return [];
    return [{ on: variantId, sku: hasVariants(store) ? variant.sku : null, before: variant[field] ?? store[field], after }];
  });
  if (!isSamePrice(store[field], base)) steps.unshift({ on: null, sku: null, before: store[field], after: base });
  return steps.map((step) => moveOf(step, field, currency));
};
