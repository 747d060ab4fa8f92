import type { Answer } from './http-call';

/**
 * What is known after one request. `not-sent`: it never left, so nothing can have happened. `unknown`: it left, and
 * whether it was carried out nobody can tell. `oversized`: answered, but with more than anybody should read.
 */
export type Outcome =
  | ({ kind: 'answered' } & Answer)
  | { kind: 'not-sent'; cause: string }
  | { kind: 'unknown'; cause: string }
  | { kind: 'oversized'; status: number };
