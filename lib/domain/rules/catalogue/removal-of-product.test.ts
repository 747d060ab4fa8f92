import { describe, expect, it } from 'vitest';
import { someSettings } from '../../testing/a-shop';
import { removalOfProduct, type Removal } from './removal-of-product';

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
