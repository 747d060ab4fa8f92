import { describe, expect, it } from 'vitest';
import type { HealthView, OverviewView } from '../../lib/domain/views/views';
import { shownHealth } from './shown-health';

const health = (state: HealthView['state']): HealthView => ({ thing: 'sales', state, sentence: 'As said', lastSuccess: null, nextCheck: null });

const sides = (hike: OverviewView['hike']['state'], store: OverviewView['store']['state'] = 'active'): Pick<OverviewView, 'hike' | 'store'> => ({
  hike: { state: hike, shopName: null, trouble: null, candidate: null },
  store: { name: 'Fern & Flask', hash: 'abc', timeZone: 'UTC', currency: 'AUD', controlPanelUrl: null, state: store, noticesGoodAt: null },
});

describe('shownHealth', () => {
  it.each([
    ['up-to-date', sides('connected'), 'up-to-date'],
    ['needs-you', sides('connected'), 'needs-you'],
    ['up-to-date', sides('reconnect'), 'stopped'],
    ['needs-you', sides('connected', 'reauthorise'), 'stopped'],
    ['behind', sides('reconnect'), 'stopped'],
    ['paused', sides('reconnect'), 'paused'],
    ['idle', sides('not-connected'), 'idle'],
  ] as const)('%s with %j shows %s', (state, overview, shown) => {
    expect(shownHealth(health(state), overview).state).toBe(shown);
  });
});
