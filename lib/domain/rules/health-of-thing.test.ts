import { describe, expect, it } from 'vitest';
import type { Instant } from '../instant';
import { healthOf, type ThingFacts } from './health-of-thing';

const at = (time: string) => `2026-03-01T${time}.000Z` as Instant;
const calm: ThingFacts = { now: at('10:00:00'), waitsFor: null, isPaused: false, needsYou: 0, nextCheck: at('10:00:10') };

describe('the health of a thing', () => {
  it.each([
    ['waits for the set-up before anything else', { waitsFor: 'set-up', isPaused: true, needsYou: 3 }, 'idle', 'Waits for the set-up'],
    ['waits for Start where a dry run comes first', { waitsFor: 'start', needsYou: 3 }, 'idle', 'Not started yet'],
    ['waits for a look at what would be written', { waitsFor: 'look', needsYou: 3 }, 'held', 'Changes wait for you'],
    ['says that it is paused', { isPaused: true, needsYou: 3 }, 'paused', 'Paused'],
    ['counts one that needs a person', { needsYou: 1 }, 'needs-you', '1 needs you'],
    ['counts several that need a person', { needsYou: 2 }, 'needs-you', '2 need you'],
    ['is behind by whole minutes when a look is overdue', { nextCheck: at('09:55:30') }, 'behind', 'Behind 4 min'],
    ['does not call a round that is just running late', { nextCheck: at('09:58:30') }, 'up-to-date', 'Up to date'],
    ['is up to date while the next look lies ahead', {}, 'up-to-date', 'Up to date'],
  ] as const)('%s', (_, change, state, sentence) => {
    expect(healthOf({ ...calm, ...change })).toMatchObject({ state, sentence });
  });
});
