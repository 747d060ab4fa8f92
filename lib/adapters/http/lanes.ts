/** Calls that may run side by side only so far. */
export interface Lane {
  name: string;
  most: number;
}

export interface Lanes {
  /** Runs when the lane has room, in order of arrival; at once without a lane. */
  run<T>(lane: Lane | null, call: () => Promise<T>): Promise<T>;
}

interface Traffic {
  running: number;
  waiting: (() => void)[];
}

/** Kept as long as the pacer of the same store: only together do they know of all its calls. */
export const createLanes = (): Lanes => {
  const traffic = new Map<string, Traffic>();

  const trafficOf = (name: string): Traffic => {
    const known = traffic.get(name) ?? { running: 0, waiting: [] };
    traffic.set(name, known);
    return known;
  };

  return {
    run: async (lane, call) => {
      if (lane === null) return call();
      const here = trafficOf(lane.name);
      // Whoever leaves hands the place on, so it is not counted anew.
      if (here.running < lane.most) here.running += 1;
      else await new Promise<void>((resolve) => here.waiting.push(resolve));
      try {
        return await call();
      } finally {
        const next = here.waiting.shift();
        if (next) next();
        else here.running -= 1;
      }
    },
  };
};
