import type { Instant } from '../../domain/instant';

/** BigCommerce keeps whole seconds, and adds the time of day to a bare date: so the second, with an offset as documented. */
export const wholeSecond = (instant: Instant): string => `${instant.slice(0, 19)}+00:00`;
