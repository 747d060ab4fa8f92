import { install } from '@sinonjs/fake-timers';

/**
 * The time of a simulation: it stands still while anything is at work, and then jumps to the next timer. What the
 * process calls `Date` and `setTimeout` are these, so libraries and both imitated platforms live in it too.
 */
export interface VirtualTime {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Until this has ended nothing else happens: for what waits for the machine, and not for a timer. */
  atWork<T>(work: Promise<T>): Promise<T>;
  /** Runs all that comes due in the next `ms`, each at its moment. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until this has ended. What runs inside may sleep, but let no time pass itself. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Forgets every timer and shows `ms` since 1970. */
  reset(ms: number): void;
  /** Gives the process its own time back. */
  end(): void;
}

/** Longer than anything that a schedule waits for. */
const LONGEST_MS = 20 * 24 * 60 * 60_000;
const realImmediate = setImmediate;

/** Counts what is at work, and tells when nothing is. */
class Workplace {
  #working = 0;
  #ended = () => {};

  async atWork<T>(work: Promise<T>): Promise<T> {
    this.#working += 1;
    try {
      return await work;
    } finally {
      this.#working -= 1;
      if (this.#working === 0) this.#ended();
    }
  }

  /** Once is not enough: what ended may have begun something on its last turn. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 2; calm += 1) {
      await new Promise<void>((resolve) => realImmediate(resolve));
      if (this.#working === 0) continue;
      await new Promise<void>((resolve) => {
        this.#ended = resolve;
      });
      calm = -1;
    }
  }

  empty(): void {
    this.#working = 0;
  }
}

export const startVirtualTime = (start: number): VirtualTime => {
  const clock = install({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'], shouldClearNativeTimers: true });
  const workplace = new Workplace();
  const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
  const during = async <T>(work: Promise<T>): Promise<T> => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    work.then(end, end);
    await workplace.quiet();
    const latest = clock.now + LONGEST_MS;
    while (!isOver) {
      if (clock.now > latest) throw new Error('Something never comes to its end.');
      clock.next();
      await workplace.quiet();
    }
    return work;
  };
  return {
    now: () => clock.now,
    sleep,
    atWork: (work) => workplace.atWork(work),
    pass: (ms) => during(sleep(ms)),
    during,
    reset(ms) {
      clock.reset();
      clock.setSystemTime(ms);
      workplace.empty();
    },
    end: () => clock.uninstall(),
  };
};
