/** Seconds until each retry, about 48 hours in all; after the last one the hook is deactivated. */
export const RETRY_SERIES = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21_600, 50_400, 86_400];
