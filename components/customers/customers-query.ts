import { CUSTOMER_STATES, type CustomerState } from '../../lib/domain/catalogue-words';
import { pageOffset } from '../ui/page-offset';

export interface CustomersQuery {
  state: CustomerState | 'all';
  search: string;
  offset: number;
}

/** From the page's address; what makes no sense there reads as the first page of all customers. */
export const customersQueryFromAddress = (params: Pick<URLSearchParams, 'get'>): CustomersQuery => ({
  state: CUSTOMER_STATES.find((state) => state === params.get('state')) ?? 'all',
  search: params.get('search') ?? '',
  offset: pageOffset(params),
});

/** For the page's address and for the API alike. */
export const addressFromCustomersQuery = ({ state, search, offset }: CustomersQuery): string => {
  const params = new URLSearchParams();
  if (state !== 'all') params.set('state', state);
  if (search !== '') params.set('search', search);
  if (offset > 0) params.set('offset', String(offset));
  return params.size === 0 ? '' : `?${params.toString()}`;
};
