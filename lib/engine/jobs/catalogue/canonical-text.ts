/** JSON with its keys in order: a database may hand them back in another. */
export const canonicalText = (value: unknown): string => JSON.stringify(value, (_, held: unknown) => (isRecord(held) ? inOrder(held) : held));

const isRecord = (held: unknown): held is Record<string, unknown> => typeof held === 'object' && held !== null && !Array.isArray(held);

const inOrder = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
