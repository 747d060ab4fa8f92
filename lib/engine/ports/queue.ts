import type { StoreHash } from '../../domain/ids';
import type { Tables } from './tables';

/** Wakes pumps; it guards nothing. A lost wake-up is found by the sweeper. */
export interface Queue {
  /** Enqueued in the transaction of `tables` when they belong to one. At most one wake-up per store waits. */
  wake(storeHash: StoreHash, tables?: Tables): Promise<void>;
}
