import type { Priority } from './pacer';
import type { QuotaWindow } from './quota-window';

/** Calls kept for urgent ones: less and less towards the window's end, when nobody could use them any more. */
export interface UrgentShare {
  kept(window: QuotaWindow, priority: Priority, now: number): number;
  /** The moment at which no more is kept than `room`. */
  releasedAt(window: QuotaWindow, room: number): number;
}

/** `share` of the quota at the window's beginning. */
export const createUrgentShare = (share: number): UrgentShare => ({
  kept: ({ quota, resetAt, lengthMs }, priority, now) => (priority === 'urgent' ? 0 : Math.floor((quota * share * Math.max(0, resetAt - now)) / lengthMs)),
  releasedAt: ({ quota, resetAt, lengthMs }, room) => Math.ceil(resetAt - (room * lengthMs) / (quota * share)),
});
