import type { HikeProduct, HikeVariant } from '../../hike-product';
import type { HikeProductId, OutletId } from '../../ids';
import type { Quantity } from '../../quantity';

export interface HikeCountMove {
  hikeId: HikeProductId;
  outletId: OutletId;
  before: Quantity | null;
  after: Quantity;
}

export interface HikeCountsMoved {
  /** Of the chosen outlets; a product seen for the first time has not moved. */
  moves: HikeCountMove[];
  /** Variants whose published stock may differ now: their counts, or what else the sum is made of. */
  toPublish: HikeProductId[];
}

/** What Hike's newest word of a product means for its stock. A count that disappeared is no count of zero, so it is no move. */
export const hikeCountsMoved = ({ before, after }: { before: HikeProduct | null; after: HikeProduct }, outletIds: readonly OutletId[]): HikeCountsMoved => {
  const known = new Map((before?.variants ?? []).map((variant) => [variant.id, variant]));
  const found = after.variants.map((variant) => ({ variant, moves: movesOf(known.get(variant.id), variant, outletIds) }));
  const isAllNew = before === null || factsOf(before) !== factsOf(after);
  return {
    moves: found.flatMap(({ variant, moves }) => (known.has(variant.id) ? moves : [])),
    toPublish: found.filter(({ moves }) => isAllNew || moves.length > 0).map(({ variant }) => variant.id),
  };
};

/** What the sum is made of beside the counts: whether they count at all, and which buffer applies. */
const factsOf = ({ tracksStock, types }: HikeProduct): string => JSON.stringify([tracksStock, types.map(({ id }) => id)]);

const movesOf = (before: HikeVariant | undefined, after: HikeVariant, outletIds: readonly OutletId[]): HikeCountMove[] =>
  outletIds.flatMap((outletId) => {
    const [was, is] = [availableAt(before, outletId), availableAt(after, outletId)];
    return is === null || is === was ? [] : [{ hikeId: after.id, outletId, before: was, after: is }];
  });

const availableAt = (variant: HikeVariant | undefined, outletId: OutletId): Quantity | null =>
  variant?.levels.find((level) => level.outletId === outletId)?.available ?? null;
