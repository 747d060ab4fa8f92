import type { Probe, SideWatch } from '../../connection-watch';
import type { Instant } from '../../instant';

interface Look {
  probe: Probe;
  /** Access is lost for good: a person has to connect again. */
  needsPerson: boolean;
  now: Instant;
}

/** How a side stands after a look at it; `since` moves only when the state does. */
export const sideAfterProbe = (before: SideWatch | null, { probe, needsPerson, now }: Look): SideWatch => {
  const inState = (state: SideWatch['state'], found: Partial<SideWatch> = {}): SideWatch => ({
    state,
    since: before?.state === state ? before.since : now,
    checkedAt: now,
    failures: 0,
    trouble: null,
    reason: null,
    ...found,
  });
  if (needsPerson) return inState('reconnect');
  switch (probe.kind) {
    case 'answered':
      return inState('connected');
    case 'refused':
      return inState('attention', { trouble: 'refused', reason: probe.reason });
    case 'unreachable':
      return inState('attention', { trouble: 'unreachable', failures: (before?.failures ?? 0) + 1 });
    // One refused token is no proof yet, and an exhausted quota says nothing.
    case 'access-lost':
    case 'not-asked':
      return before === null || before.state === 'reconnect' ? inState('connected', { checkedAt: before?.checkedAt ?? null }) : before;
  }
};

/** While a side does not answer, what needs it waits: nothing is tried, so nothing fails. */
export const isUnreachable = (side: SideWatch | null): boolean => side?.trouble === 'unreachable';
