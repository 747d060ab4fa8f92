import { createSeededRandom } from '../../core/seeded-random.ts';

/** Choices that follow from a seed. */
export class Chance {
  readonly #random;

  constructor(seed: number) {
    this.#random = createSeededRandom(seed);
  }

  /** Whether something that happens in `share` of all cases happens now. */
  happens(share: number): boolean {
    return this.#random.next() < share;
  }

  /** A whole number between the two, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.#random.next() * (most - least + 1));
  }

  pick<T>(things: readonly T[]): T {
    const picked = things[this.whole(0, things.length - 1)];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked;
  }
}
