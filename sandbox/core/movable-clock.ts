import type { Clock } from './contract.ts';
import { DueTasks, type DueTask } from './due-tasks.ts';

/** The longest delay that a Node timer takes; longer waits are cut into pieces. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Also turns what a synchronous task throws into a rejection. */
async function runSafely(task: DueTask, log: (line: string) => void): Promise<void> {
  try {
    await task.run();
  } catch (error) {
    log(`scheduled work failed: ${String(error)}`);
  }
}

export interface MovableClock extends Clock {
  scale(): number;
  /** From now on it runs `scale` times as fast as real time; what it shows does not jump. */
  setScale(scale: number): void;
  /** Moves forward to `at`, running what becomes due on the way, each at its own time and in order. */
  moveTo(at: Date): Promise<void>;
  moveBy(ms: number): Promise<void>;
  /** Milliseconds by which the sandbox is ahead of real time. */
  offset(): number;
  stop(): void;
}

/** Its own time, `scale` times as fast as real time since `real`. */
class Time {
  #shown = Date.now();
  #real = Date.now();
  #scale = 1;

  get scale(): number {
    return this.#scale;
  }

  nowMs(): number {
    return this.#shown + (Date.now() - this.#real) * this.#scale;
  }

  advance(ms: number): void {
    this.#shown += ms;
  }

  setScale(scale: number): void {
    [this.#shown, this.#real] = [this.nowMs(), Date.now()];
    this.#scale = scale;
  }
}

/** Real time, moved and scaled. Real timers wake it, so scheduled work also runs when nobody moves the clock. */
class RunningClock implements MovableClock {
  readonly #tasks = new DueTasks();
  readonly #time = new Time();
  readonly #log: (line: string) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(log: (line: string) => void, scale: number) {
    this.#log = log;
    this.#time.setScale(scale);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#tasks.first();
    if (!next) return;
    const wait = Math.min(Math.max((next.at - this.#time.nowMs()) / this.#time.scale, 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#wake(), wait);
    // A sandbox that is told to stop must not wait for a retry two days ahead.
    this.#timer.unref();
  }

  /** Starts all that is due, in order. Nobody waits for the end: one slow webhook must not hold up the stock of a store. */
  #wake(): void {
    for (let task = this.#tasks.first(); task && task.at <= this.#time.nowMs(); task = this.#tasks.first()) {
      this.#tasks.takeFirst();
      void runSafely(task, this.#log);
    }
    this.#arm();
  }

  now(): Date {
    return new Date(this.#time.nowMs());
  }

  scale(): number {
    return this.#time.scale;
  }

  setScale(scale: number): void {
    this.#time.setScale(scale);
    this.#arm();
  }

  schedule(at: Date, run: DueTask['run']): { cancel(): void } {
    const task = { at: at.getTime(), run };
    this.#tasks.add(task);
    if (this.#tasks.first() === task) this.#arm();
    return { cancel: () => this.#tasks.cancel(task) };
  }

  async moveTo(at: Date): Promise<void> {
    clearTimeout(this.#timer);
    for (let task = this.#tasks.first(); task && task.at <= at.getTime(); task = this.#tasks.first()) {
      this.#tasks.takeFirst();
      this.#time.advance(Math.max(task.at - this.#time.nowMs(), 0));
      await runSafely(task, this.#log);
    }
    this.#time.advance(Math.max(at.getTime() - this.#time.nowMs(), 0));
    this.#arm();
  }

  moveBy(ms: number): Promise<void> {
    return this.moveTo(new Date(this.#time.nowMs() + ms));
  }

  offset(): number {
    return this.#time.nowMs() - Date.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

export function createMovableClock(log: (line: string) => void, scale = 1): MovableClock {
  return new RunningClock(log, scale);
}
