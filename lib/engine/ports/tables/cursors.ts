import type { StoreHash } from '../../../domain/ids';

export interface Cursors {
  /** `null` when nothing was saved under this name. */
  find(storeHash: StoreHash, name: string): Promise<unknown>;
  save(storeHash: StoreHash, name: string, value: unknown): Promise<void>;
}
