import type { Instant } from '../../domain/instant';
import { millisOfInstant } from '../../domain/instant-arithmetic';

/** `Tue, 20 Nov 2012 00:00:00 +0000`, the only form that `date_created` takes. */
export const rfc2822FromInstant = (instant: Instant): string => new Date(millisOfInstant(instant)).toUTCString().replace('GMT', '+0000');
