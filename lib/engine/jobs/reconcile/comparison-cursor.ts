import { z } from 'zod';
import { HikeProductId, type StoreHash } from '../../../domain/ids';
import type { ReadingTables, Tables } from '../../ports/tables';

const CURSOR = 'reconcile';

/** Where the comparison that runs is; a killed process goes on there. */
export const Comparison = z.object({
  number: z.int(),
  stage: z.enum(['money', 'stock', 'counts']),
  /** Products up to here have had their stock compared. */
  after: HikeProductId.nullable(),
  /** Pages of Hike's products that this comparison has read. */
  pages: z.int(),
});
export type Comparison = z.infer<typeof Comparison>;

export const readComparison = async (tables: ReadingTables, storeHash: StoreHash): Promise<Comparison | null> =>
  Comparison.nullable().parse(await tables.cursors.find(storeHash, CURSOR));

export const saveComparison = (tables: Tables, storeHash: StoreHash, comparison: Comparison | null): Promise<void> => tables.cursors.save(storeHash, CURSOR, comparison);

const COUNTS_CURSOR = 'reconcile-counts';
const Skip = z.int().nonnegative();

/** Rows of Hike's list of products to pass over: of a large catalogue each night compares a part, and the next one goes on behind it. */
export const readCountsSkip = async (tables: ReadingTables, storeHash: StoreHash): Promise<number> => Skip.nullable().parse(await tables.cursors.find(storeHash, COUNTS_CURSOR)) ?? 0;

export const saveCountsSkip = (tables: Tables, storeHash: StoreHash, skip: number): Promise<void> => tables.cursors.save(storeHash, COUNTS_CURSOR, skip);

/** They speak of a shop that is no longer connected. */
export const forgetComparisons = async (tables: Tables, storeHash: StoreHash): Promise<void> => {
  await tables.reconciliations.deleteAll(storeHash);
  await tables.differences.deleteAll(storeHash);
  await saveComparison(tables, storeHash, null);
  await saveCountsSkip(tables, storeHash, 0);
};
