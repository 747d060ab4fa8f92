/** Draws that are the same for the same seed. */
export interface Draw {
  /** From 0 up to but not including 1. */
  share(): number;
  /** From 0 up to but not including `below`. */
  below(below: number): number;
  /** Of a list that is not empty. */
  oneOf<T>(things: readonly T[]): T;
}

/** Mulberry32: good enough to choose who is lost on the way. */
export const createDraw = (seed: number): Draw => {
  let state = seed | 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(share() * limit);
  return { share, below, oneOf: (things) => things[below(things.length)] as (typeof things)[number] };
};
