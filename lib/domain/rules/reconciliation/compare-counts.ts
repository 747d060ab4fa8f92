import type { HikeProduct } from '../../hike-product';
import type { HikeProductId, OutletId } from '../../ids';
import { difference, type Difference } from '../../reconciliation';
import { stockInWords } from '../../views/stock-words';

export interface JudgedProduct {
  told: HikeProduct;
  known: HikeProduct;
}

export const countSubject = (hikeId: HikeProductId, outletId: OutletId): string => `${hikeId}-${outletId}`;

/** Hike's counts as it tells them now against those that we knew; a count that is not told is no count of zero. */
export const compareCounts = (products: readonly JudgedProduct[], outlets: readonly { id: OutletId; name: string }[]): Difference[] =>
  products.flatMap(({ told, known }) => {
    const before = new Map(known.variants.map((variant) => [variant.id, variant]));
    return told.variants.flatMap((variant) =>
      outlets.flatMap(({ id, name }) => {
        const is = variant.levels.find(({ outletId }) => outletId === id)?.available ?? null;
        const was = before.get(variant.id)?.levels.find(({ outletId }) => outletId === id)?.available ?? null;
        if (is === null || is === was) return [];
        const details = { sku: variant.sku || variant.name, outlet: name, hike: stockInWords(is), known: was === null ? 'no count' : stockInWords(was) };
        return [difference('hike-count-differs', { subject: countSubject(variant.id, id), details, hikeId: variant.id })];
      }),
    );
  });
