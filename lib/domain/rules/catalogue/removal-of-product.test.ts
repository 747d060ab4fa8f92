import { describe, expect, it } from 'vitest';
import { someSettings } from '../../testing/a-shop';
import { decisionHolds, removalOfProduct, type Removal, type RemovalReason } from './removal-of-product';

const REMOVAL: Removal = { reason: 'gone', decision: null, isMass: false };

describe('removalOfProduct', () => {
  it.each<[string, string, Partial<Removal>, string]>([
    ['asks unless told otherwise', 'ask', {}, 'ask'],
    ['hides where the setting says so', 'hide', {}, 'hide'],
    ['deletes what is gone where the setting says so', 'delete', {}, 'delete'],
    ['hides what is inactive, for it may come back', 'delete', { reason: 'inactive' }, 'hide'],
    ['hides what is no longer ticked, for it may come back', 'delete', { reason: 'unticked' }, 'hide'],
    ['does as a person decided', 'hide', { decision: 'keep' }, 'keep'],
    ['deletes nothing that is there still, whoever decided so', 'ask', { decision: 'delete', reason: 'inactive' }, 'hide'],
    ['asks where too many go at once', 'hide', { isMass: true }, 'ask'],
    ['takes a person’s word for many, too', 'ask', { isMass: true, decision: 'delete' }, 'delete'],
  ])('%s', (_, deletes, change, expected) => {
    expect(removalOfProduct({ ...REMOVAL, ...change }, someSettings({ catalogue: { deletes } }))).toBe(expected);
  });
});

describe('decisionHolds', () => {
  it.each<[string, RemovalReason | null, RemovalReason | null, boolean]>([
    ['as long as nothing changes', 'unticked', 'unticked', true],
    ['while it is not sold online, whatever the reason', 'unticked', 'inactive', true],
    ['while it is gone', 'gone', 'gone', true],
    ['not once it is sold online again', 'inactive', null, false],
    ['not for what is gone, where it was given for what was not', 'unticked', 'gone', false],
    ['not for what is there again, where it was given for what was gone', 'gone', 'unticked', false],
    ['not where it was given for nothing', null, 'unticked', false],
  ])('holds %s', (_, given, now, expected) => {
    expect(decisionHolds(given, now)).toBe(expected);
  });
});
