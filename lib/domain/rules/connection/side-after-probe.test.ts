import { describe, expect, it } from 'vitest';
import type { Probe, SideWatch } from '../../connection-watch';
import type { Instant } from '../../instant';
import { isUnreachable, sideAfterProbe } from './side-after-probe';

const EARLIER = '2026-01-20T03:00:00.000Z' as Instant;
const NOW = '2026-01-20T03:15:00.000Z' as Instant;

const aSide = (rest: Partial<SideWatch>): SideWatch => ({ state: 'connected', since: EARLIER, checkedAt: EARLIER, failures: 0, trouble: null, reason: null, ...rest });

const CONNECTED = aSide({});
const SILENT = aSide({ state: 'attention', failures: 2, trouble: 'unreachable' });
const REFUSING = aSide({ state: 'attention', trouble: 'refused', reason: 'Store is suspended.' });
const LOST = aSide({ state: 'reconnect' });

const ANSWERED: Probe = { kind: 'answered' };
const UNREACHABLE: Probe = { kind: 'unreachable' };
const REFUSED: Probe = { kind: 'refused', reason: 'Plan has ended.' };
const ACCESS_LOST: Probe = { kind: 'access-lost' };
const NOT_ASKED: Probe = { kind: 'not-asked' };

const after = (before: SideWatch | null, probe: Probe, needsPerson = false): SideWatch => sideAfterProbe(before, { probe, needsPerson, now: NOW });
const since = (state: SideWatch['state'], rest: Partial<SideWatch> = {}): SideWatch => aSide({ state, since: NOW, checkedAt: NOW, ...rest });

describe('a side that was looked at', () => {
  it.each([
    ['is connected when it answers for the first time', null, ANSWERED, since('connected')],
    ['is connected since it first was', CONNECTED, ANSWERED, aSide({ checkedAt: NOW })],
    ['is connected since now when it was silent', SILENT, ANSWERED, since('connected')],
    ['is connected since now when it refused', REFUSING, ANSWERED, since('connected')],
    ['is connected since now when it had to be connected again', LOST, ANSWERED, since('connected')],
    ['needs attention when it is silent at the first look', null, UNREACHABLE, since('attention', { trouble: 'unreachable', failures: 1 })],
    ['needs attention since now when it falls silent', CONNECTED, UNREACHABLE, since('attention', { trouble: 'unreachable', failures: 1 })],
    ['needs attention since it first did, and counts on, while it is silent', SILENT, UNREACHABLE, { ...SILENT, checkedAt: NOW, failures: 3 }],
    ['needs attention in the side’s own words', CONNECTED, REFUSED, since('attention', { trouble: 'refused', reason: 'Plan has ended.' })],
    ['has no failures left to count when it answers with a refusal', SILENT, REFUSED, aSide({ state: 'attention', checkedAt: NOW, trouble: 'refused', reason: 'Plan has ended.' })],
    ['keeps no old refusal when it falls silent', REFUSING, UNREACHABLE, aSide({ state: 'attention', checkedAt: NOW, trouble: 'unreachable', failures: 1 })],
    ['stays connected for one refused token', CONNECTED, ACCESS_LOST, CONNECTED],
    ['stays silent for one refused token', SILENT, ACCESS_LOST, SILENT],
    ['is taken for connected at the first look, refused token or not', null, ACCESS_LOST, since('connected', { checkedAt: null })],
    ['is taken for connected, unchecked, when a person connected it again and the quota is used up', LOST, NOT_ASKED, since('connected', { checkedAt: EARLIER })],
    ['stays as it was when the quota is used up', SILENT, NOT_ASKED, SILENT],
    ['is taken for connected before it was ever asked', null, NOT_ASKED, since('connected', { checkedAt: null })],
  ])('%s', (_, before, probe, expected) => {
    expect(after(before, probe)).toEqual(expected);
  });

  it.each([ANSWERED, UNREACHABLE, REFUSED, ACCESS_LOST, NOT_ASKED])('waits for a person once its access is lost, whatever it says (%o)', (probe) => {
    expect(after(SILENT, probe, true)).toEqual(since('reconnect'));
    expect(after(LOST, probe, true)).toEqual(aSide({ state: 'reconnect', checkedAt: NOW }));
  });
});

describe('work that needs a side', () => {
  it.each([
    ['goes on before the side was looked at', null, false],
    ['goes on while the side is connected', CONNECTED, false],
    ['goes on while the side answers, if only with a refusal', REFUSING, false],
    ['waits while the side is silent', SILENT, true],
  ])('%s', (_, side, waits) => {
    expect(isUnreachable(side)).toBe(waits);
  });
});
