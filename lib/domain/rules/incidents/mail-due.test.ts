import { describe, expect, it } from 'vitest';
import type { Incident, IncidentNews, MailState } from '../../incident';
import type { Instant } from '../../instant';
import { mailDue } from './mail-due';

const NOW = '2026-01-20T03:00:00.000Z' as Instant;
const AN_HOUR_AGO = '2026-01-20T02:00:00.000Z' as Instant;
const WITHIN_THE_DAY = '2026-01-19T03:00:00.001Z' as Instant;
const A_DAY_AGO = '2026-01-19T03:00:00.000Z' as Instant;

const ALERTS = { addresses: ['ana@example.com'], needsYou: true };

const open = (opened: MailState): Incident => ({ kind: 'hike-reconnect', openedAt: A_DAY_AGO, closedAt: null, ending: null, counts: {}, mails: { opened, over: 'none' } });
const over = (opened: MailState, rest: MailState = 'none'): Incident => ({ ...open(opened), closedAt: AN_HOUR_AGO, ending: 'over', mails: { opened, over: rest } });

const due = (incident: Incident, alerts = ALERTS): IncidentNews | null => mailDue(incident, { alerts, now: NOW });

describe('what is still to be told of an incident', () => {
  it.each<[string, Incident, IncidentNews | null]>([
    ['that it began', open('none'), 'opened'],
    ['that it began, again, where nobody knows whether the mail arrived', open('sending'), 'opened'],
    ['nothing more once it was told', open('sent'), null],
    ['nothing more once the mail was refused', open('refused'), null],
    ['that it is over, to who heard of it', over('sent'), 'over'],
    ['that it is over, to who may have heard of it', over('sending'), 'over'],
    ['nothing when it ended before it was told', over('none'), null],
    ['nothing when the mail that it began was refused', over('refused'), null],
    ['that it is over, again, where nobody knows whether the mail arrived', over('sent', 'sending'), 'over'],
    ['nothing more once it was told that it is over', over('sent', 'sent'), null],
    ['nothing more once the mail that it is over was refused', over('sent', 'refused'), null],
    ['nothing of one that gave way to another', { ...over('sent'), ending: 'replaced' }, null],
    ['that it is over, for a day', { ...over('sent'), closedAt: WITHIN_THE_DAY }, 'over'],
    ['nothing of one that has been over for a day', { ...over('sent'), closedAt: A_DAY_AGO }, null],
  ])('is %s', (_, incident, news) => {
    expect(due(incident)).toBe(news);
  });

  it('is nothing where nobody is to hear', () => {
    expect(due(open('none'), { ...ALERTS, addresses: [] })).toBeNull();
    expect(due(over('sent'), { ...ALERTS, addresses: [] })).toBeNull();
  });

  it('is nothing of records that need a person, where only the connections are to be told of', () => {
    const alerts = { ...ALERTS, needsYou: false };
    expect(due({ ...open('none'), kind: 'needs-you' }, alerts)).toBeNull();
    expect(due({ ...open('none'), kind: 'needs-you' })).toBe('opened');
    expect(due(open('none'), alerts)).toBe('opened');
  });
});
