import type { Instant } from '../instant';

/** One outlet's day: sales against the orders that came of them. */
export interface DayTotalView {
  day: string;
  outlet: string;
  saleCount: number;
  /** Formatted, as all amounts. */
  sales: string;
  orderCount: number;
  orders: string;
  /** `null` when both are the same. */
  difference: string | null;
}

export interface ComparisonView {
  startedAt: Instant;
  /** `null` while it runs. */
  endedAt: Instant | null;
  /** Sales and orders of this time. */
  from: Instant;
  to: Instant;
  byPerson: boolean;
  found: number;
  /** "12 sales, 8 imported orders, 240 stock levels". */
  compared: string;
  /** What was left out, in sentences; mostly none. */
  notes: string[];
  totals: DayTotalView[];
}

export interface DifferenceRow {
  key: string;
  foundAt: Instant;
  sentence: string;
  remedy: string;
  /** A fix was asked for; the next comparison tells whether it helped. */
  isFixing: boolean;
  canFix: boolean;
  orderUrl: string | null;
  orderId: number | null;
}

/** GET /api/stores/{hash}/reconciliation?offset= */
export interface ReconciliationView {
  /** The last one that ended; `null` before the first. */
  last: ComparisonView | null;
  isRunning: boolean;
  /** When the next one begins by itself. */
  next: Instant | null;
  open: number;
  fixing: number;
  rows: DifferenceRow[];
  offset: number;
  pageSize: number;
  hasMore: boolean;
  timeZone: string;
}

/** POST /api/stores/{hash}/reconciliation/fix `{ keys }`, or `null` for all. */
export interface FixAnswer {
  fixing: number;
}
