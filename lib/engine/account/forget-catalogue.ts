import { NO_CATALOGUE_RUN } from '../../domain/catalogue-run';
import type { StoreHash } from '../../domain/ids';
import { HIKE_READING_CURSOR } from '../jobs/catalogue/hike-reading';
import { saveRun } from '../jobs/catalogue/run-cursor';
import { STORE_READING_CURSOR } from '../jobs/catalogue/store-reading';
import { HIKE_CUSTOMERS_CURSOR } from '../jobs/customers/poll-hike-customers';
import type { JobThing, Tables } from '../ports/tables';

/** Work that names products or customers by what is forgotten here. */
const WORK: readonly JobThing[] = ['compare', 'product', 'stock', 'customer', 'product-to-hike'];

/**
 * Forgets both mirrors and all that was built on them: a dry run reads everything anew. What orders reserve stays true
 * whatever the shop, and so does which pictures BigCommerce has from us as long as the shop is the same.
 */
export const forgetCatalogue = async (tables: Tables, storeHash: StoreHash, { isOtherShop }: { isOtherShop: boolean }): Promise<void> => {
  for (const thing of WORK) await tables.dirty.deleteThing(storeHash, thing);
  for (const table of [tables.hikeProducts, tables.storeProducts, tables.levels, tables.moves, tables.customers]) await table.deleteAll(storeHash);
  if (isOtherShop) await tables.images.deleteAll(storeHash);
  for (const cursor of [HIKE_READING_CURSOR, STORE_READING_CURSOR, HIKE_CUSTOMERS_CURSOR]) await tables.cursors.save(storeHash, cursor, null);
  await saveRun(tables, storeHash, NO_CATALOGUE_RUN);
};
