import { markPolls } from '../account/mark-polls';
import { settleCandidate, uncheckedCandidate } from '../account/settle-candidate';
import { doubtOfLists, isSameLists } from '../../domain/rules/doubt-of-lists';
import type { HikeLists } from '../../domain/shop-lists';
import { AccessLost, TransientFailure } from '../ports/failures';
import type { HikeShop } from '../ports/hike';
import type { DirtyRow, HikeCandidate } from '../ports/tables';
import { type Job, type JobContext, jobPerRow } from './job';
import { planNextRound, upkeepSubject } from './next-round';
import { noteAnswer } from './watch/note-answer';

const EVERY_MS = 24 * 60 * 60_000;

const SUBJECT = upkeepSubject('Outlets, registers, payment types and taxes of Hike');

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { connection } = context;
  const candidate = uncheckedCandidate(connection);
  // Connecting marks the row again.
  if (connection === null || (candidate === null && connection.state !== 'connected')) return settle(context, row);
  if (candidate === null) await settleCandidate(context, await readLists(context.hike.shop, context.lists));
  else await readCandidate(context, candidate);
  await context.record('hike-lists-round-planned', async (tables) => {
    await planNextRound(context, tables, { row, inMs: EVERY_MS, subject: SUBJECT });
    await markPolls(tables, context.storeHash, { now: context.now(), trigger: 'follow-up' });
    await noteAnswer(tables, context.storeHash, { side: 'hike', now: context.now() });
  });
};

const settle = (context: JobContext, row: DirtyRow): Promise<void> =>
  context.record('hike-lists-resting', (tables) => tables.dirty.settle(context.storeHash, row));

/**
 * A shop whose outlets are gone would pass for another one, and what is mapped to a vanished payment type or tax stands
 * still: so lists that were cut short are not kept. What many are missing from has to be told twice.
 */
const readLists = async (shop: HikeShop, known: HikeLists | null): Promise<HikeLists> => {
  const lists = await shop.getLists();
  const doubt = doubtOfLists(known, lists);
  if (doubt === null) return lists;
  const again = await shop.getLists();
  if (doubt === 'shrunk' && isSameLists(lists, again)) return again;
  if (doubtOfLists(known, again) === null) return again;
  throw new TransientFailure('Hike’s lists were cut short');
};

/** Tokens that Hike refuses within their first minute were taken back: the connection stays as it was. */
const readCandidate = async (context: JobContext, candidate: HikeCandidate): Promise<void> => {
  try {
    await settleCandidate(context, await readLists(context.vendors.hikeWith(context.store, candidate.tokens).shop, null));
  } catch (error) {
    if (!(error instanceof AccessLost)) throw error;
    await context.record('dead-candidate-dropped', async ({ connections }) => {
      const current = await connections.findForUpdate(context.storeHash);
      if (current?.candidate?.tokens.refreshToken === candidate.tokens.refreshToken) await connections.save({ ...current, candidate: null });
    });
  }
};

/** Reads what the settings are chosen from; also learns which shop a new connection leads to. */
export const readHikeLists: Job = {
  batch: 1,
  // A candidate's tokens work even while the old connection is dead.
  needs: [],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
