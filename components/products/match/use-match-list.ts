import type { ProductsView } from '../../../lib/domain/views/product-views';
import { useView } from '../../shell/session/use-view';
import { addressFromMatchQuery, type MatchQuery } from './match-query';
import { tabToShow } from './match-tabs';

const CALM_MS = 10_000;

/** The list that the address asks for. What needs a person first shows only once the counts have come. */
export const useMatchList = (query: MatchQuery) => {
  const isOpen = query.tab === 'needs-you';
  const { data: known } = useView<ProductsView>(isOpen ? 'products?tab=ambiguous' : null, { refreshInterval: CALM_MS });
  const tab = tabToShow(query.tab, known?.counts ?? null);
  const { data: view, error, mutate } = useView<ProductsView>(`products${addressFromMatchQuery({ ...query, tab })}`, { refreshInterval: CALM_MS, keepPreviousData: true });
  return { tab, view, error, reload: () => void mutate() };
};
