import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { SeenLevel } from '../../ports/tables';
import type { JobContext } from '../job';

/** BigCommerce sets levels a little after its answer (reference: bigcommerce 7.2): read sooner, the old count comes back. */
const SETTLING_MS = 60_000;

/** When what we wrote can be read back. */
export const settledAt = (writtenAt: Instant): Instant => instantPlus(writtenAt, SETTLING_MS);

export const isSettling = ({ writtenAt }: SeenLevel, { now }: Pick<JobContext, 'now'>): boolean => writtenAt !== null && settledAt(writtenAt) > now();

/** Hooks tell of a level and of the order behind it within this time. */
const ORDERS_REACH_MS = 15 * 60_000;

export const ordersReach = ({ now }: Pick<JobContext, 'now'>): Instant => instantPlus(now(), -ORDERS_REACH_MS);
