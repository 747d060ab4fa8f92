import { CONNECTION_WATCH_CURSOR, ConnectionWatch, UNWATCHED } from '../../../domain/connection-watch';
import type { StoreHash } from '../../../domain/ids';
import type { ReadingTables, Tables } from '../../ports/tables';

export const readWatch = async (tables: Pick<ReadingTables, 'cursors'>, storeHash: StoreHash): Promise<ConnectionWatch> =>
  ConnectionWatch.nullable().parse(await tables.cursors.find(storeHash, CONNECTION_WATCH_CURSOR)) ?? UNWATCHED;

export const saveWatch = (tables: Pick<Tables, 'cursors'>, storeHash: StoreHash, watch: ConnectionWatch): Promise<void> =>
  tables.cursors.save(storeHash, CONNECTION_WATCH_CURSOR, watch);
