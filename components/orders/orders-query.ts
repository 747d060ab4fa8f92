import type { OrdersTab } from '../../lib/domain/views/views';
import { pageOffset } from '../ui/page-offset';
import { TABS } from './order-words';

export interface OrdersQuery {
  tab: OrdersTab;
  search: string;
  offset: number;
}

const FIRST_TAB: OrdersTab = 'to-import';

/** From the page's address; what makes no sense there reads as the first page of orders to import. */
export const ordersQueryFromAddress = (params: Pick<URLSearchParams, 'get'>): OrdersQuery => ({
  tab: TABS.find((tab) => tab === params.get('tab')) ?? FIRST_TAB,
  search: params.get('search') ?? '',
  offset: pageOffset(params),
});

/** For the page's address and for the API alike. */
export const addressFromOrdersQuery = ({ tab, search, offset }: OrdersQuery): string => {
  const params = new URLSearchParams();
  if (tab !== FIRST_TAB) params.set('tab', tab);
  if (search !== '') params.set('search', search);
  if (offset > 0) params.set('offset', String(offset));
  return params.size === 0 ? '' : `?${params.toString()}`;
};
