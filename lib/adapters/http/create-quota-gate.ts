import { AFTER_RESET_MS, closingTime } from './closing-time';
import type { Priority } from './pacer';
import { learnWindow, unknownWindow, windowAfter } from './quota-window';
import { readRateHeaders } from './rate-headers';

export interface QuotaGate {
  /** The number of the window that a call sent now belongs to; `null` when there is no room. */
  enter(priority: Priority): number | null;
  leave(): void;
  observe(answer: { status: number; headers: Headers; sentIn: number }): void;
  /** A moment to wait for, or `null` when only an answer can make room. */
  nextChance(priority: Priority): number | null;
  closedUntil(): number;
}

interface GateOptions {
  now: () => number;
  probes: number;
  reserve: number;
}

/** Knows how many calls may go now; does not wait. */
export const createQuotaGate = ({ now, probes, reserve }: GateOptions): QuotaGate => {
  let window = unknownWindow(now());
  let inFlight = 0;
  let closedUntil = 0;
  let overloads = 0;

  const enterDueWindow = () => {
    if (now() >= window.resetAt + AFTER_RESET_MS) window = windowAfter(window, now());
  };
  const kept = (priority: Priority): number => (priority === 'urgent' ? 0 : Math.floor(window.quota * reserve));
  const hasRoom = (priority: Priority): boolean =>
    closedUntil <= now() && (window.left === null ? inFlight < probes : window.left - inFlight > kept(priority));

  return {
    enter: (priority) => {
      enterDueWindow();
      if (!hasRoom(priority)) return null;
      inFlight += 1;
      return window.number;
    },
    leave: () => {
      inFlight -= 1;
    },
    observe: ({ status, headers, sentIn }) => {
      const stated = readRateHeaders(headers);
      enterDueWindow();
      if (stated.rate) window = learnWindow(window, stated.rate, { now: now(), sentIn });
      closedUntil = Math.max(closedUntil, now() + closingTime(status, stated, overloads));
      overloads = status === 429 && !stated.rate ? overloads + 1 : 0;
    },
    nextChance: (priority) => {
      if (closedUntil > now()) return closedUntil;
      return window.left !== null && window.left <= kept(priority) ? window.resetAt + AFTER_RESET_MS : null;
    },
    closedUntil: () => closedUntil,
  };
};
