import type { StoreHash, UserId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { StoreProfile } from '../../../domain/shop-lists';

export const STORE_STATES = ['active', 'reauthorise', 'uninstalled'] as const;
export type StoreState = (typeof STORE_STATES)[number];

export interface StoreRecord {
  hash: StoreHash;
  state: StoreState;
  /** Plain here, sealed in the database; `null` after an uninstall. */
  accessToken: string | null;
  scope: string;
  accountUuid: string;
  owner: { id: UserId; email: string };
  hookSecret: string;
  /** The one before it: hooks that were not brought up to date yet still carry it. `null` when none can. */
  previousHookSecret: string | null;
  profile: StoreProfile | null;
  lastSeenAt: Instant | null;
  installedAt: Instant;
  uninstalledAt: Instant | null;
  unauthorizedRuns: number;
}

export interface Stores {
  find(hash: StoreHash): Promise<StoreRecord | null>;
  save(store: StoreRecord): Promise<void>;
  saveProfile(hash: StoreHash, profile: StoreProfile): Promise<void>;
  /** Somebody looks at a page: polling is quick for a while. */
  markSeen(hash: StoreHash, at: Instant): Promise<void>;
  /** An uninstall drops the token and keeps the time; any other state clears that time. */
  changeState(hash: StoreHash, state: StoreState, at: Instant): Promise<void>;
  countUnauthorized(hash: StoreHash, runs: number): Promise<void>;
  forgetPreviousHookSecret(hash: StoreHash): Promise<void>;
  listActive(): Promise<StoreHash[]>;
}
