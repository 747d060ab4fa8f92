import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { HikeLists } from '../../../domain/shop-lists';
import type { HikeTokens } from '../oauth';

export const HIKE_CONNECTION_STATES = ['connected', 'reconnect'] as const;

/** What a merchant connected while a connection was there already. No token names its shop, so all but the tokens is `null` until the lists were read. */
export interface HikeCandidate {
  tokens: HikeTokens;
  fingerprint: string | null;
  shopName: string | null;
  lists: HikeLists | null;
}

export interface HikeConnectionRecord {
  storeHash: StoreHash;
  state: (typeof HIKE_CONNECTION_STATES)[number];
  tokens: HikeTokens;
  fingerprint: string | null;
  shopName: string | null;
  lists: HikeLists | null;
  /** Newer tokens whose shop is not known yet, or is a different one and waits for the merchant's yes. */
  candidate: HikeCandidate | null;
  connectedAt: Instant;
  trouble: string | null;
}

export interface HikeConnections {
  find(storeHash: StoreHash): Promise<HikeConnectionRecord | null>;
  /** Inside a transaction: nobody else changes the record until it ends, so that it can be read, decided on and saved. */
  findForUpdate(storeHash: StoreHash): Promise<HikeConnectionRecord | null>;
  /** The whole record, tokens included: for connecting. Whoever only brings a part up to date uses the methods below. */
  save(connection: HikeConnectionRecord): Promise<void>;
  /**
   * The connection is alive again: state `connected`, no trouble. False, and nothing written, when the refresh token is no
   * longer the expected one: somebody refreshed or reconnected meanwhile.
   */
  saveTokens(storeHash: StoreHash, expectedRefreshToken: string, tokens: HikeTokens): Promise<boolean>;
  /** Marks the connection for reconnecting, only while it still has the refresh token that Hike refused. */
  saveTrouble(storeHash: StoreHash, expectedRefreshToken: string, trouble: string): Promise<boolean>;
  /** Leaves the tokens alone: they may have been refreshed while the lists were read. */
  saveLists(storeHash: StoreHash, lists: HikeLists): Promise<void>;
  delete(storeHash: StoreHash): Promise<void>;
}
