import Big from 'big.js';
import type { HikeProduct, HikeVariant } from '../../hike-product';
import type { HikeProductId } from '../../ids';
import { decimalFromBig, type Decimal } from '../../money';
import { isProblem, problem, type Problem } from '../../problems';
import type { SALE_PRICE_FIELDS } from '../../settings';
import type { CatalogueContext } from './catalogue-context';

type PriceContext = Pick<CatalogueContext, 'settings' | 'profile'>;

/** BigCommerce's price fields as our products name them. */
export type PriceField = 'price' | 'salePrice' | 'retailPrice';

const FIELDS = { price: 'price', sale_price: 'salePrice', retail_price: 'retailPrice' } as const satisfies Record<(typeof SALE_PRICE_FIELDS)[number], PriceField>;

/** The field that Hike's retail price is tied to. */
export const priceFieldOf = ({ salePrice }: Pick<CatalogueContext['settings'], 'salePrice'>): PriceField | Problem =>
  salePrice === null ? problem('settings-missing', { missing: 'sale price' }) : FIELDS[salePrice];

/** As many as BigCommerce keeps; further ones would differ for ever. */
const DECIMALS = 4;

export interface HikePrices {
  field: PriceField;
  /** The lowest of the variants' prices, which the product itself bears; `null` when none has one. */
  base: Decimal | null;
  /** `null` where Hike has none. */
  byVariant: ReadonlyMap<HikeProductId, Decimal | null>;
  /** All variants have the base price, so they inherit it. */
  isUniform: boolean;
}

/** "22.0000" and "22" are one price. */
export const isSamePrice = (one: Decimal, other: Decimal): boolean => new Big(one).eq(other);

/**
 * A zero counts as none: at the till it stands for a price that is typed in, in BigCommerce's sale and retail price for
 * "not set", and in its price it would sell for nothing.
 */
const priceOrNone = (price: Decimal | null): Decimal | null => {
  const kept = new Big(price ?? 0).round(DECIMALS, Big.roundHalfUp);
  return kept.gt(0) ? decimalFromBig(kept) : null;
};

const retailPrice = ({ levels }: HikeVariant, { settings, profile }: PriceContext): Decimal | null => {
  const priced = levels.flatMap(({ outletId, priceIncTax, priceExTax }) => {
    const price = priceOrNone(profile.pricesIncludeTax ? priceIncTax : priceExTax);
    return price === null ? [] : [{ outletId, price }];
  });
  return (priced.find(({ outletId }) => outletId === settings.outletId) ?? priced[0])?.price ?? null;
};

const lowest = (prices: readonly Decimal[]): Decimal | null =>
  prices.reduce<Decimal | null>((least, price) => (least === null || new Big(price).lt(least) ? price : least), null);

/**
 * Hike's retail prices for the BigCommerce field that the setting names: with tax or without as the store enters prices,
 * of the chosen outlet or else of the first that has a price.
 */
export const hikePrices = (product: HikeProduct, context: PriceContext): HikePrices | Problem => {
  const field = priceFieldOf(context.settings);
  if (isProblem(field)) return field;
  const byVariant = new Map(product.variants.map((variant) => [variant.id, retailPrice(variant, context)]));
  const base = lowest([...byVariant.values()].filter((price) => price !== null));
  const isUniform = [...byVariant.values()].every((price) => price !== null && base !== null && isSamePrice(price, base));
  return { field, base, byVariant, isUniform };
};
