import { z } from 'zod';
import { Instant } from './instant';

/** What one cheap call to a side tells about it. `not-asked`: our own quota of calls is used up, which says nothing. */
export type Probe = { kind: 'answered' } | { kind: 'unreachable' } | { kind: 'refused'; reason: string } | { kind: 'access-lost' } | { kind: 'not-asked' };

/** How one side was found. `reconnect` waits for a person; `attention` is tried again by itself. */
const SideWatch = z.object({
  state: z.enum(['connected', 'attention', 'reconnect']),
  since: Instant,
  checkedAt: Instant.nullable(),
  /** Checks in a row that found the side unreachable: the next one comes ever later. */
  failures: z.int(),
  /** Why it needs attention: it does not answer, or it answers with a refusal. */
  trouble: z.enum(['unreachable', 'refused']).nullable(),
  /** The refusal in the side's own words. */
  reason: z.string().nullable(),
});
export type SideWatch = z.infer<typeof SideWatch>;

/** Both sides as the watch last found them (cursor `connection-watch`); `null` for a side that was never asked, or is not connected. */
export const ConnectionWatch = z.object({ bigcommerce: SideWatch.nullable(), hike: SideWatch.nullable() });
export type ConnectionWatch = z.infer<typeof ConnectionWatch>;

export const CONNECTION_WATCH_CURSOR = 'connection-watch';

export const UNWATCHED: ConnectionWatch = { bigcommerce: null, hike: null };
