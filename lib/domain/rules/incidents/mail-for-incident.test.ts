import { describe, expect, it } from 'vitest';
import { type Incident, IncidentKind, type IncidentNews } from '../../incident';
import type { Instant } from '../../instant';
import { mailForIncident } from './mail-for-incident';

const LINK = 'https://store-abc123.mybigcommerce.com/manage/app/4711';
const TOLD = { storeName: 'Tote & Co', timeZone: 'Australia/Sydney', link: LINK };

const anIncident = (rest: Partial<Incident> = {}): Incident => ({
  kind: 'hike-reconnect',
  openedAt: '2026-01-20T03:00:00.000Z' as Instant,
  closedAt: '2026-01-20T14:30:00.000Z' as Instant,
  ending: 'over',
  counts: { order: 3, sale: 1 },
  mails: { opened: 'none', over: 'none' },
  ...rest,
});

const every = IncidentKind.options.flatMap((kind) => (['opened', 'over'] as const).map((news): [IncidentKind, IncidentNews] => [kind, news]));
const mail = (kind: IncidentKind, news: IncidentNews, told = TOLD) => mailForIncident(anIncident({ kind }), news, told);

describe('a mail about an incident', () => {
  it.each<[IncidentKind, IncidentNews, string, string]>([
    ['hike-reconnect', 'opened', 'reconnect Hike', 'press “Reconnect Hike”'],
    ['bigcommerce-reconnect', 'opened', 'confirm the app’s access', 'confirm its permissions'],
    ['hike-unreachable', 'opened', 'Hike does not answer', 'when Hike answers again'],
    ['bigcommerce-unreachable', 'opened', 'BigCommerce does not answer', 'when BigCommerce answers again'],
    ['needs-you', 'opened', '3 orders, 1 sale need you', 'Open the sync log'],
    ['hike-reconnect', 'over', 'Hike is connected again', 'Nothing to do.'],
    ['bigcommerce-reconnect', 'over', 'BigCommerce accepts the app again', 'Nothing to do.'],
    ['hike-unreachable', 'over', 'Hike answers again', 'Nothing to do.'],
    ['bigcommerce-unreachable', 'over', 'BigCommerce answers again', 'Nothing to do.'],
    ['needs-you', 'over', 'nothing needs you any more', 'Nothing to do.'],
  ])('of %s, %s, says which store, what happened and what to do', (kind, news, subject, todo) => {
    const { subject: said, text } = mail(kind, news);
    expect(said).toBe(`Tote & Co: ${subject}`);
    expect(text).toContain('Store: Tote & Co');
    expect(text).toContain(todo);
    expect(text).toContain(`Open the app: ${LINK}`);
  });

  it('names one thing as one', () => {
    expect(mailForIncident(anIncident({ kind: 'needs-you', counts: { order: 1 } }), 'opened', TOLD).subject).toBe('Tote & Co: 1 order needs you');
  });

  it('gives times in the store’s zone, and names it', () => {
    expect(mail('hike-unreachable', 'opened').text).toContain('as of 20 January 2026 at 14:00.');
    const { text } = mail('hike-unreachable', 'over');
    expect(text).toContain('It began on 20 January 2026 at 14:00 and ended on 21 January 2026 at 01:30.');
    expect(text).toContain('Times are in Australia/Sydney.');
  });

  const AS_OF = '20 January 2026 at 14:00';
  const SPAN = 'It began on 20 January 2026 at 14:00 and ended on 21 January 2026 at 01:30.';

  it.each<[IncidentKind, IncidentNews, string]>([
    ['hike-reconnect', 'opened', `Hike no longer accepts the app’s access since ${AS_OF}. Nothing syncs until it is given again.`],
    ['bigcommerce-reconnect', 'opened', `BigCommerce no longer accepts the app’s access since ${AS_OF}. Nothing syncs until it is given again.`],
    ['hike-unreachable', 'opened', `Hike has not answered for half an hour, as of ${AS_OF}. What needs it waits and goes on by itself; nothing is lost.`],
    ['bigcommerce-unreachable', 'opened', `BigCommerce has not answered for half an hour, as of ${AS_OF}. What needs it waits and goes on by itself; nothing is lost.`],
    ['needs-you', 'opened', `Waiting for your decision since ${AS_OF}: 3 orders, 1 sale. Everything else goes on.`],
    ['hike-reconnect', 'over', `Hike is connected again; what waited goes on. ${SPAN}`],
    ['bigcommerce-reconnect', 'over', `BigCommerce accepts the app’s access again; what waited goes on. ${SPAN}`],
    ['hike-unreachable', 'over', `Hike answers again; what waited goes on. ${SPAN}`],
    ['bigcommerce-unreachable', 'over', `BigCommerce answers again; what waited goes on. ${SPAN}`],
    ['needs-you', 'over', `Everything that waited for your decision is settled. ${SPAN}`],
  ])('of %s, %s, tells since when, and what waits', (kind, news, sentence) => {
    expect(mail(kind, news).text.split('\n\n')[1]).toBe(sentence);
  });

  it('counts each thing by its name, and tells of none that is not there', () => {
    const counts = { order: 1, sale: 2, product: 1, stock: 5, customer: 0 };
    const others = { order: 0, sale: 0, product: 2, stock: 1, customer: 2 };
    expect(mailForIncident(anIncident({ kind: 'needs-you', counts }), 'opened', TOLD).text).toContain('1 order, 2 sales, 1 product, 5 stock counts. Everything');
    expect(mailForIncident(anIncident({ kind: 'needs-you', counts: others }), 'opened', TOLD).text).toContain(': 2 products, 1 stock count, 2 customers. Everything');
    expect(mailForIncident(anIncident({ kind: 'needs-you', counts: { customer: 1 } }), 'opened', TOLD).text).toContain(': 1 customer. Everything');
  });

  it.each(every)('of %s, %s, has a subject of one line whatever the store is called', (kind, news) => {
    const { subject, text } = mail(kind, news, { ...TOLD, storeName: ' Tote\r\nBcc: eve@example.com\n\t& Co\u2028Ltd ' });
    expect(subject).toMatch(/^Tote Bcc: eve@example\.com & Co Ltd: \S/);
    expect(subject).not.toMatch(/[\r\n\u2028\u2029\t]/);
    expect(text.split('\n')[0]).toBe('Store: Tote Bcc: eve@example.com & Co Ltd');
  });

  it.each(every)('of %s, %s, holds no secret, no address and nothing of a record', (kind, news) => {
    const { subject, text } = mail(kind, news);
    // Beside words: the store, its link, times and counts, all of which were given.
    const rest = `${subject} ${text}`.replace(LINK, '');
    expect(rest).not.toMatch(/@|https?:|token|secret|password|undefined|null|\[object/i);
    expect(rest).not.toContain('abc123');
  });
});
