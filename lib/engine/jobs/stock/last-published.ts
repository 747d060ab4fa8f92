import type { StoreHash } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import type { ReadingTables, Tables } from '../../ports/tables';

const CURSOR = 'stock-published';
const MANY_CURSOR = 'stock-published-many';
/** A page of products. */
const MANY = 250;

/** When a count was last published: the sync log has no line per count, the timeline has. */
export const lastPublished = async (tables: ReadingTables, storeHash: StoreHash): Promise<Instant | null> =>
  Instant.nullable().catch(null).parse(await tables.cursors.find(storeHash, CURSOR));

/** Published counts are told of as changes of their products: so many at once that to look at them all would cost pages. */
export const lastPublishedMany = async (tables: ReadingTables, storeHash: StoreHash): Promise<Instant | null> =>
  Instant.nullable().catch(null).parse(await tables.cursors.find(storeHash, MANY_CURSOR));

export const keepLastPublished = async (tables: Tables, storeHash: StoreHash, { at, levels }: { at: Instant; levels: number }): Promise<void> => {
  await tables.cursors.save(storeHash, CURSOR, at);
  if (levels > MANY) await tables.cursors.save(storeHash, MANY_CURSOR, at);
};
