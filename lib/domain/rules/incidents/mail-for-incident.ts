import type { Incident, IncidentKind, IncidentNews, NeedsYouCounts } from '../../incident';
import type { Instant } from '../../instant';
import { millisOfInstant } from '../../instant-arithmetic';
import { needsYouWords } from '../needs-you-words';

export interface MailWords {
  subject: string;
  text: string;
}

interface Told {
  storeName: string;
  timeZone: string;
  /** Where the app opens. */
  link: string;
}

interface Words {
  /** In a subject, after the store's name. */
  subject: string;
  happened: string;
  todo: string;
}

const NAMES: Record<string, readonly [one: string, many: string]> = {
  order: ['order', 'orders'],
  sale: ['sale', 'sales'],
  product: ['product', 'products'],
  stock: ['stock count', 'stock counts'],
  customer: ['customer', 'customers'],
};

/** "3 orders, 1 sale": numbers alone, for a mail is no place for what stands in a record. */
const countsInWords = (counts: NeedsYouCounts): string =>
  Object.entries(NAMES)
    .flatMap(([thing, [one, many]]) => {
      const count = counts[thing] ?? 0;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    })
    .join(', ');

const WAITS = 'What needs it waits and goes on by itself; nothing is lost.';

const opening = (kind: IncidentKind, { since, counts }: { since: string; counts: NeedsYouCounts }): Words => {
  switch (kind) {
    case 'hike-reconnect':
      return { subject: 'reconnect Hike', happened: `Hike no longer accepts the app’s access since ${since}. Nothing syncs until it is given again.`, todo: 'Open the app and press “Reconnect Hike”. Every setting is kept.' };
    case 'bigcommerce-reconnect':
      return { subject: 'confirm the app’s access', happened: `BigCommerce no longer accepts the app’s access since ${since}. Nothing syncs until it is given again.`, todo: 'Open the app from the control panel’s Apps menu and confirm its permissions. Every setting is kept.' };
    case 'hike-unreachable':
      return { subject: 'Hike does not answer', happened: `Hike has not answered for half an hour, as of ${since}. ${WAITS}`, todo: 'Nothing to do. You get another mail when Hike answers again.' };
    case 'bigcommerce-unreachable':
      return { subject: 'BigCommerce does not answer', happened: `BigCommerce has not answered for half an hour, as of ${since}. ${WAITS}`, todo: 'Nothing to do. You get another mail when BigCommerce answers again.' };
    case 'needs-you':
      return { subject: needsYouWords(Object.values(counts).reduce((sum, count) => sum + count, 0), countsInWords(counts)), happened: `Waiting for your decision since ${since}: ${countsInWords(counts)}. Everything else goes on.`, todo: 'Open the sync log in the app: it says for each why it waits and what to do.' };
  }
};

const ending = (kind: IncidentKind, { since, until }: { since: string; until: string }): Words => {
  const span = `It began on ${since} and ended on ${until}.`;
  const todo = 'Nothing to do.';
  switch (kind) {
    case 'hike-reconnect':
      return { subject: 'Hike is connected again', happened: `Hike is connected again; what waited goes on. ${span}`, todo };
    case 'bigcommerce-reconnect':
      return { subject: 'BigCommerce accepts the app again', happened: `BigCommerce accepts the app’s access again; what waited goes on. ${span}`, todo };
    case 'hike-unreachable':
      return { subject: 'Hike answers again', happened: `Hike answers again; what waited goes on. ${span}`, todo };
    case 'bigcommerce-unreachable':
      return { subject: 'BigCommerce answers again', happened: `BigCommerce answers again; what waited goes on. ${span}`, todo };
    case 'needs-you':
      return { subject: 'nothing needs you any more', happened: `Everything that waited for your decision is settled. ${span}`, todo };
  }
};

const inZone = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(millisOfInstant(at));

/** A line break would end the header that the subject stands in. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** One mail about an incident: which store, what happened, what to do, where. */
export const mailForIncident = (incident: Incident, news: IncidentNews, { storeName, timeZone, link }: Told): MailWords => {
  const since = inZone(incident.openedAt, timeZone);
  const words = news === 'opened' ? opening(incident.kind, { since, counts: incident.counts }) : ending(incident.kind, { since, until: inZone(incident.closedAt ?? incident.openedAt, timeZone) });
  const store = inOneLine(storeName);
  return {
    subject: `${store}: ${words.subject}`,
    text: [
      `Store: ${store}`,
      words.happened,
      words.todo,
      `Open the app: ${link}`,
      `Times are in ${timeZone}. These mails go to the addresses in the app’s settings, under “Alerts”.`,
      '',
    ].join('\n\n'),
  };
};
