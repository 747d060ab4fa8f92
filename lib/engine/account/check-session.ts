import type { StoreHash, UserId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { instantPlus, millisOfInstant } from '../../domain/instant-arithmetic';
import type { Member, StoreRecord } from '../ports/tables';
import { lookForVisitor } from '../next-polls';
import type { AccountDeps } from './account-deps';
import type { SessionStart } from './hand-over';

/** What a session token says, signed by us. */
export interface SessionClaims extends SessionStart {
  issuedAt: Instant;
}

export interface OpenSession {
  store: StoreRecord;
  member: Member;
}

/** A launch of the control panel lives as long; after that the app is opened anew. */
export const SESSION_MS = 24 * 60 * 60_000;

/** Whether the token still opens this store: asked on every request, so a log-out or a removal works at once. */
export const checkSession = async (
  deps: Pick<AccountDeps, 'database' | 'clock'>,
  storeHash: StoreHash,
  claims: SessionClaims,
): Promise<OpenSession | null> => {
  if (claims.storeHash !== storeHash) return null;
  if (deps.clock.now() > instantPlus(claims.startedAt, SESSION_MS)) return null;
  const { stores, members } = deps.database.tables;
  const [store, member] = await Promise.all([stores.find(storeHash), members.find(storeHash, claims.userId)]);
  if (store === null || store.state === 'uninstalled' || claims.issuedAt < store.installedAt) return null;
  if (member === null || claims.issuedAt < member.sessionsSince) return null;
  return { store, member };
};

/** All of the member's sessions in this store, in every tab. */
export const endSessions = (deps: Pick<AccountDeps, 'database' | 'clock'>, { storeHash, userId }: { storeHash: StoreHash; userId: UserId }): Promise<void> =>
  // The next millisecond, so that a token made in this one dies as well.
  deps.database.transaction('sessions-ended', ({ members }) => members.endSessions(storeHash, userId, instantPlus(deps.clock.now(), 1)));

const SEEN_EVERY_MS = 60_000;
/** Sooner than any worker, whatever its clock says, has planned its polls for a store that nobody looks at. */
const GONE_MS = 2 * 60_000;

/** Polling is quick while somebody looks, from the first look on; once a minute is often enough to know it. */
export const noteVisit = async ({ database, clock }: Pick<AccountDeps, 'database' | 'clock'>, { hash, lastSeenAt }: StoreRecord): Promise<void> => {
  const now = clock.now();
  const seen = lastSeenAt === null ? 0 : millisOfInstant(lastSeenAt);
  if (millisOfInstant(now) - seen < SEEN_EVERY_MS) return;
  await database.transaction('visit-noted', async (tables) => {
    await tables.stores.markSeen(hash, now);
    if (millisOfInstant(now) - seen >= GONE_MS) await lookForVisitor(tables, { storeHash: hash, now, lastSeenAt: now });
  });
};
