/** Why a person sees /app-error?reason=…; a closed list, so that an address never puts words into the page's mouth. */
export const APP_ERROR_REASONS = [
  'install-failed',
  'install-scope',
  'install-expired',
  'load-invalid',
  'load-expired',
  'not-installed',
  'removed-user',
  'hike-denied',
  'hike-state',
  'hike-failed',
  /** Not an error: Hike's window has nothing else to show. */
  'hike-connected',
  'unknown',
] as const;
export type AppErrorReason = (typeof APP_ERROR_REASONS)[number];

/** Anything else in the address reads as `unknown`. */
export const appErrorReason = (text: string | undefined): AppErrorReason => APP_ERROR_REASONS.find((reason) => reason === text) ?? 'unknown';
