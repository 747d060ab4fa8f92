import type { Trigger } from '../../../domain/entry';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

/** What a job is about. A new kind of work is a new word here. */
export const JOB_THINGS = [
  'import-order',
  // One row of the order that a person looks at in the settings.
  'preview-order',
  'order',
  'sale',
  'hike-sales',
  'orders',
  'hike-lists',
  'store',
  // Polls and readings of the catalogue, one row each.
  'hike-products',
  'store-products',
  'hike-customers',
  // One row per Hike product: compared without writing, or brought into BigCommerce.
  'compare',
  'product',
  // One row per BigCommerce product that a webhook spoke of.
  'store-product',
  // One row per Hike variant whose stock is to be published.
  'stock',
  // One row per BigCommerce product whose levels moved.
  'store-stock',
  // One row per Hike customer.
  'customer',
  // One row per BigCommerce product that a person sends to Hike.
  'product-to-hike',
  // One row that compares both sides, and one per difference that a person has fixed.
  'reconcile',
  // One row that looks at both connections.
  'watch',
  // One row per incident that a mail still has to tell of.
  'mail',
] as const;
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

/** Rows of one thing at one priority: what one run of a job takes. */
export type DirtyKind = Pick<DirtyMark, 'thing' | 'priority'>;

export interface DirtySet {
  /**
   * New row, or version + 1 with the lower priority number, the trigger that belongs to it, and the earlier time;
   * attempts start again.
   */
  mark(storeHash: StoreHash, mark: DirtyMark): Promise<void>;
  /** As `mark`, in few statements. */
  markMany(storeHash: StoreHash, marks: readonly DirtyMark[]): Promise<void>;
  /** Due rows, most urgent first. */
  listDue(storeHash: StoreHash, now: Instant, limit: number): Promise<DirtyRow[]>;
  /** Kinds of which a row is due, in the order of their most urgent rows. */
  listDueKinds(storeHash: StoreHash, now: Instant): Promise<DirtyKind[]>;
  /** Due rows of one kind, most urgent first. */
  listDueOf(storeHash: StoreHash, kind: DirtyKind, options: { now: Instant; limit: number }): Promise<DirtyRow[]>;
  find(storeHash: StoreHash, thing: JobThing, id: string): Promise<DirtyRow | null>;
  /** Deletes the row only at this version: a change that came meanwhile stays. */
  settle(storeHash: StoreHash, row: DirtyRow): Promise<void>;
  /** As `settle`, in few statements. */
  settleMany(storeHash: StoreHash, rows: readonly DirtyRow[]): Promise<void>;
  /** Forgets all rows of one thing. */
  deleteThing(storeHash: StoreHash, thing: JobThing): Promise<void>;
  /** Tries again later, only at this version. */
  postpone(storeHash: StoreHash, row: DirtyRow, notBefore: Instant): Promise<void>;
  /** As `postpone`, but no attempt is counted: the row was not to blame. */
  rest(storeHash: StoreHash, row: DirtyRow, notBefore: Instant): Promise<void>;
  /** Forgets all of a store's rows. */
  deleteAll(storeHash: StoreHash): Promise<void>;
  /** Stores with due rows that nobody holds, and that were not put to rest. */
  listStoresDue(now: Instant): Promise<StoreHash[]>;
  /** When the next row is due; `null` when there is none. */
  nextDue(storeHash: StoreHash): Promise<Instant | null>;
  count(storeHash: StoreHash, thing: JobThing): Promise<number>;
}
