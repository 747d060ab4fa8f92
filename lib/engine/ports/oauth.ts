import type { StoreHash, UserId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';

export interface BigCommerceGrant {
  accessToken: string;
  scope: string;
  storeHash: StoreHash;
  accountUuid: string;
  user: { id: UserId; email: string };
  owner: { id: UserId; email: string };
}

export interface BigCommerceOAuth {
  /** Redeems the code of an install; only the answer is to be trusted, never the query. Throws RefusedByVendor, TransientFailure, BrokenContract. */
  redeem(callback: { code: string; scope: string; context: string }): Promise<BigCommerceGrant>;
}

export interface HikeTokens {
  accessToken: string;
  refreshToken: string;
  /** With `expiresAt` it tells how long a token lives, so when to renew it early. */
  obtainedAt: Instant;
  expiresAt: Instant;
}

export interface HikeOAuth {
  /** Where the merchant says yes; a top-level page of Hike's. */
  authorizeUrl(state: string): string;
  redeem(code: string): Promise<HikeTokens>;
  /** Rotates: the refresh token given is dead afterwards. Throws AccessLost on `invalid_grant`. */
  refresh(refreshToken: string): Promise<HikeTokens>;
}
