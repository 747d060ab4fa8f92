/** More than this above the early level is no noise of the collector. */
const MOST_GROWTH_MB = 96;
const EVERY_MS = 2_000;
/** Caches and compiled code fill up at first. */
const SETTLED = 5;

/** Bodies of calls are buffers, which lie outside of the heap. */
const inUseMb = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
};

/** Watches what is in use after each collection: inputs come and go, so it must stay flat. */
export const watchMemory = (): { end(): { earlyMb: number; lateMb: number; isFlat: boolean } } => {
  const levels: number[] = [];
  // A run that fails ends at once.
  const timer = setInterval(() => levels.push(inUseMb()), EVERY_MS).unref();
  return {
    end: () => {
      clearInterval(timer);
      const lateMb = inUseMb();
      const earlyMb = levels[Math.min(SETTLED, levels.length - 1)] ?? lateMb;
      return { earlyMb, lateMb, isFlat: lateMb - earlyMb < MOST_GROWTH_MB };
    },
  };
};
