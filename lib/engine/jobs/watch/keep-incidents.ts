import type { ConnectionWatch } from '../../../domain/connection-watch';
import type { Incident, NeedsYouCounts } from '../../../domain/incident';
import { incidentChanges } from '../../../domain/rules/incidents/incident-changes';
import { mailDue } from '../../../domain/rules/incidents/mail-due';
import { PRIORITY } from '../../priorities';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { mailRowOf } from './mail-row';

/** Opens and closes incidents by what stands now, and asks for the mails that are still to be sent of them. */
export const keepIncidents = async (context: JobContext, tables: Tables, watch: ConnectionWatch): Promise<void> => {
  const { storeHash, settings: { alerts }, store: { lastSeenAt } } = context;
  const now = context.now();
  const known = await tables.incidents.listNewest(storeHash);
  const changes = incidentChanges({ now, watch, needsYou: await recordsThatNeedYou(context, tables), lastSeenAt, known });
  for (const incident of changes) await tables.incidents.save(storeHash, incident);
  if (context.mail === null) return;
  for (const incident of [...known.filter((one) => !changes.some((changed) => isSame(one, changed))), ...changes]) {
    if (mailDue(incident, { alerts, now }) === null) continue;
    const id = mailRowOf(incident);
    // One that waits for its next try keeps its time.
    if ((await tables.dirty.find(storeHash, 'mail', id)) === null) await tables.dirty.mark(storeHash, { thing: 'mail', id, priority: PRIORITY.poll, notBefore: now, trigger: 'follow-up' });
  }
};

const isSame = (one: Incident, other: Incident): boolean => one.kind === other.kind && one.openedAt === other.openedAt;

/** Connections have incidents of their own, and what stands in the settings is no record. */
const recordsThatNeedYou = async ({ storeHash }: JobContext, tables: Tables) => {
  const causes = (await tables.entries.listCauses(storeHash)).filter(({ thing }) => thing !== 'connection' && thing !== 'settings');
  const counts: NeedsYouCounts = {};
  for (const { thing, count } of causes) counts[thing] = (counts[thing] ?? 0) + count;
  return { counts, newest: causes.map((cause) => cause.newest).sort().at(-1) ?? null };
};
