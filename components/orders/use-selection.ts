import { useState } from 'react';
import type { OrderRow } from '../../lib/domain/views/views';

export interface Selection {
  /** Selected and still possible: what was imported meanwhile falls out by itself. */
  orders: OrderRow[];
  possible: number;
  isAll: boolean;
  has(id: number): boolean;
  select(id: number, isSelected: boolean): void;
  selectAll(isSelected: boolean): void;
  clear(): void;
}

const NOTHING: ReadonlySet<number> = new Set();

export const useSelection = (rows: readonly OrderRow[]): Selection => {
  const [ids, setIds] = useState(NOTHING);
  const possible = rows.filter(({ canImport }) => canImport);
  const orders = possible.filter(({ id }) => ids.has(id));
  return {
    orders,
    possible: possible.length,
    isAll: possible.length > 0 && orders.length === possible.length,
    has: (id) => orders.some((order) => order.id === id),
    select: (id, isSelected) => setIds(new Set(isSelected ? [...ids, id] : [...ids].filter((other) => other !== id))),
    selectAll: (isSelected) => setIds(isSelected ? new Set(possible.map(({ id }) => id)) : NOTHING),
    clear: () => setIds(NOTHING),
  };
};
