import type { QuotaWindow } from './quota-window';

/** How fast the store's other apps call. Nobody reports it, but each answer shows how many calls of the quota were not ours. */
export interface OthersPace {
  /** An answer of this window came; `inFlight` counts its call too. */
  answered(answer: { window: QuotaWindow; now: number; inFlight: number; isRefused: boolean }): void;
  /** A new window has begun. */
  rolled(): void;
  callsPerMs(): number;
}

/** What happens within less is too little to tell a pace from. */
const SHORTEST_STRETCH_MS = 1000;
/** Others may begin in the middle of a window, so the pace of late counts beside that of the whole. */
const LATE_MS = 8000;
/** Of what was learnt in the window before: others come and go. */
const KEPT_FROM_PAST = 0.8;
const KEPT_FROM_LOOK = 0.9;

const paceOver = (calls: number, ms: number): number => Math.max(0, calls) / Math.max(SHORTEST_STRETCH_MS, ms);

export const createOthersPace = (): OthersPace => {
  let ours = 0;
  let past = 0;
  let current = 0;
  let exact = 0;
  let mark: { at: number; others: number } | null = null;

  return {
    answered: ({ window: { left, quota, resetAt, lengthMs }, now, inFlight, isRefused }) => {
      if (!isRefused) ours += 1;
      // Of our calls on their way about half are counted already; towards the end of a quota there are few of them.
      const others = Math.max(0, quota - (left ?? quota) - ours - (inFlight - 1) / 2);
      mark ??= { at: now, others };
      const look = Math.max(paceOver(others, now - (resetAt - lengthMs)), paceOver(others - mark.others, now - mark.at));
      // Answers overtake each other, so a look is only exact when nothing else is on its way.
      if (inFlight === 1) exact = look;
      current = inFlight === 1 ? look : Math.max(look, current * KEPT_FROM_LOOK);
      if (now - mark.at > LATE_MS) mark = { at: now, others };
    },
    rolled: () => {
      past = Math.max(exact, past * KEPT_FROM_PAST);
      ours = 0;
      current = 0;
      exact = 0;
      mark = null;
    },
    callsPerMs: () => Math.max(current, past),
  };
};
