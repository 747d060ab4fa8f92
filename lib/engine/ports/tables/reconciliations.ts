import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Difference, Reconciliation } from '../../../domain/reconciliation';

export const DIFFERENCE_STATES = ['open', 'fixing', 'ignored', 'closed'] as const;
/** `fixing`: a person asked for the fix; the next comparison closes it, or opens it again. `ignored`: a person put it aside. */
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

export interface SeenDifference {
  /** As `differenceKey` writes it. */
  key: string;
  difference: Difference;
  state: DifferenceState;
  foundAt: Instant;
  /** The last comparison that met it. */
  number: number;
  closedAt: Instant | null;
}

export interface SeenDifferenceFilter {
  states: readonly DifferenceState[];
  offset: number;
  limit: number;
}

/** Results of comparisons, one per night and one per click. */
export interface Reconciliations {
  /** New, or brought up to date by its number. */
  save(storeHash: StoreHash, reconciliation: Reconciliation): Promise<void>;
  /** The newest first, those that run too. */
  list(storeHash: StoreHash, limit: number): Promise<Reconciliation[]>;
  /** Of every store. */
  deleteOlderThan(at: Instant): Promise<void>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}

export interface Differences {
  findMany(storeHash: StoreHash, keys: readonly string[]): Promise<SeenDifference[]>;
  /** New, or replaced by their keys. */
  saveMany(storeHash: StoreHash, seen: readonly SeenDifference[]): Promise<void>;
  /** Those found last first, then by key. */
  list(storeHash: StoreHash, filter: SeenDifferenceFilter): Promise<SeenDifference[]>;
  count(storeHash: StoreHash, states: readonly DifferenceState[]): Promise<number>;
  /** Of every store: those closed before then. */
  deleteClosedBefore(at: Instant): Promise<void>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}
