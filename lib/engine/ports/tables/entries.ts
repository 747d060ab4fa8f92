import type { Direction, Result, Thing, Trigger } from '../../../domain/entry';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Problem } from '../../../domain/problems';

export interface EntryDraft {
  at: Instant;
  direction: Direction;
  thing: Thing;
  recordId: string;
  label: string;
  bigcommerceId: string | null;
  hikeId: string | null;
  result: Result;
  problem: Problem | null;
  message: string;
  trigger: Trigger;
  nextTryAt: Instant | null;
  detail: Record<string, unknown> | null;
}

export interface Entry extends EntryDraft {
  id: string;
  attempts: number;
}

export interface EntryFilter {
  /** None named: all of them. */
  results: readonly Result[];
  direction: Direction | null;
  thing: Thing | null;
  /** Only entries of this record. */
  recordId?: string;
  /** Looks at label, message and both ids. */
  search: string;
  from: Instant | null;
  /** Entries older than this one, by (at, id). */
  before: { at: Instant; id: string } | null;
  limit: number;
}

export interface Entries {
  /** Brings the record's open entry up to date (attempts + 1), or adds one. */
  record(storeHash: StoreHash, entry: EntryDraft): Promise<void>;
  /** Newest first. */
  list(storeHash: StoreHash, filter: EntryFilter): Promise<Entry[]>;
  find(storeHash: StoreHash, id: string): Promise<Entry | null>;
  /** A person decides: the entry moves to that time and is not tried again by itself. */
  changeResult(storeHash: StoreHash, id: string, change: { result: Result; at: Instant }): Promise<void>;
  /** Of one thing, or of all. */
  countByResult(storeHash: StoreHash, thing?: Thing): Promise<Record<Result, number>>;
  /** Time of the newest entry with this result. */
  latest(storeHash: StoreHash, thing: Thing, result: Result): Promise<Instant | null>;
  /** Of every store; open entries stay, for they still wait for something. */
  deleteOlderThan(at: Instant): Promise<void>;
}
