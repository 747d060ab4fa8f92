import type { StoreHash } from '../../domain/ids';
import type { Settings } from '../../domain/settings';
import type { Installation } from '../jobs/job';
import type { Clock } from '../ports/clock';
import type { Mail } from '../ports/mail';
import type { Queue } from '../ports/queue';
import type { Database, HikeConnectionRecord, SettingsRecord, StoreRecord } from '../ports/tables';

export interface PageDeps {
  database: Database;
  queue: Queue;
  clock: Clock;
  installation: Installation;
  /** `null` where no mail server is set: pages say so. */
  mail: Mail | null;
}

/** What every page starts from. */
export interface StoreState {
  store: StoreRecord;
  connection: HikeConnectionRecord | null;
  saved: SettingsRecord;
  settings: Settings;
}

/** The session was checked before, so the store is there. */
export const readStoreState = async ({ database: { tables } }: PageDeps, storeHash: StoreHash): Promise<StoreState> => {
  const [store, connection, saved] = await Promise.all([
    tables.stores.find(storeHash),
    tables.connections.find(storeHash),
    tables.settings.get(storeHash),
  ]);
  if (store === null) throw new Error(`store ${storeHash} is gone`);
  return { store, connection, saved, settings: saved.value };
};
