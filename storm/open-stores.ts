import { randomBytes } from 'node:crypto';
import { wholeTablesOf } from '../lib/composition/testing/whole-tables-of';
import type { Services } from '../lib/composition';
import { CATALOGUE_RUN_CURSOR, NO_CATALOGUE_RUN } from '../lib/domain/catalogue-run';
import { aProfile, someLists, someSettings } from '../lib/domain/testing/a-shop';
import type { StoreHash } from '../lib/domain/ids';
import { newStoreHash, sampleConnection, sampleStore } from '../lib/engine/testing/batteries/sample-records';
import { STORE_READING_CURSOR } from '../lib/engine/jobs/catalogue/store-reading';
import type { Secrets } from './forgeries';

const newSecret = (): string => randomBytes(32).toString('base64url');

/** A store that is in step as of now, and another one that belongs to the forger. */
export const openStores = async ({ database, clock, env }: Services): Promise<Secrets & { storeHash: StoreHash }> => {
  const [storeHash, other] = [newStoreHash(), newStoreHash()];
  const [hookSecret, otherSecret] = [newSecret(), newSecret()];
  const [tables, now] = [wholeTablesOf({ database }), clock.now()];
  await tables.stores.save(sampleStore(storeHash, { hookSecret, profile: aProfile({ readAt: now }) }));
  await tables.stores.save(sampleStore(other, { hookSecret: otherSecret }));
  await tables.connections.save(sampleConnection(storeHash, { lists: someLists() }));
  await tables.settings.save(storeHash, 0, { value: someSettings(), savedAt: now, savedBy: 'storm@example.com' });
  const read = { sweep: 1, read: 0, total: 0, isDone: true };
  await tables.cursors.save(storeHash, CATALOGUE_RUN_CURSOR, { ...NO_CATALOGUE_RUN, state: 'in-step', hike: read, store: read });
  await tables.cursors.save(storeHash, STORE_READING_CURSOR, { goodUntil: now, pass: null, sweep: 1, sweptAt: now });
  await tables.cursors.save(storeHash, 'orders', { goodUntil: now });
  return { storeHash, hookSecret, clientSecret: env.bigcommerce.clientSecret, other: { storeHash: other, hookSecret: otherSecret } };
};
