import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { NEW_SALES_CURSOR, SalesCursor } from '../../domain/rules/sales-window';
import type { ReadingTables, Tables } from '../ports/tables';

export const SALES_CURSOR = 'hike-sales';

export const findSalesCursor = async (tables: ReadingTables, storeHash: StoreHash): Promise<SalesCursor> =>
  SalesCursor.nullable().parse(await tables.cursors.find(storeHash, SALES_CURSOR)) ?? NEW_SALES_CURSOR;

/** Hike's new sales are known up to here; `null` before the first poll. */
export const salesReadUntil = async (tables: ReadingTables, storeHash: StoreHash): Promise<Instant | null> => (await findSalesCursor(tables, storeHash)).goodUntil;

/** The next poll begins no later than then. */
export const pollSalesFrom = async (tables: Tables, storeHash: StoreHash, since: Instant): Promise<void> => {
  const cursor = await findSalesCursor(tables, storeHash);
  if (cursor.goodUntil !== null && cursor.goodUntil > since) await tables.cursors.save(storeHash, SALES_CURSOR, { ...cursor, goodUntil: since });
};
