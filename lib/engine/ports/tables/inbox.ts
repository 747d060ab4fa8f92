import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

export interface Delivery {
  webhookId: string;
  scope: string;
  body: string;
  receivedAt: Instant;
}

export interface Inbox {
  /** Answers the ids of those that were not there yet. */
  createMany(storeHash: StoreHash, deliveries: readonly Delivery[]): Promise<string[]>;
  /** Of every store. */
  deleteOlderThan(at: Instant): Promise<void>;
}
