import type { Direction, Result, Thing, Trigger } from '../../../domain/entry';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Problem, ProblemCode } from '../../../domain/problems';

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

/** Entries that wait for a person for the same cause. */
export interface EntryCause {
  thing: Thing;
  code: ProblemCode;
  count: number;
  newest: Instant;
}

export interface EntryFilter {
  /** None named: all of them. */
  results: readonly Result[];
  direction: Direction | null;
  thing: Thing | null;
  /** Only entries with this problem. */
  cause?: ProblemCode;
  /** Only entries of this record. */
  recordId?: string;
  /** Looks at label, message and both ids. */
  search: string;
  from: Instant | null;
  /** Entries older than this one, by (at, id). */
  before: { at: Instant; id: string } | null;
  limit: number;
}

export interface ClosedEntries extends Pick<EntryDraft, 'thing' | 'direction'> {
  recordIds: readonly string[];
  results: readonly Result[];
}

export interface Entries {
  /** Brings the record's open entry up to date (attempts + 1), or adds one. */
  record(storeHash: StoreHash, entry: EntryDraft): Promise<void>;
  /** As `record`, in few statements. */
  recordMany(storeHash: StoreHash, entries: readonly EntryDraft[]): Promise<void>;
  /** Newest first. */
  list(storeHash: StoreHash, filter: EntryFilter): Promise<Entry[]>;
  find(storeHash: StoreHash, id: string): Promise<Entry | null>;
  /** Ends these records' entries with one of these results, where there are any: nothing is left to do about them. */
  close(storeHash: StoreHash, entries: ClosedEntries, how: { at: Instant; message: string }): Promise<void>;
  /** A person decides: the entry moves to that time and is not tried again by itself. */
  changeResult(storeHash: StoreHash, id: string, change: { result: Result; at: Instant }): Promise<void>;
  /** What needs a person, together by thing and problem, the most frequent first. */
  listCauses(storeHash: StoreHash): Promise<EntryCause[]>;
  /** Of one thing, or of all. */
  countByResult(storeHash: StoreHash, thing?: Thing): Promise<Record<Result, number>>;
  /** Time of the newest entry with this result. */
  latest(storeHash: StoreHash, thing: Thing, result: Result): Promise<Instant | null>;
  /** Of every store; open entries stay, for they still wait for something. */
  deleteOlderThan(at: Instant): Promise<void>;
}
