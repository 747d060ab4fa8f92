import { describe, expect, it } from 'vitest';
import type { Result } from '../entry';
import { RESULTS } from '../entry-words';
import { Instant } from '../instant';
import { problem } from '../problems';
import { entryRow, type ListedEntry } from './entry-row';

const row = (change: Partial<ListedEntry> = {}, controlPanelUrl: string | null = 'https://store.example') =>
  entryRow(
    { id: '1', at: Instant.parse('2026-01-15T03:20:00.000Z'), direction: 'bigcommerce-to-hike', thing: 'order', label: 'Order 1042', bigcommerceId: '1042', hikeId: '501', result: 'done', problem: null, message: 'Imported.', trigger: 'person', attempts: 1, nextTryAt: null, detail: null, ...change },
    controlPanelUrl,
  );

describe('entryRow', () => {
  it('shows what it changed, apart from the rest of its detail', () => {
    const changes = [{ label: 'Price', before: 'A$22.00', after: 'A$99.50' }];
    expect(row({ detail: { changes, calls: 2 } }).changes).toEqual(changes);
    expect(row().changes).toEqual([]);
  });

  it('links both ids', () => {
    expect(row()).toMatchObject({ bigcommerce: { id: '1042', url: 'https://store.example/manage/orders/1042' }, hike: { id: '501' }, resultLabel: 'Done', problem: null, canRetry: false, canIgnore: false });
  });

  it.each<[string, ListedEntry['thing'], string | null, string | null, object | null]>([
    ['nothing where there is no id', 'order', null, 'https://store.example', null],
    ['the id alone before BigCommerce has told its address', 'sale', '1042', null, { id: '1042', url: null }],
    ['the id alone of a customer', 'customer', '7', 'https://store.example', { id: '7', url: null }],
    ['the order that a sale became', 'sale', '1042', 'https://store.example', { id: '1042', url: 'https://store.example/manage/orders/1042' }],
  ])('shows %s', (_, thing, bigcommerceId, url, expected) => {
    expect(row({ thing, bigcommerceId, hikeId: null }, url)).toMatchObject({ bigcommerce: expected, hike: null });
  });

  const labels: Record<Result, [label: string, canRetry: boolean, canIgnore: boolean]> = {
    done: ['Done', false, false],
    'no-change': ['No change', false, false],
    waiting: ['Waiting', false, false],
    retrying: ['Retrying (attempt 2)', true, false],
    checking: ['Checking', false, false],
    'needs-you': ['Needs you', true, true],
    'left-out': ['Left out by rule', false, false],
    ignored: ['Ignored', true, false],
  };

  it.each(RESULTS)('says what a result of “%s” means and offers', (result) => {
    const [resultLabel, canRetry, canIgnore] = labels[result];
    expect(row({ result })).toMatchObject({ resultLabel, canRetry, canIgnore });
  });

  it('offers no retry for what no job stands behind', () => {
    expect(row({ thing: 'connection', result: 'needs-you' })).toMatchObject({ canRetry: false, canIgnore: true });
  });

  it.each([
    ['product', problem('gave-up'), true],
    ['stock', problem('refused-by-bigcommerce'), true],
    ['customer', problem('not-understood'), true],
    ['product', problem('product-match-ambiguous'), false],
    ['product', null, false],
    ['order', problem('item-not-understood'), false],
  ] as const)('offers to try a %s again where that is the remedy: %j', (thing, cause, canRetry) => {
    expect(row({ thing, problem: cause, result: 'needs-you' }).canRetry).toBe(canRetry);
    if (thing !== 'order') expect(row({ thing, problem: cause, result: 'ignored' }).canRetry).toBe(false);
  });

  it('explains its problem', () => {
    expect(row({ result: 'needs-you', problem: problem('register-gone') }).problem).toEqual({
      code: 'register-gone',
      sentence: 'The register chosen in Settings is no longer in Hike.',
      remedy: 'Choose another register.',
      action: 'open-settings',
    });
  });
});
