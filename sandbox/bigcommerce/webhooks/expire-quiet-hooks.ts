import type { Store } from '../model/store.ts';
import type { Platform } from '../platform.ts';

const QUIET_MS = 90 * 86_400_000;

/** A hook that has had no event for 90 days is deactivated: what a quiet store loses without noticing. */
export function expireQuietHooks(platform: Platform, store: Store): void {
  const now = platform.core.clock.now().getTime();
  for (const hook of store.hooks.values()) {
    if (hook.is_active && now - hook.lastEventAt > QUIET_MS) hook.is_active = false;
  }
}
