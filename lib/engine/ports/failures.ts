/**
 * The two kinds of "no" that are thrown; the third, a refusal, is a value (lib/domain/problems.ts). Which of them an
 * answer is, the adapter decides; what follows from it, the engine.
 */

/** Nothing happened, and trying again later may well work: a time-out of a read, 5xx, 429, a connection that never stood. */
export class TransientFailure extends Error {
  override name = 'TransientFailure';
  /** When trying again makes sense at the earliest; `null` leaves it to the retry rule. */
  readonly retryAfterMs: number | null;
  /** Who did not answer; `null` where it was nobody outside. */
  readonly side: Side | null;
  constructor(message: string, retryAfterMs: number | null = null, side: Side | null = null) {
    super(message);
    this.retryAfterMs = retryAfterMs;
    this.side = side;
  }
}

/** A write whose outcome nobody knows: sent, but the answer was lost, cut or a 5xx. It must be looked up before it is repeated. */
export class UnknownOutcome extends Error {
  override name = 'UnknownOutcome';
  /** Who was asked; `null` where it was neither platform. */
  readonly side: Side | null;
  constructor(message: string, side: Side | null = null) {
    super(message);
    this.side = side;
  }
}

/** For a write that does no harm twice: a lost answer is no more than a reason to try again. */
export const repeatable = (error: unknown): unknown => (error instanceof UnknownOutcome ? new TransientFailure(error.message, null, error.side) : error);

/** The other side understood and said no (4xx): repeating the same will not help. Becomes a problem. */
export class RefusedByVendor extends Error {
  override name = 'RefusedByVendor';
  readonly side: Side;
  readonly status: number;
  /** In the vendor's own words, ready for a merchant to read. */
  readonly reason: string;
  constructor({ side, status, reason }: { side: Side; status: number; reason: string }) {
    super(`${side} answered ${status}: ${reason}`);
    this.side = side;
    this.status = status;
    this.reason = reason;
  }
}

/** The quota is used up until then; nothing was sent. */
export class QuotaExhausted extends Error {
  override name = 'QuotaExhausted';
  readonly side: Side;
  readonly waitMs: number;
  constructor(side: Side, waitMs: number) {
    super(`the quota of ${side} is used up for ${waitMs} ms`);
    this.side = side;
    this.waitMs = waitMs;
  }
}

/** The token is dead; only a person can connect again. */
export class AccessLost extends Error {
  override name = 'AccessLost';
  readonly side: Side;
  constructor(side: Side) {
    super(`${side} no longer accepts the access token`);
    this.side = side;
  }
}

/** The answer does not have the shape that the contract promises. Not retried by itself: kept for a person. */
export class BrokenContract extends Error {
  override name = 'BrokenContract';
  readonly side: Side;
  constructor(side: Side, message: string) {
    super(message);
    this.side = side;
  }
}

/** Another process took over the store; whatever this one still wanted to write is void. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

export type Side = 'bigcommerce' | 'hike';
