export interface BatchLimits {
  items: number;
  characters: number;
}

/** Values in batches that fit a list filter: neither too many nor, joined by commas, too long for an address. */
export const batches = (values: readonly string[], { items, characters }: BatchLimits): string[][] => {
  const result: string[][] = [];
  let length = 0;
  for (const value of values) {
    const last = result.at(-1);
    // Percent-encoding makes up to three characters of one, and the comma becomes three.
    const size = encodeURIComponent(value).length + 3;
    if (last && last.length < items && length + size <= characters) {
      last.push(value);
      length += size;
    } else {
      result.push([value]);
      length = size;
    }
  }
  return result;
};
