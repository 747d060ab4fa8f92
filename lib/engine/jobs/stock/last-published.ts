import type { StoreHash } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import type { Tables } from '../../ports/tables';

const CURSOR = 'stock-published';

/** When a count was last published: the sync log has no line per count, the timeline has. */
export const lastPublished = async (tables: Tables, storeHash: StoreHash): Promise<Instant | null> =>
  Instant.nullable().catch(null).parse(await tables.cursors.find(storeHash, CURSOR));

export const keepLastPublished = (tables: Tables, storeHash: StoreHash, at: Instant): Promise<void> => tables.cursors.save(storeHash, CURSOR, at);
