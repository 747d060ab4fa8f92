/** What no text column and no JSON column of the database can hold. */
const UNSTORABLE = /\p{Surrogate}|\0/u;

/** Throws where a parsed value holds a text that the database would refuse: the record would fail for ever. */
export const assertStorable = (value: unknown): void => {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) throw new Error(`The database cannot hold ${JSON.stringify(value.slice(0, 60))}.`);
    return;
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) assertStorable(inner);
};
