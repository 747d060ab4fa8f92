import type { Tables } from '../../engine/ports/tables';
import type { Connection } from './connection';
import type { Sealer } from './seal-secrets';
import { postgresApiCalls } from './tables/postgres-api-calls';
import { postgresCursors } from './tables/postgres-cursors';
import { postgresDirtySet } from './tables/postgres-dirty-set';
import { postgresEntries } from './tables/postgres-entries';
import { postgresHikeConnections } from './tables/postgres-hike-connections';
import { postgresInbox } from './tables/postgres-inbox';
import { postgresIncidents } from './tables/postgres-incidents';
import { postgresIntents } from './tables/postgres-intents';
import { postgresLeases } from './tables/postgres-leases';
import { postgresLinks } from './tables/postgres-links';
import { postgresMembers } from './tables/postgres-members';
import { postgresOneTimeCodes } from './tables/postgres-one-time-codes';
import { postgresProductImages } from './tables/postgres-product-images';
import { postgresDifferences, postgresReconciliations } from './tables/postgres-reconciliations';
import { postgresReserves } from './tables/postgres-reserves';
import { postgresSeenCustomers } from './tables/postgres-seen-customers';
import { postgresSeenHikeProducts } from './tables/postgres-seen-hike-products';
import { postgresSeenOrders } from './tables/postgres-seen-orders';
import { postgresSeenSales } from './tables/postgres-seen-sales';
import { postgresSeenStoreProducts } from './tables/postgres-seen-store-products';
import { postgresSettingsRecords } from './tables/postgres-settings-records';
import { postgresStockLevels } from './tables/postgres-stock-levels';
import { postgresStockMoves } from './tables/postgres-stock-moves';
import { postgresStores } from './tables/postgres-stores';

export const bindTables = (connection: Connection, sealer: Sealer): Tables => ({
  stores: postgresStores(connection, sealer),
  members: postgresMembers(connection),
  codes: postgresOneTimeCodes(connection),
  connections: postgresHikeConnections(connection, sealer),
  settings: postgresSettingsRecords(connection),
  links: postgresLinks(connection),
  orders: postgresSeenOrders(connection),
  sales: postgresSeenSales(connection),
  dirty: postgresDirtySet(connection),
  leases: postgresLeases(connection),
  intents: postgresIntents(connection),
  entries: postgresEntries(connection),
  inbox: postgresInbox(connection),
  incidents: postgresIncidents(connection),
  cursors: postgresCursors(connection),
  calls: postgresApiCalls(connection),
  hikeProducts: postgresSeenHikeProducts(connection),
  storeProducts: postgresSeenStoreProducts(connection),
  images: postgresProductImages(connection),
  levels: postgresStockLevels(connection),
  moves: postgresStockMoves(connection),
  reserves: postgresReserves(connection),
  customers: postgresSeenCustomers(connection),
  reconciliations: postgresReconciliations(connection),
  differences: postgresDifferences(connection),
});
