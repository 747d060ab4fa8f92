import { z } from 'zod';
import type { StoreHash } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import type { ReadingTables, Tables } from '../../ports/tables';

const HOOKS_CURSOR = 'hooks';

const HooksWatch = z.object({
  /** The begin of the last check after which every hook stood as wanted; `null` before the first. */
  goodAt: Instant.nullable(),
  /** Topics of which nobody told us from then on, until it has been made up for. */
  silence: z.object({ since: Instant, scopes: z.array(z.string()) }).nullable(),
  /** Until then a delivery may come that was made while hooks carried the secret before. */
  oldSecretUntil: Instant.nullable(),
});
type HooksWatch = z.infer<typeof HooksWatch>;
export type Silence = NonNullable<HooksWatch['silence']>;

const NO_WATCH: HooksWatch = { goodAt: null, silence: null, oldSecretUntil: null };

/** What we know of our webhooks in BigCommerce. */
export const readHooksWatch = async (tables: ReadingTables, storeHash: StoreHash): Promise<HooksWatch> =>
  HooksWatch.nullable().parse(await tables.cursors.find(storeHash, HOOKS_CURSOR)) ?? NO_WATCH;

export const saveHooksWatch = (tables: Tables, storeHash: StoreHash, watch: HooksWatch): Promise<void> => tables.cursors.save(storeHash, HOOKS_CURSOR, watch);
