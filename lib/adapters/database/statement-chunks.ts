/** Enough that the way to the database no longer counts, few enough that no statement grows beyond some megabytes. */
const ROWS_PER_STATEMENT = 500;

/**
 * What one statement each may write. PostgreSQL touches no row twice in one statement, so an item that shares a key with
 * an earlier one waits for a later statement. In the order of their keys, so that two who write the same rows at the
 * same moment do not wait for each other.
 */
export const statementChunks = <Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Item[][] => {
  const rounds: { keys: readonly string[]; item: Item }[][] = [];
  const nextRound = new Map<string, number>();
  for (const item of items) {
    const keys = keysOf(item);
    const round = Math.max(...keys.map((key) => nextRound.get(key) ?? 0));
    for (const key of keys) nextRound.set(key, round + 1);
    (rounds[round] ??= []).push({ keys, item });
  }
  return rounds.flatMap((round) => chunksOf(round.sort((a, b) => (String(a.keys) < String(b.keys) ? -1 : 1)).map(({ item }) => item)));
};

const chunksOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS_PER_STATEMENT) }, (_, index) => items.slice(index * ROWS_PER_STATEMENT, (index + 1) * ROWS_PER_STATEMENT));
