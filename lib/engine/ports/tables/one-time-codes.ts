import type { Instant } from '../../../domain/instant';

export type CodePurpose = 'handover' | 'load-jti' | 'hike-state';

export interface OneTimeCodes {
  /** Stores the value under a code; only the code's SHA-256 is kept. False when the code is already there. */
  create(code: string, purpose: CodePurpose, content: { value: unknown; expiresAt: Instant }): Promise<boolean>;
  /** Reads and deletes in one step; `null` when unknown, used or past its time. */
  redeem(code: string, purpose: 'handover' | 'hike-state', now: Instant): Promise<unknown>;
  deleteExpired(now: Instant): Promise<void>;
}
