import { expect, test } from 'vitest';
import { entryChanges } from './entry-changes';

test('an entry that changed fields tells what each was and became', () => {
  const changes = [{ label: 'Price', before: 'A$22.00', after: 'A$99.50' }];
  expect(entryChanges({ changes, calls: 2 })).toEqual(changes);
});

test.each([[null], [{}], [{ changes: 'Price' }], [{ changes: [{ label: 'Price', before: 22, after: null }] }]])('any other detail has no changes to show: %j', (detail) => {
  expect(entryChanges(detail)).toEqual([]);
});
