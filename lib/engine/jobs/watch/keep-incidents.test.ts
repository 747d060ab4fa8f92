import { describe, expect, it } from 'vitest';
import type { ConnectionWatch, SideWatch } from '../../../domain/connection-watch';
import type { Thing } from '../../../domain/entry';
import type { Incident } from '../../../domain/incident';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { problem } from '../../../domain/problems';
import { someSettings } from '../../../domain/testing/a-shop';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { keepIncidents } from './keep-incidents';
import { mailRowOf } from './mail-row';

const HOUR_AGO = '2026-01-20T02:00:00.000Z' as Instant;
const CONNECTED: SideWatch = { state: 'connected', since: HOUR_AGO, checkedAt: NOW, failures: 0, trouble: null, reason: null };
const BOTH: ConnectionWatch = { bigcommerce: CONNECTED, hike: CONNECTED };
const HIKE_LOST: ConnectionWatch = { bigcommerce: CONNECTED, hike: { ...CONNECTED, state: 'reconnect' } };
const OPEN: Incident = { kind: 'hike-reconnect', openedAt: HOUR_AGO, closedAt: null, ending: null, counts: {}, mails: { opened: 'none', over: 'none' } };
const MAIL: JobContext['mail'] = { send: async () => ({ refused: 0 }) };

/** What stands in the log as a person's, by its thing and the minutes since. */
type NeedsYou = [thing: Thing, minutesAgo: number];

const kept = async (watch: ConnectionWatch, { known = [] as Incident[], needsYou = [] as NeedsYou[], change = {} as Partial<JobContext> } = {}) => {
  const test = await createTestContext({ mail: MAIL, settings: someSettings({ alerts: { addresses: ['ana@example.com'], needsYou: true } }), ...change });
  const { context, tables, storeHash, database } = test;
  for (const incident of known) await tables.incidents.save(storeHash, incident);
  for (const [index, [thing, minutes]] of needsYou.entries()) {
    const at = instantPlus(NOW, -minutes * 60_000);
    const subject = { thing, direction: 'hike-to-bigcommerce', label: '', bigcommerceId: null, hikeId: null } as const;
    const entry = entryOf({ now: () => at }, { row: { id: String(index), trigger: 'schedule' }, subject, outcome: refusalOf(problem(index % 2 ? 'order-gone' : 'order-archived')) });
    await tables.entries.record(storeHash, entry);
  }
  const keep = () => database.transaction('connections-watched', (inside) => keepIncidents(context, inside, watch));
  await keep();
  const rowOf = (incident: Incident) => tables.dirty.find(storeHash, 'mail', mailRowOf(incident));
  return { ...test, keep, rowOf, incidents: await tables.incidents.listNewest(storeHash), mails: await tables.dirty.count(storeHash, 'mail') };
};

describe('incidents', () => {
  it('that open are kept, and a mail is to tell of them', async () => {
    const { incidents: [incident], rowOf } = await kept(HIKE_LOST);
    expect(incident).toEqual({ ...OPEN, openedAt: NOW });
    expect(await rowOf(incident!)).toMatchObject({ priority: 30, notBefore: NOW, trigger: 'follow-up' });
  });

  it('that are over are told of where their begin was', async () => {
    const { incidents, mails } = await kept(BOTH, { known: [{ ...OPEN, mails: { opened: 'sent', over: 'none' } }] });
    expect([incidents, mails]).toMatchObject([[{ openedAt: HOUR_AGO, closedAt: NOW, ending: 'over' }], 1]);
    expect((await kept(BOTH, { known: [OPEN] })).mails).toBe(0);
  });

  it('of which a mail was lost before it was asked for are told of at the next look', async () => {
    expect((await kept(HIKE_LOST, { known: [OPEN] })).mails).toBe(1);
    expect((await kept(HIKE_LOST, { known: [{ ...OPEN, mails: { opened: 'sent', over: 'none' } }] })).mails).toBe(0);
    const silent: SideWatch = { ...CONNECTED, state: 'attention', trouble: 'unreachable' };
    expect((await kept({ ...HIKE_LOST, bigcommerce: silent }, { known: [{ ...OPEN, kind: 'bigcommerce-unreachable' }] })).mails).toBe(2);
  });

  it('are kept, and told of to nobody, where the installation sends no mail', async () => {
    const { incidents, mails } = await kept(HIKE_LOST, { change: { mail: null } });
    expect([incidents.length, mails]).toEqual([1, 0]);
  });

  it('leave a mail that waits for its next try its time', async () => {
    const { keep, rowOf, tables, storeHash, incidents: [incident], clock } = await kept(HIKE_LOST);
    const later = instantPlus(NOW, 3_600_000);
    await tables.dirty.postpone(storeHash, (await rowOf(incident!))!, later);
    await clock.advance(60_000);
    await keep();
    expect(await rowOf(incident!)).toMatchObject({ attempts: 1, notBefore: later, version: 1 });
  });
});

describe('records that need a person', () => {
  it('are counted by their thing, whatever the cause', async () => {
    const { incidents } = await kept(BOTH, { needsYou: [['order', 9], ['order', 8], ['sale', 5]] });
    expect(incidents).toMatchObject([{ kind: 'needs-you', counts: { order: 2, sale: 1 } }]);
  });

  it.each<[Thing]>([['connection'], ['settings']])('are not those of the %s: they have places of their own', async (thing) => {
    expect((await kept(BOTH, { needsYou: [[thing, 5]] })).incidents).toEqual([]);
  });

  it('open an incident by the newest of them, where a person has looked since the others', async () => {
    const { context } = await createTestContext();
    const seen = (minutes: number) => ({ store: { ...context.store, lastSeenAt: instantPlus(NOW, -minutes * 60_000) } });
    const records: NeedsYou[] = [['sale', 4], ['order', 20]];
    for (const needsYou of [records, records.toReversed()]) {
      expect((await kept(BOTH, { needsYou, change: seen(10) })).incidents).toHaveLength(1);
      expect((await kept(BOTH, { needsYou, change: seen(3) })).incidents).toHaveLength(0);
    }
  });
});
