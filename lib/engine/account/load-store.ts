import type { StoreHash, UserId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus, millisOfInstant } from '../../domain/instant-arithmetic';
import type { StoreRecord, Tables } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { createHandover } from './hand-over';
import { markNow } from './mark-now';

/** What BigCommerce vouches for when a person opens the app. */
export interface Visit {
  storeHash: StoreHash;
  user: { id: UserId; email: string; locale: string };
  owner: { id: UserId; email: string };
  /** The launch's own id: good for one load. */
  jti: string;
  expiresAt: Instant;
}

export type LoadAnswer = { kind: 'opened'; code: string; startedAt: Instant } | { kind: 'not-installed' } | { kind: 'used' };

/** A day; the profile is also read again when the app was not opened for longer, so hooks that died meanwhile come back. */
const PROFILE_AGE_MS = 24 * 60 * 60_000;

/** Longer than any clock tolerance with which the launch is still believed. */
const JTI_MARGIN_MS = 60_000;

/** Somebody opens the app. A person who was removed and comes back is added again: BigCommerce let them in. */
export const loadStore = async (deps: AccountDeps, visit: Visit): Promise<LoadAnswer> =>
  deps.database.transaction('store-opened', async (tables): Promise<LoadAnswer> => {
    const store = await tables.stores.find(visit.storeHash);
    if (store === null || store.state === 'uninstalled') return { kind: 'not-installed' };
    // The launch stands in an address, so it may leak through logs and histories: a second use is somebody else's.
    const isFirstUse = await tables.codes.create(visit.jti, 'load-jti', { value: {}, expiresAt: instantPlus(visit.expiresAt, JTI_MARGIN_MS) });
    if (!isFirstUse) return { kind: 'used' };
    const now = deps.clock.now();
    await tables.members.save({ storeHash: visit.storeHash, user: visit.user, isOwner: visit.user.id === visit.owner.id, sessionsSince: now });
    await tables.stores.markSeen(visit.storeHash, now);
    await bringBack(deps, tables, { store, now });
    const code = await createHandover(deps, tables, { storeHash: visit.storeHash, userId: visit.user.id, startedAt: now });
    return { kind: 'opened', code, startedAt: now };
  });

const bringBack = async (deps: AccountDeps, tables: Tables, { store, now }: { store: StoreRecord; now: Instant }): Promise<void> => {
  if (store.state === 'reauthorise') {
    // BigCommerce opens the app without asking for consent, so it believes our access to be good: it is tried again.
    await tables.stores.changeState(store.hash, 'active', now);
    await tables.stores.countUnauthorized(store.hash, 0);
  }
  const readAt = store.profile === null ? 0 : millisOfInstant(store.profile.readAt);
  if (store.state === 'active' && millisOfInstant(now) - readAt < PROFILE_AGE_MS) return;
  await markNow(tables, store.hash, { thing: 'store', now });
  await deps.queue.wake(store.hash, tables);
};
