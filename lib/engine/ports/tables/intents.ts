import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

export const INTENT_KINDS = ['sale', 'order', 'customer', 'product', 'hike-product', 'image'] as const;
export const INTENT_STATES = ['sending', 'unknown', 'done', 'refused'] as const;

export interface Intent {
  kind: (typeof INTENT_KINDS)[number];
  key: string;
  state: (typeof INTENT_STATES)[number];
  reference: string;
  remoteId: string | null;
  looks: number;
  updatedAt: Instant;
}

export interface Intents {
  find(storeHash: StoreHash, kind: Intent['kind'], key: string): Promise<Intent | null>;
  findMany(storeHash: StoreHash, kind: Intent['kind'], keys: readonly string[]): Promise<Intent[]>;
  /** Keys of those whose create may have happened without our knowing. */
  listUnanswered(storeHash: StoreHash, kind: Intent['kind']): Promise<string[]>;
  save(storeHash: StoreHash, intent: Intent): Promise<void>;
  /** As `save`, in few statements. */
  saveMany(storeHash: StoreHash, intents: readonly Intent[]): Promise<void>;
  /** Forgets all of a store's intents: they belong to a shop that is no longer connected. */
  deleteAll(storeHash: StoreHash): Promise<void>;
}
