import { useState } from 'react';

type Key = string | number;

export interface Selection<Row> {
  /** Selected and still possible: what was dealt with meanwhile falls out by itself. */
  rows: Row[];
  possible: number;
  isAll: boolean;
  has(key: Key): boolean;
  select(key: Key, isSelected: boolean): void;
  selectAll(isSelected: boolean): void;
  clear(): void;
}

interface Selectable<Row> {
  keyOf: (row: Row) => Key;
  /** There is something to do with it that is done to many at once. */
  isPossible: (row: Row) => boolean;
}

const NOTHING: ReadonlySet<Key> = new Set();

export const useSelection = <Row>(rows: readonly Row[], { keyOf, isPossible }: Selectable<Row>): Selection<Row> => {
  const [keys, setKeys] = useState(NOTHING);
  const possible = rows.filter(isPossible);
  const selected = possible.filter((row) => keys.has(keyOf(row)));
  return {
    rows: selected,
    possible: possible.length,
    isAll: possible.length > 0 && selected.length === possible.length,
    has: (key) => selected.some((row) => keyOf(row) === key),
    select: (key, isSelected) => setKeys(new Set(isSelected ? [...keys, key] : [...keys].filter((other) => other !== key))),
    selectAll: (isSelected) => setKeys(isSelected ? new Set(possible.map(keyOf)) : NOTHING),
    clear: () => setKeys(NOTHING),
  };
};
