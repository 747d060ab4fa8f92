import type { Trigger } from '../../../domain/entry';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { PRIORITY } from '../../priorities';
import type { Tables } from '../../ports/tables';

/** A row `compare` with this id stands for all products; the job puts a row of each in its place. */
export const EVERYTHING = '-';

/** Every product is looked at anew: compared before "Start", brought in step after it. Costs no call where nothing differs. */
export const markEverything = (tables: Tables, storeHash: StoreHash, { now, trigger }: { now: Instant; trigger: Trigger }): Promise<void> =>
  tables.dirty.mark(storeHash, { thing: 'compare', id: EVERYTHING, priority: PRIORITY.product, notBefore: now, trigger });
