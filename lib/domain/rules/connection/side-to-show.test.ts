import { expect, test } from 'vitest';
import type { SideWatch } from '../../connection-watch';
import type { Instant } from '../../instant';
import { sideToShow } from './side-to-show';

const since = '2026-01-20T03:00:00.000Z' as Instant;
const found = (state: SideWatch['state']): SideWatch => ({ state, since, checkedAt: since, failures: 2, trouble: state === 'attention' ? 'unreachable' : null, reason: null });

test.each([
  ['connected', 'connected'],
  ['attention', 'connected'],
  ['reconnect', 'reconnect'],
] as const)('a side found as %s is shown while it is %s', (state, known) => {
  expect(sideToShow(found(state), known)).toEqual({ state, since, trouble: state === 'attention' ? 'unreachable' : null, reason: null });
});

test.each([
  ['connected', 'reconnect'],
  ['attention', 'reconnect'],
  ['reconnect', 'connected'],
  ['connected', 'not-connected'],
  ['reconnect', 'not-connected'],
] as const)('a side found as %s is not shown when it is known to be %s since', (state, known) => {
  expect(sideToShow(found(state), known)).toBeNull();
});

test('a side that was never looked at is not shown', () => {
  expect(sideToShow(null, 'connected')).toBeNull();
});
