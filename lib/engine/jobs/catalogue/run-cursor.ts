import { CATALOGUE_RUN_CURSOR, CatalogueRun, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { StoreHash } from '../../../domain/ids';
import type { ReadingTables, Tables } from '../../ports/tables';

export const readRun = async (tables: ReadingTables, storeHash: StoreHash): Promise<CatalogueRun> =>
  CatalogueRun.nullable().parse(await tables.cursors.find(storeHash, CATALOGUE_RUN_CURSOR)) ?? NO_CATALOGUE_RUN;

/** Inside a transaction: pages and jobs both change the run, so nobody else does until it ends. */
export const readRunForUpdate = async (tables: Tables, storeHash: StoreHash): Promise<CatalogueRun> => {
  // There is no run without a connection, so its lock serves for both.
  await tables.connections.findForUpdate(storeHash);
  return readRun(tables, storeHash);
};

export const saveRun = (tables: Tables, storeHash: StoreHash, run: CatalogueRun): Promise<void> => tables.cursors.save(storeHash, CATALOGUE_RUN_CURSOR, run);

/** Plans are being carried out, one after the other. */
export const isWriting = ({ state }: CatalogueRun): boolean => state === 'running' || state === 'applying';
