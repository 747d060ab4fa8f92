import type { HikeProductId, VariantId } from '../../ids';
import { difference, type Difference } from '../../reconciliation';
import type { LocationToFill } from '../stock/locations-to-fill';
import type { StockDecision } from '../stock/stock-to-publish';

export interface JudgedLevel {
  variantId: VariantId;
  hikeId: HikeProductId;
  sku: string;
  location: Pick<LocationToFill, 'id' | 'name'>;
  /** What the formula makes of Hike's counts. */
  decision: StockDecision;
  /** What BigCommerce holds; `null` where it tells of none. */
  onHand: number | null;
  /** What we last wrote; `null` before the first time. */
  written: number | null;
}

export const levelSubject = ({ variantId, location }: Pick<JudgedLevel, 'variantId' | 'location'>): string => `${variantId}-${location.id}`;

/** The published formula against what BigCommerce holds. Where it counts nothing and never was given a count, nothing is missed. */
export const compareLevels = (levels: readonly JudgedLevel[]): Difference[] =>
  levels.flatMap((level) => {
    const { variantId, hikeId, sku, location, decision, onHand, written } = level;
    if (decision.kind === 'leave' || onHand === decision.sum.published || (onHand === null && written === null)) return [];
    const details = { sku, location: location.name, bigcommerce: onHand === null ? 'no count' : String(onHand), hike: String(decision.sum.published) };
    return [difference('stock-differs', { subject: levelSubject(level), details, hikeId, variantId })];
  });
