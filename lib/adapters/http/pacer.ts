/** `urgent` calls (writes, and whatever a person waits for) may use the share that `ordinary` ones leave free. */
export type Priority = 'ordinary' | 'urgent';

/** Leave for one call. */
export interface Permit {
  /** Learns from the call's answer. */
  observe(status: number, headers: Headers): void;
  /** Said once, answered or not. */
  release(): void;
}

/** Keeps the calls to one side, for one store, within its quota. */
export interface Pacer {
  /** Returns when a call may be sent. Throws QuotaExhausted rather than wait longer than the pacer's bound. */
  acquire(priority: Priority): Promise<Permit>;
  /** For how long nothing may be sent, as far as the last answers tell. */
  closedForMs(): number;
}
