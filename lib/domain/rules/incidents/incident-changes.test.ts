import { describe, expect, it } from 'vitest';
import type { SideWatch } from '../../connection-watch';
import type { Incident, IncidentKind } from '../../incident';
import type { Instant } from '../../instant';
import { instantPlus } from '../../instant-arithmetic';
import { incidentChanges, type IncidentFacts } from './incident-changes';

const NOW = '2026-01-20T12:00:00.000Z' as Instant;
const ago = (minutes: number): Instant => instantPlus(NOW, -minutes * 60_000);

const aSide = (rest: Partial<SideWatch> = {}): SideWatch => ({ state: 'connected', since: ago(600), checkedAt: NOW, failures: 0, trouble: null, reason: null, ...rest });
const CONNECTED = aSide();
const LOST = aSide({ state: 'reconnect', since: ago(1) });
const REFUSING = aSide({ state: 'attention', trouble: 'refused', reason: 'no' });
const silentFor = (minutes: number): SideWatch => aSide({ state: 'attention', trouble: 'unreachable', failures: 3, since: ago(minutes) });

const open = (kind: IncidentKind, rest: Partial<Incident> = {}): Incident => ({ kind, openedAt: ago(120), closedAt: null, ending: null, counts: {}, mails: { opened: 'sent', over: 'none' }, ...rest });
const closed = (kind: IncidentKind, closedAt: Instant): Incident => open(kind, { closedAt, ending: 'over' });

const NOBODY: IncidentFacts['needsYou'] = { counts: {}, newest: null };
const found = (facts: Partial<IncidentFacts>): Incident[] =>
  incidentChanges({ now: NOW, watch: { bigcommerce: CONNECTED, hike: CONNECTED }, needsYou: NOBODY, lastSeenAt: null, known: [], ...facts });

/** "+kind" for one that opens, "kind over" and "kind replaced" for one that closes. */
const inWords = (changes: readonly Incident[]): string[] => changes.map(({ kind, ending }) => (ending === null ? `+${kind}` : `${kind} ${ending}`));

const SIDES = [
  ['hike', 'hike-reconnect', 'hike-unreachable'],
  ['bigcommerce', 'bigcommerce-reconnect', 'bigcommerce-unreachable'],
] as const;

describe.each(SIDES)('what goes wrong with %s', (name, reconnect, unreachable) => {
  const words = (side: SideWatch | null, ...known: Incident[]) => inWords(found({ watch: { bigcommerce: CONNECTED, hike: CONNECTED, [name]: side }, known }));

  it.each<[string, SideWatch | null, Incident[], string[]]>([
    ['is nothing while it is connected', CONNECTED, [], []],
    ['is nothing while it is not there', null, [], []],
    ['is nothing that opens for a refusal', REFUSING, [], []],
    ['opens when its access is lost', LOST, [], [`+${reconnect}`]],
    ['opens once while its access is lost', LOST, [open(reconnect)], []],
    ['opens anew when its access is lost again', LOST, [closed(reconnect, ago(60))], [`+${reconnect}`]],
    ['is over when it is connected again', CONNECTED, [open(reconnect)], [`${reconnect} over`]],
    ['is not over yet when it was connected again and does not answer', silentFor(5), [open(reconnect)], []],
    ['is not over yet when it was connected again and refuses', REFUSING, [open(reconnect)], []],
    ['is nobody’s concern when it is no longer there', null, [open(reconnect)], [`${reconnect} replaced`]],
    ['does not open while it is silent for less than half an hour', silentFor(29), [], []],
    ['opens when it is silent for half an hour', silentFor(30), [], [`+${unreachable}`]],
    ['opens once while it is silent', silentFor(300), [open(unreachable)], []],
    ['is over when it answers', CONNECTED, [open(unreachable)], [`${unreachable} over`]],
    ['gives way when it answers with a refusal', REFUSING, [open(unreachable)], [`${unreachable} replaced`]],
    ['gives way when it turns out to be its access', LOST, [open(unreachable)], [`+${reconnect}`, `${unreachable} replaced`]],
    ['stays closed once it was closed', CONNECTED, [closed(reconnect, ago(60)), closed(unreachable, ago(60))], []],
  ])('%s', (_, side, known, expected) => {
    expect(words(side, ...known)).toEqual(expected);
  });
});

describe('incidents', () => {
  it('of both sides are two', () => {
    expect(inWords(found({ watch: { bigcommerce: silentFor(40), hike: LOST } }))).toEqual(['+bigcommerce-unreachable', '+hike-reconnect']);
  });

  it('open now, untold', () => {
    expect(found({ watch: { bigcommerce: CONNECTED, hike: LOST } })).toEqual([open('hike-reconnect', { openedAt: NOW, mails: { opened: 'none', over: 'none' } })]);
  });

  it('close now, and keep what was told of them', () => {
    expect(found({ known: [open('hike-reconnect')] })).toEqual([open('hike-reconnect', { closedAt: NOW, ending: 'over' })]);
  });
});

describe('records that need a person', () => {
  const some = (newest: Instant): IncidentFacts['needsYou'] => ({ counts: { order: 2 }, newest });
  const words = (newest: Instant | null, lastSeenAt: Instant | null, ...known: Incident[]) =>
    inWords(found({ needsYou: newest === null ? NOBODY : some(newest), lastSeenAt, known }));

  it.each<[string, Instant | null, Instant | null, Incident[], string[]]>([
    ['are none', null, null, [], []],
    ['open one incident when nobody ever looked', ago(5), null, [], ['+needs-you']],
    ['open one when nobody has looked since', ago(5), ago(10), [], ['+needs-you']],
    ['open none when somebody has looked since', ago(10), ago(5), [], []],
    ['open none when somebody looked at that moment', ago(10), ago(10), [], []],
    ['open no second one while it is open and nobody looks', ago(5), ago(180), [open('needs-you')], []],
    ['open no second one when somebody looked and none is new', ago(60), ago(30), [open('needs-you')], []],
    ['open a new one in its place when more came after somebody had looked', ago(5), ago(30), [open('needs-you')], ['needs-you replaced', '+needs-you']],
    ['are over when none is left', null, ago(30), [open('needs-you')], ['needs-you over']],
    ['stay over', null, null, [closed('needs-you', ago(60))], []],
    ['open again when one is newer than the last end', ago(5), null, [closed('needs-you', ago(60))], ['+needs-you']],
    ['do not open again for one from before the last end', ago(90), null, [closed('needs-you', ago(60))], []],
  ])('%s', (_, newest, lastSeenAt, known, expected) => {
    expect(words(newest, lastSeenAt, ...known)).toEqual(expected);
  });

  it('are counted when it opens', () => {
    expect(found({ needsYou: some(ago(5)) })).toMatchObject([{ kind: 'needs-you', counts: { order: 2 } }]);
  });
});
