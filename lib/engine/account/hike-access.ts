import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { AccessLost, TransientFailure, UnknownOutcome } from '../ports/failures';
import type { HikeTokens } from '../ports/oauth';
import type { HikeConnectionRecord } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { claimRenewal, isDueForRenewal, releaseRenewal, type Renewal, type RenewalClaim } from './claim-renewal';
import { HIKE_REFUSES } from './lose-access';

export type HikeAccessDeps = Pick<AccountDeps, 'database' | 'hikeOAuth' | 'clock' | 'log'>;

export interface HikeAccess {
  /** A token that Hike should accept; renewed early, when a tenth of its life is left. */
  token(): Promise<string>;
  /** Another token than this one, which Hike answered with 401. */
  renew(deadToken: string): Promise<string>;
}

/** What this process remembers about one store's tokens between calls. */
interface Memory {
  flight: Promise<string> | null;
  /** After a renewal that failed: not tried again before. */
  restUntil: Instant | null;
  /** Renewed, but the database did not take them: lost for ever if forgotten. */
  unsaved: { expected: string; tokens: HikeTokens } | null;
}

const REST_MS = 60_000;
/** Hike refused the renewal although the token still works: a person is told, and asking every minute would not help. */
const REFUSED_REST_MS = 30 * 60_000;

/** How long a renewal by another process is waited for, and how often it is looked at. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 500;

const endsSoon = (expiresAt: Instant): string =>
  `Hike no longer renews our access: it ends on ${expiresAt.slice(0, 16).replace('T', ' at ')} UTC. Connect again before; every setting is kept.`;

/**
 * Access to Hike for all stores of this process. Hike's refresh tokens work once, so a renewal is one flight per store
 * here, and between processes whoever claims it first; should a claim's owner have stopped, the compare-and-set on the
 * refresh token makes its late answer harmless. Create one per process: the flights are what it shares.
 */
export const createHikeAccess = (deps: HikeAccessDeps): ((storeHash: StoreHash) => HikeAccess) => {
  const memories = new Map<StoreHash, Memory>();
  return (storeHash) => {
    const memory = memories.get(storeHash) ?? { flight: null, restUntil: null, unsaved: null };
    memories.set(storeHash, memory);
    const renewOnce = (deadToken: string | null): Promise<string> => {
      memory.flight ??= renewNow(deps, memory, { storeHash, deadToken }).finally(() => {
        memory.flight = null;
      });
      return memory.flight;
    };
    return {
      token: async () => {
        const { tokens } = await usable(deps, storeHash);
        const now = deps.clock.now();
        const rests = memory.restUntil !== null && now < memory.restUntil && now < tokens.expiresAt;
        return rests || !isDueForRenewal(tokens, now) ? tokens.accessToken : renewOnce(null);
      },
      renew: async (deadToken) => {
        const token = await renewOnce(deadToken);
        // A flight that began for another reason may have ended with this very token.
        return token === deadToken ? renewOnce(deadToken) : token;
      },
    };
  };
};

const usable = async (deps: HikeAccessDeps, storeHash: StoreHash): Promise<HikeConnectionRecord> => {
  const connection = await deps.database.tables.connections.find(storeHash);
  if (connection === null || connection.state === 'reconnect') throw new AccessLost('hike');
  return connection;
};

const renewNow = async (deps: HikeAccessDeps, memory: Memory, renewal: Renewal): Promise<string> => {
  await saveUnsaved(deps, memory, renewal.storeHash);
  const { kind, tokens } = await claimOrWait(deps, renewal);
  if (kind !== 'claimed') return tokens.accessToken;
  let fresh: HikeTokens;
  try {
    fresh = await deps.hikeOAuth.refresh(tokens.refreshToken);
  } catch (error) {
    return withoutRenewal(deps, memory, { ...renewal, tokens, error });
  }
  memory.unsaved = { expected: tokens.refreshToken, tokens: fresh };
  memory.restUntil = null;
  // Kept before it is used: a token that only this process knows dies with it, and its predecessor is dead already.
  await saveUnsaved(deps, memory, renewal.storeHash);
  return (await usable(deps, renewal.storeHash)).tokens.accessToken;
};

/** Never busy with a token that is dead: then the other process's is waited for, as long as that makes sense. */
const claimOrWait = async (deps: HikeAccessDeps, renewal: Renewal): Promise<RenewalClaim> => {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const claim = await claimRenewal(deps, renewal);
    const stillLives = renewal.deadToken === null && deps.clock.now() < claim.tokens.expiresAt;
    if (claim.kind !== 'busy' || stillLives) return claim;
    await deps.clock.sleep(LOOK_MS);
  }
  throw new TransientFailure('the Hike token is being renewed by another process', REST_MS, 'hike');
};

const saveUnsaved = async (deps: HikeAccessDeps, memory: Memory, storeHash: StoreHash): Promise<void> => {
  if (memory.unsaved === null) return;
  const { expected, tokens } = memory.unsaved;
  // False: the merchant connected anew meanwhile, and those tokens count.
  await deps.database.tables.connections.saveTokens(storeHash, expected, tokens);
  memory.unsaved = null;
};

interface FailedRenewal extends Renewal {
  tokens: HikeTokens;
  error: unknown;
}

/** What follows from a renewal that brought no tokens. As long as the old one lives, work goes on with it. */
const withoutRenewal = async (deps: HikeAccessDeps, memory: Memory, failed: FailedRenewal): Promise<string> => {
  const { storeHash, tokens, deadToken, error } = failed;
  const now = deps.clock.now();
  const stillLives = deadToken === null && now < tokens.expiresAt;
  if (error instanceof AccessLost) {
    memory.restUntil = instantPlus(now, REFUSED_REST_MS);
    return afterRefusal(deps, failed, stillLives);
  }
  deps.log.warn('the Hike token could not be renewed', { storeHash, error });
  memory.restUntil = instantPlus(now, REST_MS);
  if (!(error instanceof UnknownOutcome)) await releaseRenewal(deps, storeHash);
  if (stillLives) return tokens.accessToken;
  // Whether the renewal happened is unknown, but of what the caller wanted to send nothing was.
  if (error instanceof UnknownOutcome) throw new TransientFailure(`the Hike token could not be renewed: ${error.message}`, null, 'hike');
  throw error;
};

const afterRefusal = async (deps: HikeAccessDeps, { storeHash, tokens }: FailedRenewal, stillLives: boolean): Promise<string> => {
  if (!stillLives) {
    const wasOurs = await deps.database.transaction('token-refused', ({ connections }) => connections.saveTrouble(storeHash, tokens.refreshToken, HIKE_REFUSES));
    if (wasOurs) throw new AccessLost('hike');
    // Somebody else renewed or connected meanwhile: that is why ours was refused.
    return (await usable(deps, storeHash)).tokens.accessToken;
  }
  return deps.database.transaction('token-trouble-noted', async (inside) => {
    const current = await inside.connections.findForUpdate(storeHash);
    if (current === null) throw new AccessLost('hike');
    const isOurs = current.tokens.refreshToken === tokens.refreshToken;
    if (isOurs) await inside.connections.save({ ...current, trouble: endsSoon(tokens.expiresAt) });
    return current.tokens.accessToken;
  });
};
