import { AccessLost, BrokenContract, QuotaExhausted, TransientFailure, UnknownOutcome, type Side } from '../../engine/ports/failures';
import type { Answer } from './http-call';
import type { Outcome } from './outcome';
import { readJson, UNREADABLE } from './read-json';
import { RefusedAnswer } from './refused-answer';

/** What a failure is told apart by, beside the outcome itself. */
export interface Judged {
  side: Side;
  /** `POST /v2/orders`. */
  what: string;
  /** How long the quota stays closed, should the answer be a 429. */
  closedForMs: () => number;
  reasonOf: (answer: Answer) => string;
  /** Whether a 401 is about an access token; at a token endpoint it is about our own secret, or a spent code. */
  hasAccess: boolean;
}

/** `null` when there is none; `repeat` tells a read that another try may well succeed. */
export type Failure = { error: Error; repeat: boolean } | null;

/** Locked, or too early: nothing was done, and it will pass. */
const NOT_NOW = new Set([423, 425]);
/** 5xx that are decisions, not accidents: not on this plan (Hike), a limit of the plan is reached (BigCommerce). */
const DECIDED = new Set([501, 507]);

const retryAfterMs = (headers: Headers): number | null => {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
};

const isAccident = (status: number): boolean => status === 408 || (status >= 500 && !DECIDED.has(status));

/** What any answer outside 2xx means when it is no accident: the same for reads and writes, for nothing happened. */
const refusalOf = (answer: Answer, { side, what, closedForMs, reasonOf, hasAccess }: Judged): Error | null => {
  const { status, headers } = answer;
  if (status === 401 && hasAccess) return new AccessLost(side);
  if (status === 429) return new QuotaExhausted(side, closedForMs());
  if (NOT_NOW.has(status)) return new TransientFailure(`${side} answered ${status} to ${what}`, retryAfterMs(headers), side);
  if ((status >= 400 && status < 500) || DECIDED.has(status)) return new RefusedAnswer(answer, { side, reason: reasonOf(answer) });
  return null;
};

const answeredRead = (answer: Answer, judged: Judged): Failure => {
  const { side, what } = judged;
  const { status } = answer;
  if (isAccident(status)) return { error: new TransientFailure(`${side} answered ${status} to ${what}`, retryAfterMs(answer.headers), side), repeat: true };
  const refusal = refusalOf(answer, judged);
  if (refusal) return { error: refusal, repeat: false };
  if (status < 200 || status >= 300) return { error: new BrokenContract(side, `${side} answered ${status} to ${what}`), repeat: false };
  if (readJson(answer.text) !== UNREADABLE) return null;
  return { error: new BrokenContract(side, `${side} answered ${what} with something that is not JSON`), repeat: true };
};

export const failureOfRead = (outcome: Outcome, judged: Judged): Failure => {
  const { side, what } = judged;
  if (outcome.kind === 'answered') return answeredRead(outcome, judged);
  if (outcome.kind === 'oversized') return { error: new BrokenContract(side, `${side} answered ${what} with far too much`), repeat: false };
  return { error: new TransientFailure(`${side} did not answer ${what}: ${outcome.cause}`, null, side), repeat: true };
};

const answeredWrite = (answer: Answer, judged: Judged): Error | null => {
  const { side, what } = judged;
  const { status } = answer;
  const lost = (why: string) => new UnknownOutcome(`${side} ${why}; whether ${what} was carried out is unknown`, side);
  if (isAccident(status)) return lost(`answered ${status}`);
  const refusal = refusalOf(answer, judged);
  if (refusal) return refusal;
  if (status < 200 || status >= 300) return lost(`answered ${status}`);
  return readJson(answer.text) === UNREADABLE ? lost(`answered ${status} unreadably`) : null;
};

/** A write that may have been carried out is never a failure to retry: it must be looked up first. */
export const failureOfWrite = (outcome: Outcome, judged: Judged): Error | null => {
  const { side, what } = judged;
  if (outcome.kind === 'answered') return answeredWrite(outcome, judged);
  if (outcome.kind === 'not-sent') return new TransientFailure(`${side} could not be reached for ${what}: ${outcome.cause}`, null, side);
  const why = outcome.kind === 'unknown' ? `gave no whole answer (${outcome.cause})` : 'answered with far too much';
  return new UnknownOutcome(`${side} ${why}; whether ${what} was carried out is unknown`, side);
};
