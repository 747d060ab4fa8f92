import type { LogFilters } from './log-filters';

/** The filters as a query, for the page's address and for the API alike; equal filters make equal queries. */
export const queryFromFilters = ({ results, direction, thing, days, search }: LogFilters): string => {
  const query = new URLSearchParams();
  if (results.length > 0) query.set('result', results.join(','));
  if (direction !== null) query.set('direction', direction);
  if (thing !== null) query.set('thing', thing);
  if (days !== null) query.set('days', String(days));
  if (search !== '') query.set('search', search);
  return query.toString();
};
