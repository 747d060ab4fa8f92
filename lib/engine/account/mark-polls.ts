import type { Trigger } from '../../domain/entry';
import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { PRIORITY } from '../priorities';
import type { Tables } from '../ports/tables';

const POLLS = ['hike-sales', 'hike-products', 'store-products', 'hike-customers'] as const;

/** What is asked for by time begins, or begins again; one that has nothing to do yet ends by itself. */
export const markPolls = async (tables: Tables, storeHash: StoreHash, { now, trigger }: { now: Instant; trigger: Trigger }): Promise<void> => {
  for (const thing of POLLS) await tables.dirty.mark(storeHash, { thing, id: '-', priority: PRIORITY.poll, notBefore: now, trigger });
};
