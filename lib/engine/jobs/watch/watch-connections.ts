import type { ConnectionWatch, Probe, SideWatch } from '../../../domain/connection-watch';
import { nextLook } from '../../../domain/rules/connection/next-look';
import { sideAfterProbe } from '../../../domain/rules/connection/side-after-probe';
import { connectionEntry } from '../../account/connection-entry';
import { loseAccess } from '../../account/lose-access';
import { markNow } from '../../account/mark-now';
import { PRIORITY } from '../../priorities';
import type { Side } from '../../ports/failures';
import type { DirtyRow, Tables } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { planNextRound, upkeepSubject } from '../next-round';
import { keepIncidents } from './keep-incidents';
import { readWatch, saveWatch } from './read-watch';

const SUBJECT = upkeepSubject('Check of both connections');

interface Looks {
  bigcommerce: Probe;
  /** `null` where there is no connection to ask through. */
  hike: Probe | null;
}

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const hikeIsThere = context.connection?.state === 'connected';
  const [bigcommerce, hike] = await Promise.all([context.probe('bigcommerce'), hikeIsThere ? context.probe('hike') : null]);
  const looks = { bigcommerce, hike };
  if (bigcommerce.kind === 'access-lost' && context.store.state === 'active') await loseAccess(context, 'bigcommerce');
  if (hike?.kind === 'access-lost') await loseAccess(context, 'hike');
  await context.record('connections-watched', async (tables) => {
    if (bigcommerce.kind === 'answered') await regainBigCommerce(context, tables);
    const watch = await watchAfter(context, tables, looks);
    await saveWatch(tables, context.storeHash, watch);
    await keepIncidents(context, tables, watch);
    const inMs = nextLook(watch, { isInDoubt: isInDoubt(watch.bigcommerce, bigcommerce) || isInDoubt(watch.hike, hike), random: context.random() });
    await planNextRound(context, tables, { row, inMs, subject: SUBJECT, priority: PRIORITY.sale });
  });
};

/** Refused, but not yet often enough to be believed. */
const isInDoubt = (side: SideWatch | null, probe: Probe | null): boolean => probe?.kind === 'access-lost' && side?.state !== 'reconnect';

const watchAfter = async ({ storeHash, now }: JobContext, tables: Tables, looks: Looks): Promise<ConnectionWatch> => {
  const [before, store, connection] = [await readWatch(tables, storeHash), await tables.stores.find(storeHash), await tables.connections.find(storeHash)];
  const after = (side: Side, probe: Probe, needsPerson: boolean): SideWatch => sideAfterProbe(before[side], { probe, needsPerson, now: now() });
  const bigcommerce = after('bigcommerce', looks.bigcommerce, store?.state !== 'active');
  if (connection === null) return { bigcommerce, hike: null };
  return { bigcommerce, hike: after('hike', looks.hike ?? { kind: 'not-asked' }, connection.state === 'reconnect') };
};

/** BigCommerce takes a token again that it refused: the platform's own trouble, and nobody need confirm anything. */
const regainBigCommerce = async ({ storeHash, store, now }: JobContext, tables: Tables): Promise<void> => {
  if (store.unauthorizedRuns > 0) await tables.stores.countUnauthorized(storeHash, 0);
  const current = await tables.stores.find(storeHash);
  if (current?.state !== 'reauthorise') return;
  await tables.stores.changeState(storeHash, 'active', now());
  await tables.entries.record(storeHash, connectionEntry('bigcommerce', { at: now(), message: 'BigCommerce accepts our access again; every setting was kept.' }));
  await markNow(tables, storeHash, { thing: 'store', now: now(), trigger: 'follow-up' });
};

/** Looks at both sides; what waits for one that does not answer, or no longer does, follows from what is found here. */
export const watchConnections: Job = {
  batch: 1,
  // It is what finds out whether they are there.
  needs: [],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
