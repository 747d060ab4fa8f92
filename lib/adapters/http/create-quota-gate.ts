import { AFTER_RESET_MS } from './closing-time';
import { createClosing } from './create-closing';
import { createOthersMargin } from './others-margin';
import type { Priority } from './pacer';
import type { QuotaWindow } from './quota-window';
import { readRateHeaders } from './rate-headers';
import { createUrgentShare } from './urgent-share';
import { createWindowTrack } from './window-track';

/** A call on its way. */
export interface Entry {
  /** Number of the window that it was sent in. */
  sentIn: number;
  sentAt: number;
}

export interface QuotaGate {
  /** `null` when there is no room. */
  enter(priority: Priority): Entry | null;
  leave(): void;
  observe(answer: { status: number; headers: Headers; entry: Entry }): void;
  /** A moment to wait for, or `null` when only an answer can make room. */
  nextChance(): number | null;
  closedUntil(): number;
  /** The whole of the quota, whoever uses it; `null` until an answer told. */
  callsPerSecond(): number | null;
}

interface GateOptions {
  now: () => number;
  probes: number;
  reserve: number;
}

/** Room comes free in whole calls; looking for it more often finds none. */
const SHORTEST_WAIT_MS = 10;

const callsPerSecond = ({ quota, lengthMs }: QuotaWindow): number | null => (quota === 0 ? null : (quota * 1_000) / lengthMs);

/** Knows how many calls may go now; does not wait. */
export const createQuotaGate = ({ now, probes, reserve }: GateOptions): QuotaGate => {
  const margin = createOthersMargin();
  const windows = createWindowTrack(now, margin.rolled);
  const urgentShare = createUrgentShare(reserve);
  const closing = createClosing(now);
  let inFlight = 0;

  const spare = (left: number): number => left - inFlight - margin.calls(now());
  const hasRoom = (priority: Priority): boolean => {
    const window = windows.current();
    return window.left === null ? inFlight < probes : spare(window.left) > urgentShare.kept(window, priority, now());
  };

  return {
    enter: (priority) => {
      if (closing.until() > now() || !hasRoom(priority)) return null;
      inFlight += 1;
      return { sentIn: windows.current().number, sentAt: now() };
    },
    leave: () => {
      inFlight -= 1;
    },
    observe: ({ status, headers, entry: { sentIn, sentAt } }) => {
      const stated = readRateHeaders(headers);
      const isNews = stated.rate !== null && windows.learn(stated.rate, sentIn);
      if (isNews) margin.answered({ window: windows.current(), now: now(), sentAt, inFlight, isRefused: status === 429 });
      closing.answered(status, stated);
    },
    nextChance: () => {
      if (closing.until() > now()) return closing.until();
      const window = windows.current();
      if (inFlight > 0) return null;
      // A new window has begun since there was no room; no answer is on its way that could tell of it.
      if (window.left === null) return now();
      const nextWindow = window.resetAt + AFTER_RESET_MS;
      const room = spare(window.left);
      if (room <= 0) return nextWindow;
      return Math.min(nextWindow, Math.max(urgentShare.releasedAt(window, room), now() + SHORTEST_WAIT_MS));
    },
    closedUntil: closing.until,
    callsPerSecond: () => callsPerSecond(windows.current()),
  };
};
