import type { CatalogueRun } from '../../domain/catalogue-run';
import type { Probe } from '../../domain/connection-watch';
import type { Direction, Thing } from '../../domain/entry';
import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Problem } from '../../domain/problems';
import type { Settings } from '../../domain/settings';
import type { HikeLists } from '../../domain/shop-lists';
import type { BigCommerce } from '../ports/bigcommerce';
import type { Commit } from '../ports/commits';
import type { Side } from '../ports/failures';
import type { Hike } from '../ports/hike';
import type { Log } from '../ports/log';
import type { Mail } from '../ports/mail';
import type { Database, DirtyRow, HikeConnectionRecord, StoreRecord, Tables } from '../ports/tables';
import type { Vendors } from '../ports/vendors';
import { outageBehind } from '../outage-behind';

/** Constants of the installation that rules and jobs need. */
export interface Installation {
  /** The app's numeric id: what we sign our orders with. */
  appId: string;
  appUrl: string;
}

/** What a job works with during one slice: everything about its store, and the right to write under the store's lease. */
export interface JobContext {
  storeHash: StoreHash;
  store: StoreRecord;
  settings: Settings;
  connection: HikeConnectionRecord | null;
  lists: HikeLists | null;
  bigcommerce: BigCommerce;
  hike: Hike;
  vendors: Vendors;
  database: Database;
  installation: Installation;
  log: Log;
  now(): Instant;
  /** From 0 up to but not including 1. */
  random(): number;
  /** How a side answers just now; asked again only when the last answer is some seconds old. */
  probe(side: Side): Promise<Probe>;
  /** `null` where the installation sends no mail. */
  mail: Mail | null;
  /** One transaction that fails with LeaseLost when another process took the store over meanwhile. */
  record<T>(commit: Commit, work: (tables: Tables) => Promise<T>): Promise<T>;
}

/** How a row's failures are named in the sync log. */
export interface Subject {
  thing: Thing;
  direction: Direction;
  label: string;
  bigcommerceId: string | null;
  hikeId: string | null;
}

export interface Job {
  /** How many rows one run takes. */
  batch: number;
  /** The platforms without which a run makes no sense. */
  needs: readonly Side[];
  /** Upkeep comes round for ever: it is never given up, only tried later. */
  isUpkeep: boolean;
  /** The merchant paused this thing, or looks at what it would do: its rows wait, nothing fails. */
  isPaused?(settings: Settings, run: CatalogueRun): boolean;
  /** More such rows are about to come that go better together with these: they are left as they are for now. */
  waits?(context: JobContext, rows: readonly DirtyRow[]): Promise<boolean>;
  subject(row: DirtyRow): Subject;
  /**
   * Works on the rows. A row that succeeded or was refused has been settled in the transaction that recorded it; a row
   * that failed is answered with its error, and one that was not come to with `NotReached`. What is thrown failed for all rows alike.
   */
  run(context: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]>;
  /** What else must be kept true when the pump gives the row up or tries it later, in the same transaction. */
  onFailure?(context: JobContext, tables: Tables, failed: { row: DirtyRow; willRetry: boolean; problem?: Problem }): Promise<void>;
}

export interface Failure {
  row: DirtyRow;
  error: unknown;
}

/** Nothing was done about the row in this run, and nothing failed: it stays as it is. */
export class NotReached extends Error {
  override name = 'NotReached';
}

export const notReached = (rows: readonly DirtyRow[]): Failure[] => rows.map((row) => ({ row, error: new NotReached() }));

/** A job whose rows share one read and then go each their own way: one failure never touches another row. */
export const jobPerRow =
  <Loaded>(steps: {
    load(context: JobContext, rows: readonly DirtyRow[]): Promise<Loaded>;
    work(context: JobContext, row: DirtyRow, loaded: Loaded): Promise<void>;
  }): Job['run'] =>
  async (context, rows) => {
    const loaded = await steps.load(context, rows);
    const failures: Failure[] = [];
    for (const [index, row] of rows.entries()) {
      try {
        await steps.work(context, row, loaded);
      } catch (error) {
        failures.push({ row, error });
        // Each further row would wait for its own time-out; all of them stay as they are until the side answers.
        if ((await outageBehind(context, error)) !== null) return [...failures, ...notReached(rows.slice(index + 1))];
      }
    }
    return failures;
  };
