import { describe, expect, test } from 'vitest';
import type { ProductRow } from '../../../lib/domain/views/product-views';
import { bulkVerbs, bulkVerbsOf, verbsOf } from './match-verbs';

const NOTHING = { link: false, linkCandidate: false, unlink: false, ignore: false, unignore: false, hide: false, delete: false, keep: false, sendToHike: false, retry: false };
const row = (key: string, can: Partial<ProductRow['can']>) => ({ key, can: { ...NOTHING, ...can } }) as ProductRow;

describe('what can be done to products', () => {
  test('is told by the row alone', () => {
    expect(verbsOf(row('hike:1', { retry: true, ignore: true, link: true }))).toEqual(['retry', 'ignore']);
    expect(verbsOf(row('hike:2', { hide: true, delete: true, keep: true }))).toEqual(['hide', 'delete', 'keep']);
    expect(verbsOf(row('hike:3', { link: true, linkCandidate: true }))).toEqual([]);
  });

  test('to many at once touches those alone that it can be done to', () => {
    const one = row('hike:1', { retry: true, ignore: true });
    const other = row('hike:2', { ignore: true });
    expect(bulkVerbs([one, other])).toEqual([
      { verb: 'retry', rows: [one] },
      { verb: 'ignore', rows: [one, other] },
    ]);
    expect(bulkVerbs([])).toEqual([]);
  });

  test('to many at once links those that have one candidate', () => {
    const one = row('hike:1', { link: true, linkCandidate: true, retry: true });
    expect(bulkVerbsOf(one)).toEqual(['link-candidate', 'retry']);
    expect(bulkVerbs([one, row('hike:2', { link: true })])).toEqual([
      { verb: 'link-candidate', rows: [one] },
      { verb: 'retry', rows: [one] },
    ]);
  });
});
