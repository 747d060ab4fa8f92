import type { Clock } from './contract.ts';

/** The longest delay that a Node timer takes; longer waits are cut into pieces. */
const LONGEST_TIMER_MS = 2_147_483_647;

interface Task {
  at: number;
  run: () => void | Promise<void>;
}

function insert(tasks: Task[], task: Task): void {
  const index = tasks.findIndex((other) => other.at > task.at);
  tasks.splice(index < 0 ? tasks.length : index, 0, task);
}

function remove(tasks: Task[], task: Task): void {
  const found = tasks.indexOf(task);
  if (found >= 0) tasks.splice(found, 1);
}

/** Also turns what a synchronous task throws into a rejection. */
async function runSafely(task: Task): Promise<void> {
  await task.run();
}

export interface MovableClock extends Clock {
  /** Moves forward to `at`, running what becomes due on the way, each at its own time and in order. */
  moveTo(at: Date): Promise<void>;
  moveBy(ms: number): Promise<void>;
  /** Milliseconds by which the sandbox is ahead of real time. */
  offset(): number;
  stop(): void;
}

/** Real time plus an offset. Real timers wake it, so scheduled work also runs when nobody moves the clock. */
export function createMovableClock(log: (line: string) => void, startOffset = 0): MovableClock {
  const tasks: Task[] = [];
  let offset = startOffset;
  let timer: NodeJS.Timeout | undefined;

  const nowMs = () => Date.now() + offset;

  function arm(): void {
    clearTimeout(timer);
    const next = tasks[0];
    if (!next) return;
    const wait = Math.min(Math.max(next.at - nowMs(), 0), LONGEST_TIMER_MS);
    timer = setTimeout(() => void runDue(nowMs()).then(arm), wait);
    // A sandbox that is told to stop must not wait for a retry two days ahead.
    timer.unref();
  }

  async function runDue(limit: number): Promise<void> {
    for (let task = tasks[0]; task && task.at <= limit; task = tasks[0]) {
      tasks.shift();
      offset += Math.max(task.at - nowMs(), 0);
      await runSafely(task).catch((error: unknown) => log(`scheduled work failed: ${String(error)}`));
    }
  }

  async function moveTo(at: Date): Promise<void> {
    clearTimeout(timer);
    await runDue(at.getTime());
    offset += Math.max(at.getTime() - nowMs(), 0);
    arm();
  }

  return {
    now: () => new Date(nowMs()),
    schedule(at, run) {
      const task = { at: at.getTime(), run };
      insert(tasks, task);
      arm();
      return { cancel: () => remove(tasks, task) };
    },
    moveTo,
    moveBy: (ms) => moveTo(new Date(nowMs() + ms)),
    offset: () => offset,
    stop: () => clearTimeout(timer),
  };
}
