import type { WholeDatabase } from '../ports/tables';
import { accountBattery } from './batteries/account-battery';
import { codesBattery } from './batteries/codes-battery';
import { connectionsBattery } from './batteries/connections-battery';
import { customersBattery } from './batteries/customers-battery';
import { dirtyBattery } from './batteries/dirty-battery';
import { entriesBattery } from './batteries/entries-battery';
import { hikeProductsBattery } from './batteries/hike-products-battery';
import { incidentsBattery } from './batteries/incidents-battery';
import { leasesBattery } from './batteries/leases-battery';
import { linksBattery } from './batteries/links-battery';
import { reconciliationsBattery } from './batteries/reconciliations-battery';
import { seenBattery } from './batteries/seen-battery';
import { settingsBattery } from './batteries/settings-battery';
import { smallTablesBattery } from './batteries/small-tables-battery';
import { stockBattery } from './batteries/stock-battery';
import { storeProductsBattery } from './batteries/store-products-battery';
import { transactionsBattery } from './batteries/transactions-battery';

/** What every database must do. Tests use stores of their own, so all of it runs on one database. */
export const databaseBattery = (open: () => WholeDatabase): void => {
  accountBattery(open);
  codesBattery(open);
  connectionsBattery(open);
  settingsBattery(open);
  linksBattery(open);
  seenBattery(open);
  hikeProductsBattery(open);
  storeProductsBattery(open);
  stockBattery(open);
  customersBattery(open);
  reconciliationsBattery(open);
  dirtyBattery(open);
  leasesBattery(open);
  entriesBattery(open);
  incidentsBattery(open);
  smallTablesBattery(open);
  transactionsBattery(open);
};
