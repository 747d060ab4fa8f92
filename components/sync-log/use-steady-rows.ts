import { useState, type FocusEvent, type PointerEvent } from 'react';
import { steadyRows, type SteadyRows } from './steady-rows';

interface Steady<Row> extends SteadyRows<Row> {
  showArrivals: () => void;
  /** For the element around the rows: while the mouse or the focus is inside, somebody may be about to press something. */
  watch: {
    onPointerEnter: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: FocusEvent) => void;
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((id, index) => id === other[index]);

/** A list that refreshes by itself yet does not jump: rows change in place at once, new ones wait until nobody is inside. */
export const useSteadyRows = <Row extends { id: string }>(fresh: readonly Row[]): Steady<Row> => {
  const [shown, setShown] = useState<readonly string[]>([]);
  const [isPointed, setIsPointed] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const { rows, arrivals } = steadyRows(isPointed || isFocused ? shown : [], fresh);
  const ids = rows.map(({ id }) => id);
  if (!isSame(ids, shown)) setShown(ids);
  return {
    rows,
    arrivals,
    showArrivals: () => setShown(fresh.map(({ id }) => id)),
    watch: {
      // A finger enters with each touch and never hovers: there the browser's own scroll anchoring keeps the place.
      onPointerEnter: ({ pointerType }) => setIsPointed(pointerType === 'mouse'),
      onPointerLeave: () => setIsPointed(false),
      onFocus: () => setIsFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => setIsFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  };
};
