import { z } from 'zod';
import type { StoreHash } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { instantPlus, millisOfInstant } from '../../domain/instant-arithmetic';
import { fingerprint } from '../fingerprint';
import { AccessLost } from '../ports/failures';
import type { HikeTokens } from '../ports/oauth';
import type { AccountDeps } from './account-deps';

export interface Renewal {
  storeHash: StoreHash;
  /** `null` while the token still lives and is renewed ahead of time. */
  deadToken: string | null;
}

/** `busy`: another process renews these very tokens at this moment. */
export type RenewalClaim = { kind: 'claimed' | 'busy' | 'renewed'; tokens: HikeTokens };

type ClaimDeps = Pick<AccountDeps, 'database' | 'clock'>;

const NAME = 'hike-token-renewal';
/** Longer than a renewal may take: whoever has not answered by then is gone. */
const CLAIM_MS = 45_000;

const Claimed = z.object({ tokens: z.string(), until: Instant });

const EARLY = 0.1;

/** When a tenth of a token's life is left. */
export const isDueForRenewal = ({ obtainedAt, expiresAt }: HikeTokens, now: Instant): boolean => {
  const life = millisOfInstant(expiresAt) - millisOfInstant(obtainedAt);
  return millisOfInstant(expiresAt) - millisOfInstant(now) < life * EARLY;
};

/**
 * A refresh token works once, so one process alone may send it: whoever claims it first. The claim is committed before
 * the token is sent, for no transaction stays open while Hike is asked. Throws AccessLost without a usable connection.
 */
export const claimRenewal = ({ database, clock }: ClaimDeps, { storeHash, deadToken }: Renewal): Promise<RenewalClaim> =>
  database.transaction('token-renewal-claimed', async ({ connections, cursors }) => {
    const connection = await connections.findForUpdate(storeHash);
    if (connection === null || connection.state === 'reconnect') throw new AccessLost('hike');
    const { tokens } = connection;
    const now = clock.now();
    const isRenewed = deadToken === null ? !isDueForRenewal(tokens, now) : tokens.accessToken !== deadToken;
    if (isRenewed) return { kind: 'renewed', tokens };
    const claim = Claimed.safeParse(await cursors.find(storeHash, NAME)).data;
    const name = fingerprint(tokens.refreshToken);
    if (claim?.tokens === name && now < claim.until) return { kind: 'busy', tokens };
    await cursors.save(storeHash, NAME, { tokens: name, until: instantPlus(now, CLAIM_MS) });
    return { kind: 'claimed', tokens };
  });

/** For a renewal of which it is known that nothing happened; one whose answer was lost keeps its claim to the end. */
export const releaseRenewal = ({ database }: ClaimDeps, storeHash: StoreHash): Promise<void> =>
  database.transaction('token-renewal-released', ({ cursors }) => cursors.save(storeHash, NAME, null));
