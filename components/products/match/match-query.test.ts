import { expect, test } from 'vitest';
import { addressFromMatchQuery, matchQueryFromAddress } from './match-query';

const read = (address: string) => matchQueryFromAddress(new URLSearchParams(address));

test('reads what it wrote', () => {
  for (const query of [
    { tab: 'linked', search: '', offset: 0 },
    { tab: 'needs-you', search: 'tee & co', offset: 50 },
  ] as const) {
    expect(read(addressFromMatchQuery(query))).toEqual(query);
  }
});

test('takes an address that makes no sense for the first page of linked products', () => {
  expect(read('?tab=everything&offset=-3')).toEqual({ tab: 'linked', search: '', offset: 0 });
});
