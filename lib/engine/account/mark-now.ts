import type { Trigger } from '../../domain/entry';
import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { PRIORITY } from '../priorities';
import type { JobThing, Tables } from '../ports/tables';

/** Upkeep that somebody may ask for out of turn. */
export type AskedFor = Extract<JobThing, 'store' | 'hike-lists' | 'hike-sales' | 'orders' | 'hike-products' | 'store-products' | 'hike-customers' | 'reconcile' | 'watch'>;

/** Upkeep that a person waits for is due at once. */
export const markNow = (tables: Tables, storeHash: StoreHash, mark: { thing: AskedFor; now: Instant; trigger?: Trigger }): Promise<void> =>
  tables.dirty.mark(storeHash, { thing: mark.thing, id: '-', priority: PRIORITY.person, notBefore: mark.now, trigger: mark.trigger ?? 'person' });
