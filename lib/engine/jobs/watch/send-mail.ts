import type { Incident, IncidentNews, MailState } from '../../../domain/incident';
import { problem } from '../../../domain/problems';
import { mailDue } from '../../../domain/rules/incidents/mail-due';
import { mailForIncident } from '../../../domain/rules/incidents/mail-for-incident';
import { TransientFailure } from '../../ports/failures';
import { type Mail, MailRefused } from '../../ports/mail';
import type { DirtyRow } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import { type Job, type JobContext, jobPerRow, type Subject } from '../job';
import { incidentOfRow } from './mail-row';

const SUBJECT: Subject = { thing: 'connection', direction: 'hike-to-bigcommerce', label: 'Mail to your alert addresses', bigcommerceId: null, hikeId: null };

interface Telling {
  row: DirtyRow;
  incident: Incident;
  news: IncidentNews;
}

/**
 * Tells of an incident once. That the mail is on its way is committed before it is handed over, and its id is made of the
 * incident alone: should the answer be lost, or this process die, the same mail goes out under the same id, which mail
 * systems know again. Losing it would be worse.
 */
const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { mail, storeHash, settings: { alerts } } = context;
  const named = incidentOfRow(row.id);
  const incident = named && (await context.database.tables.incidents.find(storeHash, named.kind, named.openedAt));
  const news = incident && mailDue(incident, { alerts, now: context.now() });
  // Over before anybody heard of it, told already, or nobody wants to hear.
  if (mail === null || incident === null || news === null) return leaveUntold(context, row);
  const telling = { row, incident, news };
  await context.record('mail-intent-saved', (tables) => tables.incidents.save(storeHash, told(telling, 'sending')));
  try {
    const { refused } = await mail.send(messageOf(context, telling));
    await record(context, telling, { result: 'done', message: sentWords(alerts.addresses.length, refused) });
  } catch (error) {
    if (error instanceof MailRefused) return record(context, telling, refusalOf(problem('mail-refused', { message: error.reason })));
    // Nothing went out: should the incident end before the next try, there is nobody to tell that it is over.
    if (error instanceof TransientFailure) await context.record('mail-not-sent', (tables) => tables.incidents.save(storeHash, told(telling, incident.mails[news])));
    throw error;
  }
};

const leaveUntold = (context: JobContext, row: DirtyRow): Promise<void> =>
  context.record('mail-row-settled', async (tables) => {
    await tables.dirty.settle(context.storeHash, row);
    // Earlier tries may have left a line that says "retrying".
    const outcome = { result: 'left-out', message: 'It was over before the mail could be sent.' } as const;
    if (row.attempts > 0) await tables.entries.record(context.storeHash, entryOf(context, { row, subject: SUBJECT, outcome }));
  });

const told = ({ incident, news }: Telling, state: MailState): Incident => ({ ...incident, mails: { ...incident.mails, [news]: state } });

const record = (context: JobContext, telling: Telling, outcome: Parameters<typeof entryOf>[1]['outcome']): Promise<void> =>
  context.record('mail-recorded', async (tables) => {
    await tables.incidents.save(context.storeHash, told(telling, outcome.result === 'done' ? 'sent' : 'refused'));
    await tables.dirty.settle(context.storeHash, telling.row);
    await tables.entries.record(context.storeHash, entryOf(context, { row: telling.row, subject: SUBJECT, outcome }));
  });

const sentWords = (addresses: number, refused: number): string => {
  const all = addresses === 1 ? 'Sent to 1 address.' : `Sent to ${addresses} addresses.`;
  return refused === 0 ? all : `Sent to ${addresses - refused} of ${addresses} addresses; the mail server refused the others.`;
};

const messageOf = (context: JobContext, { incident, news }: Telling): Parameters<Mail['send']>[0] => {
  const { storeHash, store: { profile }, installation: { appId, appUrl }, settings } = context;
  const words = mailForIncident(incident, news, {
    storeName: profile?.name ?? storeHash,
    timeZone: profile?.timeZone ?? 'UTC',
    link: profile === null ? appUrl : `${profile.controlPanelUrl}/manage/app/${appId}`,
  });
  const name = [storeHash, incident.kind, incident.openedAt.replace(/\D/g, ''), news].join('.');
  return { id: `<${name}@${new URL(appUrl).hostname}>`, to: settings.alerts.addresses, ...words };
};

/** Tells the merchant's addresses what happened, and that it is over. */
export const sendMail: Job = {
  batch: 10,
  needs: [],
  // Never given up while the incident stands: the mail server may be back tomorrow.
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
