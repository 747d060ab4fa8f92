import type { StoreHash } from '../../domain/ids';
import { settingsWithoutShop } from '../../domain/rules/settings-without-shop';
import { forgetComparisons } from '../jobs/reconcile/comparison-cursor';
import type { Tables } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { connectionEntry } from './connection-entry';
import { forgetCatalogue } from './forget-catalogue';
import { markNow } from './mark-now';
import { adopted } from './settle-candidate';

export interface CandidateAnswer {
  storeHash: StoreHash;
  accept: boolean;
  /** E-mail of the person, for whoever meets the settings next. */
  who: string;
}

/** The merchant says whether the different shop is meant. False when nothing waits for an answer. */
export const answerCandidate = (deps: Pick<AccountDeps, 'database' | 'clock' | 'queue'>, answer: CandidateAnswer): Promise<boolean> =>
  deps.database.transaction('candidate-answered', (tables) => (answer.accept ? acceptCandidate(deps, tables, answer) : declineCandidate(tables, answer)));

/**
 * Another shop means a fresh start: its ids mean other things, and one that happens to equal an old one would pass a new
 * sale off as sent. What the log and the orders page say about the old shop stays.
 */
const acceptCandidate = async (deps: Pick<AccountDeps, 'clock' | 'queue'>, tables: Tables, { storeHash, who }: CandidateAnswer): Promise<boolean> => {
  const connection = await tables.connections.findForUpdate(storeHash);
  const candidate = connection?.candidate ?? null;
  if (connection === null || candidate === null || candidate.lists === null) return false;
  const now = deps.clock.now();
  await tables.connections.save(adopted(connection, candidate, now));
  await tables.links.deleteAll(storeHash);
  await tables.sales.deleteAll(storeHash);
  await tables.intents.deleteAll(storeHash);
  await forgetComparisons(tables, storeHash);
  await forgetCatalogue(tables, storeHash, { isOtherShop: true });
  const { value, version } = await tables.settings.get(storeHash);
  const wasSaved = await tables.settings.save(storeHash, version, { value: settingsWithoutShop(value), savedAt: now, savedBy: who });
  if (!wasSaved) throw new Error('somebody saved the settings at the same moment');
  await tables.entries.record(storeHash, connectionEntry('hike', { at: now, message: `Connected to ${candidate.shopName ?? 'another shop'}, a different shop than before.` }));
  await markNow(tables, storeHash, { thing: 'hike-lists', now });
  await deps.queue.wake(storeHash, tables);
  return true;
};

const declineCandidate = async (tables: Tables, { storeHash }: CandidateAnswer): Promise<boolean> => {
  const connection = await tables.connections.findForUpdate(storeHash);
  if (connection === null || connection.candidate === null) return false;
  await tables.connections.save({ ...connection, candidate: null });
  return true;
};
