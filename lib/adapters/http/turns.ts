export interface Turns {
  /** Runs one at a time, in order of arrival: whoever came first gets the first room. */
  take<T>(enter: () => Promise<T>): Promise<T>;
  /** Resolves at the next `wake`. */
  change(): Promise<void>;
  wake(): void;
}

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: (() => void)[] = [];
  return {
    take: (enter) => {
      const entered = last.then(enter);
      last = entered.catch(() => undefined);
      return entered;
    },
    change: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    wake: () => {
      const woken = waiting;
      waiting = [];
      for (const resolve of woken) resolve();
    },
  };
};
