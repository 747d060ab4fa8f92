import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

/**
 * Times are the caller's: the clocks of one installation are assumed to agree within a few seconds, and a lease lives
 * for eight. A clock that is wrong costs order, never truth: the token decides what may be written.
 */
export interface Leases {
  /** The fencing token, or `null` while another owner's lease lives. */
  acquire(storeHash: StoreHash, owner: string, term: LeaseTerm): Promise<bigint | null>;
  /** False when the token is no longer the newest. */
  renew(storeHash: StoreHash, token: bigint, term: LeaseTerm): Promise<boolean>;
  /** Anybody may take it at once; until `restUntil` the store is not among those that a sweep finds. */
  release(storeHash: StoreHash, token: bigint, restUntil?: Instant | null): Promise<void>;
  /** Takes it from whoever has it, whose next `assertHeld` throws. Inside a transaction before anything that jobs write. */
  revoke(storeHash: StoreHash): Promise<void>;
  /**
   * Inside a transaction, first thing: throws LeaseLost when the token is no longer the newest. Until the transaction
   * ends, nobody can take the lease over.
   */
  assertHeld(storeHash: StoreHash, token: bigint): Promise<void>;
}

export interface LeaseTerm {
  now: Instant;
  ttlMs: number;
}
