/** A statement is worth a name from so many uses on. */
const OFTEN = 3;
/** Lists of ids make a text for each length; a connection keeps each name for as long as it lives. */
const MOST_NAMES = 500;
const MOST_TEXTS = 5_000;

/**
 * Names for the statements that come again and again, `''` for the others: the server parses and plans a named one once per
 * connection instead of each time.
 */
export const nameStatements = (): ((query: { sql: string }) => string) => {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const count = (uses.get(sql) ?? 0) + 1;
    if (uses.has(sql) || uses.size < MOST_TEXTS) uses.set(sql, count);
    if (count < OFTEN || names.size === MOST_NAMES) return '';
    const name = `often-${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
};
