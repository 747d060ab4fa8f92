import { expect, test } from 'vitest';
import { addressFromOrdersQuery, ordersQueryFromAddress } from './orders-query';

const read = (address: string) => ordersQueryFromAddress(new URLSearchParams(address));

test.each([
  ['', { tab: 'to-import', search: '', offset: 0 }],
  ['?tab=needs-you', { tab: 'needs-you', search: '', offset: 0 }],
  ['?tab=all&search=Ana+Lee&offset=50', { tab: 'all', search: 'Ana Lee', offset: 50 }],
] as const)('reads “%s”, and writes it back', (address, query) => {
  expect(read(address)).toEqual(query);
  expect(addressFromOrdersQuery(query)).toBe(address);
});

test.each(['?tab=nonsense', '?offset=-5', '?offset=1e400', '?offset=2.5', '?offset=many', '?tab=constructor'])('reads %s as the first page of orders to import', (address) => {
  expect(read(address)).toEqual({ tab: 'to-import', search: '', offset: 0 });
});
