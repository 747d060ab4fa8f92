/** Draws that are the same for the same seed. */
export interface Draw {
  /** From `from` up to and including `to`. */
  whole(from: number, to: number): number;
  /** Of a list that is not empty. */
  oneOf<T>(things: readonly T[]): T;
  shuffled<T>(things: readonly T[]): T[];
}

/** Marsaglia's xorshift; good enough to choose whom to kill. */
export const createDraw = (seed: number): Draw => {
  let state = seed | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 20; round += 1) next();
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    oneOf: (things) => things[whole(0, things.length - 1)] as (typeof things)[number],
    shuffled: (things) => things.map((thing) => ({ thing, at: next() })).sort((a, b) => a.at - b.at).map(({ thing }) => thing),
  };
};
