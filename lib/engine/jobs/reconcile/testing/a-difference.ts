import type { HikeProductId, OrderId, SaleId, VariantId } from '../../../../domain/ids';
import type { Instant } from '../../../../domain/instant';
import { type Difference, type DifferenceKind, difference, differenceKey, NOTHING_COMPARED, type Reconciliation } from '../../../../domain/reconciliation';
import type { SeenDifference } from '../../../ports/tables';
import { NOW } from '../../../testing/create-test-context';

export const ORDER = 1042 as OrderId;
export const SALE = 501 as SaleId;
const TOTE = 812 as HikeProductId;
const TOTE_VARIANT = 211 as VariantId;
export const MADE_AT = '2026-01-18T03:00:00.000Z' as Instant;

export const aDifference = (kind: DifferenceKind, change: Partial<Difference> = {}): Difference =>
  difference(kind, { subject: '1', at: MADE_AT, details: { sale: 'T1-1000' }, saleId: SALE, orderId: ORDER, hikeId: TOTE, variantId: TOTE_VARIANT, ...change });

export const seenAs = (found: Difference, change: Partial<SeenDifference> = {}): SeenDifference => ({
  key: differenceKey(found),
  difference: found,
  state: 'open',
  foundAt: MADE_AT,
  number: 1,
  closedAt: null,
  ...change,
});

/** A comparison that has just begun. */
export const aComparison = (change: Partial<Reconciliation> = {}): Reconciliation => ({
  number: 2,
  trigger: 'schedule',
  startedAt: NOW,
  endedAt: null,
  from: '2026-01-18T13:00:00.000Z' as Instant,
  to: '2026-01-19T13:00:00.000Z' as Instant,
  counts: NOTHING_COMPARED,
  totals: [],
  found: 0,
  ...change,
});
