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
export function createMovableClock(log: (line: string) => void, startScale = 1): MovableClock {
  const tasks = new DueTasks();
  const time = new Time();
  let timer: NodeJS.Timeout | undefined;
  time.setScale(startScale);

  function arm(): void {
    clearTimeout(timer);
    const next = tasks.first();
    if (!next) return;
    const wait = Math.min(Math.max((next.at - time.nowMs()) / time.scale, 0), LONGEST_TIMER_MS);
    timer = setTimeout(wake, wait);
    // A sandbox that is told to stop must not wait for a retry two days ahead.
    timer.unref();
  }

  /** Starts all that is due, in order. Nobody waits for the end: one slow webhook must not hold up the stock of a store. */
  function wake(): void {
    for (let task = tasks.first(); task && task.at <= time.nowMs(); task = tasks.first()) {
      tasks.takeFirst();
      void runSafely(task, log);
    }
    arm();
  }

  async function moveTo(at: Date): Promise<void> {
    clearTimeout(timer);
    for (let task = tasks.first(); task && task.at <= at.getTime(); task = tasks.first()) {
      tasks.takeFirst();
      time.advance(Math.max(task.at - time.nowMs(), 0));
      await runSafely(task, log);
    }
    time.advance(Math.max(at.getTime() - time.nowMs(), 0));
    arm();
  }

  return {
    now: () => new Date(time.nowMs()),
    scale: () => time.scale,
    setScale(scale) {
      time.setScale(scale);
      arm();
    },
    schedule(at, run) {
      const task = { at: at.getTime(), run };
      tasks.add(task);
      if (tasks.first() === task) arm();
      return { cancel: () => tasks.cancel(task) };
    },
    moveTo,
    moveBy: (ms) => moveTo(new Date(time.nowMs() + ms)),
    offset: () => time.nowMs() - Date.now(),
    stop: () => clearTimeout(timer),
  };
}
