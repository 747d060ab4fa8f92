import type { StoreHash } from '../../domain/ids';
import type { Queue } from '../ports/queue';
import type { MemoryDatabase } from './create-memory-database';

export interface MemoryQueue extends Queue {
  /** Stores that wait for their pump, in the order in which they were woken. */
  waiting(): StoreHash[];
  /** Hands waiting stores to the handler, one after the other, until none waits. */
  drain(handler: (storeHash: StoreHash) => Promise<void>): Promise<void>;
}

/** The queue's twin. A test decides when its wake-ups are heard. */
export const createMemoryQueue = (database: MemoryDatabase): MemoryQueue => {
  const stores = new Set<StoreHash>();
  return {
    wake: async (storeHash, tables) => database.afterCommit(tables, () => stores.add(storeHash)),
    waiting: () => [...stores],
    async drain(handler) {
      for (const storeHash of stores) {
        stores.delete(storeHash);
        await handler(storeHash);
      }
    },
  };
};
