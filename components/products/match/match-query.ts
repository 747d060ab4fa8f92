import { PRODUCTS_TABS } from '../../../lib/domain/views/product-views';
import { pageOffset } from '../../ui/page-offset';
import type { MatchTab } from './match-tabs';

export interface MatchQuery {
  tab: MatchTab;
  search: string;
  offset: number;
}

const FIRST_TAB: MatchTab = 'linked';
const TABS: readonly MatchTab[] = [...PRODUCTS_TABS, 'needs-you'];

/** From the page's address; what makes no sense there reads as the first page of linked products. */
export const matchQueryFromAddress = (params: Pick<URLSearchParams, 'get'>): MatchQuery => ({
  tab: TABS.find((tab) => tab === params.get('tab')) ?? FIRST_TAB,
  search: params.get('search') ?? '',
  offset: pageOffset(params),
});

/** For the page's address and for the API alike. */
export const addressFromMatchQuery = ({ tab, search, offset }: MatchQuery): string => {
  const params = new URLSearchParams();
  if (tab !== FIRST_TAB) params.set('tab', tab);
  if (search !== '') params.set('search', search);
  if (offset > 0) params.set('offset', String(offset));
  return params.size === 0 ? '' : `?${params.toString()}`;
};
