import type { StoreHash, UserId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

export interface Member {
  storeHash: StoreHash;
  user: { id: UserId; email: string; locale: string };
  isOwner: boolean;
  /** Sessions issued before are dead. */
  sessionsSince: Instant;
}

export interface Members {
  find(storeHash: StoreHash, userId: UserId): Promise<Member | null>;
  /** Adds the person or brings e-mail, locale and ownership up to date; never moves `sessionsSince` of a known member. */
  save(member: Member): Promise<void>;
  endSessions(storeHash: StoreHash, userId: UserId, at: Instant): Promise<void>;
  /** Removes the membership, and the person's data when it was the last one. */
  delete(storeHash: StoreHash, userId: UserId): Promise<void>;
}
