import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { shopFingerprintParts, shopNameFromOutlets } from '../../domain/rules/shop-identity';
import type { HikeLists } from '../../domain/shop-lists';
import { fingerprint } from '../fingerprint';
import type { Commit } from '../ports/commits';
import type { HikeCandidate, HikeConnectionRecord, Tables } from '../ports/tables';
import { connectionEntry } from './connection-entry';

/** The part of a job's context that this needs; `connection` is the one through which the lists were read. */
export interface ListsContext {
  storeHash: StoreHash;
  connection: HikeConnectionRecord | null;
  now(): Instant;
  record<T>(commit: Commit, work: (tables: Tables) => Promise<T>): Promise<T>;
}

/** Tokens whose shop nobody has looked at yet. */
export const uncheckedCandidate = (connection: HikeConnectionRecord | null): HikeCandidate | null =>
  connection?.candidate?.lists === null ? connection.candidate : null;

/** The connection with the candidate in the place of its tokens and shop. */
export const adopted = (connection: HikeConnectionRecord, candidate: HikeCandidate, at: Instant): HikeConnectionRecord => ({
  storeHash: connection.storeHash,
  ...candidate,
  state: 'connected',
  candidate: null,
  connectedAt: at,
  trouble: null,
});

/**
 * Keeps the lists that were just read. Read through a candidate's tokens, they also tell whether it is the same shop: then
 * it takes the old connection's place and every mapping stays; a different shop waits for the merchant's yes.
 */
export const settleCandidate = (context: ListsContext, lists: HikeLists): Promise<void> =>
  context.record('hike-lists-kept', async (tables) => {
    const current = await tables.connections.findForUpdate(context.storeHash);
    if (current === null || wasReplaced(context.connection, current)) return;
    const shop = { fingerprint: fingerprint(shopFingerprintParts(lists.outlets)), shopName: shopNameFromOutlets(lists.outlets), lists };
    const candidate = uncheckedCandidate(context.connection);
    if (candidate === null) {
      await tables.connections.save({ ...current, ...shop });
      if (current.fingerprint === null) await tables.entries.record(context.storeHash, connectionEntry('hike', { at: context.now(), message: `Connected to ${shop.shopName}.` }));
    } else if (shop.fingerprint === current.fingerprint) {
      await tables.connections.save(adopted(current, { tokens: candidate.tokens, ...shop }, context.now()));
      const message = `Connected to ${shop.shopName} again; every setting was kept.`;
      await tables.entries.record(context.storeHash, connectionEntry('hike', { at: context.now(), message }));
    } else {
      await tables.connections.save({ ...current, candidate: { tokens: candidate.tokens, ...shop } });
    }
  });

/** Somebody connected, accepted or declined while the lists were on their way: they belong to what is no longer asked about. */
const wasReplaced = (read: HikeConnectionRecord | null, current: HikeConnectionRecord): boolean => {
  const candidate = uncheckedCandidate(read);
  if (candidate !== null) return current.candidate?.tokens.refreshToken !== candidate.tokens.refreshToken;
  return read?.fingerprint !== current.fingerprint;
};
