import { useState } from 'react';
import type { ProductRow, ProductsView } from '../../../lib/domain/views/product-views';
import { type Selection, useSelection } from '../../ui/use-selection';
import { bulkVerbsOf, VERBS_OF_TAB } from './match-verbs';

export interface MatchSelection extends Selection<ProductRow> {
  /** All that the tab and the search hold, on every page. */
  isEverything: boolean;
  /** There is more than this page, and something to do with all of it. */
  canBeEverything: boolean;
  total: number;
  selectEverything(): void;
}

const SELECTABLE = { keyOf: ({ key }: ProductRow) => key, isPossible: (row: ProductRow) => bulkVerbsOf(row).length > 0 };

/** The rows that are ticked, or everything; to touch a tick is to leave "everything". */
export const useMatchSelection = ({ rows, total, tab }: ProductsView): MatchSelection => {
  const [isEverything, setEverything] = useState(false);
  const selection = useSelection(rows, SELECTABLE);
  return {
    ...selection,
    isEverything,
    canBeEverything: total > rows.length && VERBS_OF_TAB[tab].length > 0,
    total,
    select: (key, isSelected) => {
      setEverything(false);
      selection.select(key, isSelected);
    },
    selectAll: (isSelected) => {
      setEverything(false);
      selection.selectAll(isSelected);
    },
    selectEverything: () => {
      setEverything(true);
      selection.selectAll(true);
    },
    clear: () => {
      setEverything(false);
      selection.clear();
    },
  };
};
