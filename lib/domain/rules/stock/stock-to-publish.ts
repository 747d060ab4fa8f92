import Big from 'big.js';
import type { OutletLevel } from '../../hike-product';
import type { OutletId } from '../../ids';
import { bigFromQuantity, type Quantity } from '../../quantity';
import type { StockBuffer, StockSum } from '../../stock';

export interface StockFacts {
  tracksStock: boolean;
  /** Of the variant, as Hike last told them. */
  levels: readonly OutletLevel[];
  /** Those whose sum the location shows. */
  outletIds: readonly OutletId[];
  /** Units in open online orders that Hike has not heard of; 0 for a location that online orders are not taken from. */
  reserve: number;
  buffer: StockBuffer;
}

export type StockDecision = { kind: 'publish'; sum: StockSum } | { kind: 'leave'; reason: 'not-tracked' | 'no-record' };

/** What a BigCommerce location is to show of a variant. Where Hike does not count, or knows nothing, BigCommerce's own count stays. */
export const stockToPublish = ({ tracksStock, levels, outletIds, reserve, buffer }: StockFacts): StockDecision => {
  if (!tracksStock) return { kind: 'leave', reason: 'not-tracked' };
  const known = levels.flatMap(({ outletId, available }) => (outletIds.includes(outletId) && available !== null ? [available] : []));
  if (known.length === 0) return { kind: 'leave', reason: 'no-record' };
  const available = known.reduce((sum, one) => sum + one, 0) as Quantity;
  // BigCommerce sells whole units: what is left of an open bag is not one.
  const units = bigFromQuantity(available).round(0, Big.roundDown).toNumber();
  const kept = unitsKept(buffer, units);
  return { kind: 'publish', sum: { available, reserve, buffer: kept, published: Math.max(0, units - reserve - kept) } };
};

const PERCENT = 100;

const unitsKept = ({ kind, value }: StockBuffer, units: number): number =>
  kind === 'units' ? value : Math.ceil((Math.max(0, units) * value) / PERCENT);
