import type { Trigger } from '../../../domain/entry';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

/** What a job is about. A new kind of work is a new word here. */
export const JOB_THINGS = ['import-order', 'order', 'sale', 'hike-sales', 'orders', 'hike-lists', 'store'] as const;
export type JobThing = (typeof JOB_THINGS)[number];

export interface DirtyMark {
  thing: JobThing;
  id: string;
  priority: number;
  notBefore: Instant;
  trigger: Trigger;
}

export interface DirtyRow extends DirtyMark {
  version: number;
  attempts: number;
}

export interface DirtySet {
  /**
   * New row, or version + 1 with the lower priority number, the trigger that belongs to it, and the earlier time;
   * attempts start again.
   */
  mark(storeHash: StoreHash, mark: DirtyMark): Promise<void>;
  /** Due rows, most urgent first. */
  listDue(storeHash: StoreHash, now: Instant, limit: number): Promise<DirtyRow[]>;
  find(storeHash: StoreHash, thing: JobThing, id: string): Promise<DirtyRow | null>;
  /** Deletes the row only at this version: a change that came meanwhile stays. */
  settle(storeHash: StoreHash, row: DirtyRow): Promise<void>;
  /** Tries again later, only at this version. */
  postpone(storeHash: StoreHash, row: DirtyRow, notBefore: Instant): Promise<void>;
  /** Forgets all of a store's rows. */
  deleteAll(storeHash: StoreHash): Promise<void>;
  /** Stores with due rows and no live lease. */
  listStoresDue(now: Instant): Promise<StoreHash[]>;
  /** When the next row is due; `null` when there is none. */
  nextDue(storeHash: StoreHash): Promise<Instant | null>;
  count(storeHash: StoreHash, thing: JobThing): Promise<number>;
}
