import type { HikeState } from '../state/hike-state.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PER_MINUTE = 60;
const PER_DAY = 5000;

export type LimitProblem = 'Minute' | 'Daily';

export interface Caller {
  shopId: string;
  clientId: string;
}

/** Counts a call, refused ones too: that is how calling while limited prolongs the limit. */
export function countCall(state: HikeState, caller: Caller, now: number): LimitProblem | undefined {
  const key = `${caller.shopId} ${caller.clientId}`;
  const calls = (state.calls[key] ?? []).filter((at) => at > now - DAY);
  calls.push(now);
  // No more than these can ever matter; without the cut a runaway caller would fill the memory.
  state.calls[key] = calls.slice(-(PER_DAY + 1));
  if (calls.length > PER_DAY) return 'Daily';
  return calls.filter((at) => at > now - MINUTE).length > PER_MINUTE ? 'Minute' : undefined;
}

/** The vendor's 429: its body is not JSON, and it names no time to wait. */
export function limitAnswer(problem: LimitProblem | undefined): Response {
  const advice = `the%20${problem === 'Daily' ? 'daily' : 'minute'}%20rate%20limit%20is%20exceeded%2C%20please%20wait%20before%20retrying%20the%20API`;
  return new Response(`oauth_problem=rate%20limit%20exceeded&oauth_problem_advice=${advice}`, {
    status: 429,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...(problem ? { 'X-Rate-Limit-Problem': problem } : {}) },
  });
}
