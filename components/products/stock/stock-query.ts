import { pageOffset } from '../../ui/page-offset';

export interface StockQuery {
  search: string;
  /** Those alone whose zero waits for a person. */
  held: boolean;
  offset: number;
  /** Whose timeline is open: a product row of Hike's that is sold. */
  timeline: number | null;
}

export const stockQueryFromAddress = (params: Pick<URLSearchParams, 'get'>): StockQuery => {
  const timeline = Number(params.get('timeline') ?? 0);
  return {
    search: params.get('search') ?? '',
    held: params.get('held') === 'true',
    offset: pageOffset(params),
    timeline: Number.isSafeInteger(timeline) && timeline > 0 ? timeline : null,
  };
};

const addressOf = (params: URLSearchParams): string => (params.size === 0 ? '' : `?${params.toString()}`);

/** The list as the API takes it. */
export const listFromStockQuery = ({ search, held, offset }: StockQuery): string => {
  const params = new URLSearchParams();
  if (search !== '') params.set('search', search);
  if (held) params.set('held', 'true');
  if (offset > 0) params.set('offset', String(offset));
  return addressOf(params);
};

/** For the page's address, which also holds the timeline that is open. */
export const addressFromStockQuery = (query: StockQuery): string => {
  const params = new URLSearchParams(listFromStockQuery(query));
  if (query.timeline !== null) params.set('timeline', String(query.timeline));
  return addressOf(params);
};
