import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

export interface Delivery {
  webhookId: string;
  scope: string;
  body: string;
  receivedAt: Instant;
}

export interface Inbox {
  /** False when this delivery is already there. */
  create(storeHash: StoreHash, delivery: Delivery): Promise<boolean>;
  /** Of every store. */
  deleteOlderThan(at: Instant): Promise<void>;
}
