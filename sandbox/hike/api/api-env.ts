import type { Desk } from '../state/desk.ts';

/** What every call under /api/v1 carries once its token is known. */
export interface ApiEnv {
  Variables: { desk: Desk };
}
