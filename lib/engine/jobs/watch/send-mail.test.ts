import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../domain/incident';
import type { Instant } from '../../../domain/instant';
import { someSettings } from '../../../domain/testing/a-shop';
import { TransientFailure, UnknownOutcome } from '../../ports/failures';
import { type MailMessage, MailRefused } from '../../ports/mail';
import { sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { incidentOfRow, mailRowOf } from './mail-row';
import { sendMail } from './send-mail';

const ADDRESSES = ['ana@example.com', 'ben@example.com', 'cho@example.com'];
const LOST: Incident = { kind: 'hike-reconnect', openedAt: '2026-01-20T02:30:00.000Z' as Instant, closedAt: null, ending: null, counts: {}, mails: { opened: 'none', over: 'none' } };
const OVER: Incident = { ...LOST, closedAt: NOW, ending: 'over', mails: { opened: 'sent', over: 'none' } };

interface Given {
  incident?: Incident | null;
  answer?: () => { refused: number };
  addresses?: string[];
  attempts?: number;
  rowId?: string;
  change?: Partial<JobContext>;
}

/** One run of the job on the row that names the incident. */
const sent = async ({ incident = LOST, answer = () => ({ refused: 0 }), addresses = ADDRESSES, attempts = 0, rowId = mailRowOf(LOST), change = {} }: Given = {}) => {
  const handed: MailMessage[] = [];
  const before: (Incident | null)[] = [];
  const find = () => test.tables.incidents.find(test.storeHash, LOST.kind, LOST.openedAt);
  const mail: JobContext['mail'] = {
    send: async (message) => {
      handed.push(message);
      before.push(await find());
      return answer();
    },
  };
  const test = await createTestContext({ mail, settings: someSettings({ alerts: { addresses, needsYou: true } }), ...change });
  if (incident) await test.tables.incidents.save(test.storeHash, incident);
  const errors = (await sendMail.run(test.context, [await test.mark(rowId, { thing: 'mail', attempts })])).map(({ error }) => error);
  return { ...test, errors, handed, before, incident: await find(), row: await test.tables.dirty.find(test.storeHash, 'mail', rowId) };
};

describe('a mail about an incident', () => {
  it('goes to each address under an id of the incident’s, and the log says so', async () => {
    const { errors, handed, before, incident, row, entries, commits } = await sent();
    expect(errors).toEqual([]);
    expect(handed).toMatchObject([{ id: '<abc123.hike-reconnect.20260120023000000.opened@app.example.com>', to: ADDRESSES, subject: 'Tote & Co: reconnect Hike' }]);
    expect(before).toMatchObject([{ mails: { opened: 'sending', over: 'none' } }]);
    expect([incident?.mails, row]).toEqual([{ opened: 'sent', over: 'none' }, null]);
    expect(await entries()).toMatchObject([{ thing: 'connection', label: 'Mail to your alert addresses', result: 'done', message: 'Sent to 3 addresses.' }]);
    expect(commits).toEqual(['mail-intent-saved', 'mail-recorded']);
  });

  it('that is over leaves what was told of its begin', async () => {
    const { handed, incident } = await sent({ incident: OVER });
    expect(handed).toMatchObject([{ id: '<abc123.hike-reconnect.20260120023000000.over@app.example.com>', subject: 'Tote & Co: Hike is connected again' }]);
    expect(incident).toEqual({ ...OVER, mails: { opened: 'sent', over: 'sent' } });
  });

  it('gives times in the store’s zone, and leads into the app in the control panel', async () => {
    const { handed: [mail] } = await sent();
    expect(mail?.text).toContain('20 January 2026 at 13:30');
    expect(mail?.text).toContain('Open the app: https://store-abc123.mybigcommerce.com/manage/app/4711\n');
  });

  it('does with what is known of a store that was never read', async () => {
    const { handed: [mail] } = await sent({ change: { store: sampleStore('abc123' as JobContext['storeHash']) } });
    expect(mail).toMatchObject({ subject: 'abc123: reconnect Hike', text: expect.stringContaining('Times are in UTC.') as string });
    expect(mail?.text).toContain('Open the app: https://app.example.com\n');
  });

  it.each([
    [1, 0, 'Sent to 1 address.'],
    [3, 0, 'Sent to 3 addresses.'],
    [3, 1, 'Sent to 2 of 3 addresses; the mail server refused the others.'],
  ])('to %i addresses, %i of them refused, is told as: %s', async (count, refused, message) => {
    const { entries } = await sent({ addresses: ADDRESSES.slice(0, count), answer: () => ({ refused }) });
    expect(await entries()).toMatchObject([{ result: 'done', message }]);
  });

  it('that is refused is a person’s, with the server’s words, and is not offered again', async () => {
    const { errors, incident, row, entries, commits } = await sent({
      answer: () => {
        throw new MailRefused('mailbox full');
      },
    });
    expect([errors, incident?.mails.opened, row]).toEqual([[], 'refused', null]);
    expect(await entries()).toMatchObject([{ result: 'needs-you', problem: { code: 'mail-refused', details: { message: 'mailbox full' } } }]);
    expect(commits).toEqual(['mail-intent-saved', 'mail-recorded']);
  });

  it.each([
    ['of which nothing was sent counts as not told', new TransientFailure('no mail server'), 'none', ['mail-intent-saved', 'mail-not-sent']],
    ['whose answer was lost may have arrived', new UnknownOutcome('cut'), 'sending', ['mail-intent-saved']],
  ])('%s', async (_, failure, opened, committed) => {
    const { errors, incident, row, entries, commits } = await sent({
      answer: () => {
        throw failure;
      },
    });
    expect([errors, incident?.mails.opened, await entries(), commits]).toEqual([[failure], opened, [], committed]);
    expect(row).not.toBeNull();
  });
});

describe('nobody is told', () => {
  it.each<[string, Given]>([
    ['of an incident that was told already', { incident: { ...LOST, mails: { opened: 'sent', over: 'none' } } }],
    ['of one that is not kept', { incident: null }],
    ['by a row that names none', { rowId: 'weather 2026-01-20T02:30:00.000Z' }],
    ['where there is no address', { addresses: [] }],
    ['where the installation sends no mail', { change: { mail: null } }],
  ])('%s, and the log is silent', async (_, given) => {
    const { errors, handed, row, entries, commits } = await sent(given);
    expect([errors, handed, row, await entries(), commits]).toEqual([[], [], null, [], ['mail-row-settled']]);
  });

  it('of what was over before a mail got through, and the log no longer says that it is tried again', async () => {
    const { handed, entries } = await sent({ incident: { ...OVER, mails: { opened: 'none', over: 'none' } }, attempts: 2 });
    expect(handed).toEqual([]);
    expect(await entries()).toMatchObject([{ recordId: mailRowOf(LOST), result: 'left-out', message: 'It was over before the mail could be sent.' }]);
  });
});

describe('the row of a mail', () => {
  it('names its incident', () => {
    expect(incidentOfRow(mailRowOf(LOST))).toEqual({ kind: LOST.kind, openedAt: LOST.openedAt });
  });

  it.each(['', 'hike-reconnect', 'hike-reconnect yesterday', 'weather 2026-01-20T02:30:00.000Z'])('that reads "%s" names none', (id) => {
    expect(incidentOfRow(id)).toBeNull();
  });

  it('is never given up, and needs neither platform', async () => {
    const { mark } = await createTestContext();
    const row = await mark(mailRowOf(LOST), { thing: 'mail' });
    expect(sendMail).toMatchObject({ isUpkeep: true, needs: [] });
    expect(sendMail.subject(row)).toMatchObject({ thing: 'connection', label: 'Mail to your alert addresses' });
  });
});
