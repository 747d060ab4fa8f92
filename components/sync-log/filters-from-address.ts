import { DIRECTIONS, RESULTS, THINGS } from '../../lib/domain/entry-words';
import { DAYS_CHOICES, type LogFilters } from './log-filters';

/** As long as the API takes. */
const LONGEST_SEARCH = 200;

/** The part of an address that filters are read from: `URLSearchParams`, or Next's copy that cannot be written. */
export type AddressQuery = Pick<URLSearchParams, 'get'>;

/** Anybody may write or cut short an address: what is not understood is not filtered by, and never sent to the API. */
export const filtersFromAddress = (address: AddressQuery): LogFilters => {
  const named = new Set(address.get('result')?.split(','));
  return {
    results: RESULTS.filter((result) => named.has(result)),
    direction: DIRECTIONS.find((direction) => direction === address.get('direction')) ?? null,
    thing: THINGS.find((thing) => thing === address.get('thing')) ?? null,
    days: DAYS_CHOICES.find((days) => String(days) === address.get('days')) ?? null,
    search: (address.get('search') ?? '').trim().slice(0, LONGEST_SEARCH).trim(),
  };
};
