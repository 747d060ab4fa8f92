import type { StoreHash } from '../../lib/domain/ids';
import type { VirtualTime } from './virtual-time';

/** What a queue needs of a process. */
export interface PumpRunner {
  /** Whether it takes work at this moment. */
  isFree(): boolean;
  run(storeHash: StoreHash): void;
  sweep(): Promise<void>;
}

const WAKE_MS = 4;
const SWEEP_MS = 1_000;
/** While anything waits at all; with nothing to wait for a wake-up alone begins anything. */
const LONGEST_PAUSE_MS = 60_000;
const IDLE_PAUSE_MS = 60 * 60_000;

/** In how long a stretch of time turns are counted. */
const STRETCH_MS = 10_000;

interface QueueOptions {
  time: VirtualTime;
  runners: () => readonly PumpRunner[];
  /** In [0, 1): which of them gets the work. */
  random: () => number;
  /** When the next row of any store comes due, in ms since 1970; `null` when there is none. */
  nextDue: () => Promise<number | null>;
  /** Hears of each wake-up that got lost. */
  lost: () => void;
}

/** Carries wake-ups to processes as pg-boss does: at most one per store waits; lost ones are found by the sweep of each second. */
export class WokenStores {
  readonly #options: QueueOptions;
  readonly #waiting = new Set<StoreHash>();
  #toLose = 0;
  #sweepAt = Infinity;
  #turns = new Map<StoreHash, number>();
  #stretch = 0;
  #mostTurns = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** The next wake-ups get lost on the way. */
  lose(wakeUps: number): void {
    this.#toLose += wakeUps;
  }

  /** The most that one store was handed to a process within ten seconds: many more than it had work for would be a spin. */
  mostTurns(): number {
    return this.#mostTurns;
  }

  wake(storeHash: StoreHash): void {
    this.#sweepIn(SWEEP_MS);
    if (this.#toLose > 0) {
      this.#toLose -= 1;
      this.#options.lost();
      return;
    }
    this.#waiting.add(storeHash);
    setTimeout(() => this.#hand(), WAKE_MS);
  }

  #hand(): void {
    const free = this.#options.runners().filter((runner) => runner.isFree());
    for (const storeHash of this.#waiting) {
      const runner = free[Math.floor(this.#options.random() * free.length)];
      if (runner === undefined) return;
      this.#waiting.delete(storeHash);
      this.#countTurn(storeHash);
      runner.run(storeHash);
    }
  }

  #countTurn(storeHash: StoreHash): void {
    const stretch = Math.floor(this.#options.time.now() / STRETCH_MS);
    if (stretch !== this.#stretch) this.#turns = new Map();
    this.#stretch = stretch;
    const turns = (this.#turns.get(storeHash) ?? 0) + 1;
    this.#turns.set(storeHash, turns);
    this.#mostTurns = Math.max(this.#mostTurns, turns);
  }

  /** Real sweepers look each second; these look when there is something to see. */
  #sweepIn(ms: number): void {
    const at = this.#options.time.now() + ms;
    if (at >= this.#sweepAt) return;
    this.#sweepAt = at;
    setTimeout(() => void this.#sweep(at), ms);
  }

  async #sweep(at: number): Promise<void> {
    if (at !== this.#sweepAt) return;
    this.#sweepAt = Infinity;
    const { time, runners, nextDue } = this.#options;
    await runners().find((runner) => runner.isFree())?.sweep();
    this.#hand();
    const due = await time.atWork(nextDue());
    this.#sweepIn(due === null ? IDLE_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, Math.max(SWEEP_MS, due - time.now())));
  }

  start(): void {
    this.#sweepIn(SWEEP_MS);
  }
}
