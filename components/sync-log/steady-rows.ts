export interface SteadyRows<Row> {
  rows: Row[];
  /** How many came meanwhile and are held back. */
  arrivals: number;
}

/**
 * The fresh rows in the order in which they stood on the page: nothing moves under a person's finger. New ones wait, rows
 * that an entry's next attempt moved to the top stay where they are, and older ones that were asked for follow below.
 */
export const steadyRows = <Row extends { id: string }>(shown: readonly string[], fresh: readonly Row[]): SteadyRows<Row> => {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const rows = shown.flatMap((id) => byId.get(id) ?? []);
  if (rows.length === 0) return { rows: [...fresh], arrivals: 0 };
  const wasShown = new Set(shown);
  const lastKnown = fresh.findLastIndex(({ id }) => wasShown.has(id));
  const older = fresh.slice(lastKnown + 1);
  return { rows: [...rows, ...older], arrivals: fresh.length - rows.length - older.length };
};
