/** A small generator of even numbers in [0, 1) from a seed: the same seed tells the same story every time. */
export interface SeededRandom {
  next(): number;
  /** What a generator that goes on from here is made of; it fits into a snapshot. */
  seed(): number;
}

export function createSeededRandom(from: number): SeededRandom {
  let state = from >>> 0;
  return {
    next() {
      // A Weyl step and a multiplicative mix; quality matters less here than being repeatable.
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
    },
    seed: () => state,
  };
}
