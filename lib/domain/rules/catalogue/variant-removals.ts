import type { VariantId } from '../../ids';
import type { Settings } from '../../settings';
import type { StoreProduct, StoreVariant } from '../../store-product';
import { type RemovalDecision, removalOfProduct } from './removal-of-product';

export interface VariantRemoval {
  variant: StoreVariant;
  /** `hide`: off sale, and without stock where Hike owns that. `ask`: a person decides. */
  how: 'hide' | 'delete' | 'ask';
}

/** What is known of variants whose counterparts are gone from a Hike product that lives. */
export interface GoneVariants {
  /** BigCommerce variants whose Hike variant the product, read as a whole, no longer has; with what a person decided about each. */
  gone: ReadonlyMap<VariantId, RemovalDecision | null>;
  /** Those that another Hike variant turned out to be: the same thing made anew in Hike. */
  taken: ReadonlySet<VariantId>;
  /** More removals at once than go by themselves. */
  isMass: boolean;
}

/**
 * What happens in BigCommerce to variants that were linked and are gone from Hike while their product lives: as with
 * products that are gone. The last variant of a product is never deleted, for the product would become a single one.
 */
export const variantRemovals = ({ variants }: Pick<StoreProduct, 'variants'>, { gone, taken, isMass }: GoneVariants, settings: Pick<Settings, 'catalogue'>): VariantRemoval[] => {
  const leaving = variants.filter(({ id }) => gone.has(id) && !taken.has(id));
  const wanted = leaving.map((variant) => ({ variant, how: removalOfProduct({ reason: 'gone', decision: gone.get(variant.id) ?? null, isMass }, settings) }));
  const leavesNone = wanted.filter(({ how }) => how === 'delete').length === variants.length;
  return wanted.flatMap(({ variant, how: asked }) => {
    const how = asked === 'delete' && leavesNone ? 'hide' : asked;
    return how === 'keep' || (how === 'hide' && !variant.isPurchasable) ? [] : [{ variant, how }];
  });
};
