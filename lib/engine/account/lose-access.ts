import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { problem } from '../../domain/problems';
import type { Commit } from '../ports/commits';
import { markWatch } from '../mark-watch';
import type { Side } from '../ports/failures';
import type { HikeConnectionRecord, StoreRecord, Tables } from '../ports/tables';
import { connectionEntry } from './connection-entry';
import { uncheckedCandidate } from './settle-candidate';

/** The part of a job's context that this needs; store and connection as they were when the slice began. */
export interface AccessContext {
  storeHash: StoreHash;
  store: StoreRecord;
  connection: HikeConnectionRecord | null;
  now(): Instant;
  record<T>(commit: Commit, work: (tables: Tables) => Promise<T>): Promise<T>;
}

/** One 401 is no proof: it also comes while a token is being replaced. Three slices in a row are. */
const PROOF = 3;

export const HIKE_REFUSES = 'Hike no longer accepts our access. Connect again; every setting is kept.';

/** A platform refused our token. After this a person has to act: re-install or confirm, or connect Hike again. */
export const loseAccess = (context: AccessContext, side: Side): Promise<void> =>
  context.record('access-lost', (tables) => (side === 'hike' ? loseHike(context, tables) : loseBigCommerce(context, tables)));

const loseBigCommerce = async ({ storeHash, store, now }: AccessContext, tables: Tables): Promise<void> => {
  // Counted from the record that the slice began with: many rows that fail in one slice are one run.
  const runs = store.unauthorizedRuns + 1;
  await tables.stores.countUnauthorized(storeHash, runs);
  if (runs < PROOF || store.state !== 'active') return;
  await tables.stores.changeState(storeHash, 'reauthorise', now());
  await tables.entries.record(storeHash, connectionEntry('bigcommerce', { at: now(), problem: problem('store-needs-reauthorising') }));
  await markWatch(tables, storeHash, { now: now() });
};

const loseHike = async ({ storeHash, connection, now }: AccessContext, tables: Tables): Promise<void> => {
  const current = await tables.connections.findForUpdate(storeHash);
  // Connected anew meanwhile: what was refused is no longer ours.
  if (current === null || current.connectedAt !== connection?.connectedAt) return;
  if (uncheckedCandidate(current) !== null) {
    // The newest connection is asked first, so it is the one that was refused; the old one is not touched.
    await tables.connections.save({ ...current, candidate: null, trouble: 'Hike did not accept the new connection. Connect again.' });
    return;
  }
  if (current.state === 'connected') await tables.connections.save({ ...current, state: 'reconnect', trouble: HIKE_REFUSES });
  // A renewal that was refused may have marked the connection already; it is news all the same, once.
  if (connection.state !== 'connected') return;
  await tables.entries.record(storeHash, connectionEntry('hike', { at: now(), problem: problem('hike-not-connected') }));
  await markWatch(tables, storeHash, { now: now() });
};
