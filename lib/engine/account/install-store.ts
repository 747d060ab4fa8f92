import type { StoreHash, UserId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { markWatch } from '../mark-watch';
import { RefusedByVendor } from '../ports/failures';
import type { BigCommerceGrant } from '../ports/oauth';
import type { StoreRecord, Tables } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { createHandover } from './hand-over';
import { markNow } from './mark-now';
import { resumeImports } from './uninstall-store';
import { missingScopes } from './wanted-scopes';

export interface InstallCallback {
  code: string;
  scope: string;
  context: string;
  /** Of the browser: the install does not tell the person's language, the next load does. */
  language?: string | undefined;
}

export type InstallAnswer =
  | { kind: 'installed'; storeHash: StoreHash; userId: UserId; startedAt: Instant; code: string }
  | { kind: 'refused'; reason: 'install-scope' | 'install-expired' };

/** The status with which BigCommerce answers a code that is used, wrong or past its time. */
const BAD_CODE = 400;

/**
 * First install, re-install and renewed consent alike: the token is new, everything else of the store stays. Only what
 * BigCommerce answers is believed, never the query, which anybody can write.
 */
export const installStore = async (deps: AccountDeps, callback: InstallCallback): Promise<InstallAnswer> => {
  const grant = await redeem(deps, callback);
  if (grant === null) return { kind: 'refused', reason: 'install-expired' };
  const missing = missingScopes(grant.scope);
  if (missing.length > 0) {
    deps.log.warn('an install lacks scopes', { storeHash: grant.storeHash, missing });
    return { kind: 'refused', reason: 'install-scope' };
  }
  const now = deps.clock.now();
  const code = await deps.database.transaction('store-installed', async (tables) => {
    const known = await tables.stores.find(grant.storeHash);
    await tables.stores.save(storeOf(grant, known, { now, hookSecret: deps.randomCode() }));
    await saveInstaller(tables, grant, { now, language: callback.language ?? 'en' });
    await markNow(tables, grant.storeHash, { thing: 'store', now });
    // An uninstall dropped the watch with all other work: what it last thought of a side would hold for ever.
    if (known !== null) await markWatch(tables, grant.storeHash, { now });
    if (known?.state === 'uninstalled') await resumeImports(tables, grant.storeHash, now);
    await deps.queue.wake(grant.storeHash, tables);
    return createHandover(deps, tables, { storeHash: grant.storeHash, userId: grant.user.id, startedAt: now });
  });
  return { kind: 'installed', storeHash: grant.storeHash, userId: grant.user.id, startedAt: now, code };
};

const redeem = async (deps: AccountDeps, callback: InstallCallback): Promise<BigCommerceGrant | null> => {
  try {
    return await deps.bigcommerceOAuth.redeem(callback);
  } catch (error) {
    if (error instanceof RefusedByVendor && error.status === BAD_CODE) return null;
    throw error;
  }
};

const storeOf = (grant: BigCommerceGrant, known: StoreRecord | null, fresh: { now: Instant; hookSecret: string }): StoreRecord => ({
  hash: grant.storeHash,
  state: 'active',
  accessToken: grant.accessToken,
  scope: grant.scope,
  accountUuid: grant.accountUuid,
  owner: grant.owner,
  ...hookSecretsOf(known, fresh.hookSecret),
  profile: known?.profile ?? null,
  lastSeenAt: fresh.now,
  // Sessions older than the install are dead, so only an uninstall in between moves it.
  installedAt: known !== null && known.state !== 'uninstalled' ? known.installedAt : fresh.now,
  uninstalledAt: null,
  unauthorizedRuns: 0,
});

/** An uninstall takes the hooks along, so nothing may come with what they carried. */
const hookSecretsOf = (known: StoreRecord | null, fresh: string): Pick<StoreRecord, 'hookSecret' | 'previousHookSecret'> => {
  if (known === null || known.state === 'uninstalled') return { hookSecret: fresh, previousHookSecret: null };
  // Hooks of a renewed consent are still alive. While they are on their way from one secret to the next, no third one comes in.
  if (known.previousHookSecret !== null) return { hookSecret: known.hookSecret, previousHookSecret: known.previousHookSecret };
  return { hookSecret: fresh, previousHookSecret: known.hookSecret };
};

const saveInstaller = async (tables: Tables, grant: BigCommerceGrant, { now, language }: { now: Instant; language: string }): Promise<void> => {
  const known = await tables.members.find(grant.storeHash, grant.user.id);
  await tables.members.save({
    storeHash: grant.storeHash,
    user: { ...grant.user, locale: known?.user.locale ?? language },
    isOwner: grant.user.id === grant.owner.id,
    sessionsSince: known?.sessionsSince ?? now,
  });
};
