export interface Tally {
  wanted: number;
  missing: number;
  /** Made more often than once: how many too many. */
  twice: number;
}

/** Holds what a platform's ledger says was made against what should be there once each. */
export const tallyOf = (wanted: readonly string[], made: readonly string[]): Tally => {
  const times = new Map<string, number>();
  for (const reference of made) times.set(reference, (times.get(reference) ?? 0) + 1);
  return {
    wanted: wanted.length,
    missing: wanted.filter((reference) => !times.has(reference)).length,
    twice: [...times.values()].reduce((sum, count) => sum + count - 1, 0),
  };
};
