import { randomUUID } from 'node:crypto';
import { createDatabase } from '../../lib/adapters/database/create-database';
import { createSealer } from '../../lib/adapters/database/seal-secrets';
import { withClient } from '../../lib/adapters/database/testing/test-server';
import { assembleApp } from '../../lib/assemble-app';
import type { StoreHash } from '../../lib/domain/ids';
import { someSettings } from '../../lib/domain/testing/a-shop';
import { STAFF, STORE } from '../../lib/engine/account/testing/create-test-account';
import type { Tables } from '../../lib/engine/ports/tables';
import { sampleHikeProduct, sampleStoreProduct } from '../../lib/engine/testing/batteries/sample-products';
import { sampleConnection, sampleEntry, sampleMember, sampleOrder, sampleProfile, sampleSale, sampleStore } from '../../lib/engine/testing/batteries/sample-records';
import { createTestClock } from '../../lib/engine/testing/create-test-clock';
import { logger } from '../../lib/logger';
import type { Edge } from '../../lib/web/edge';
import { createTestEdge } from '../../lib/web/testing/create-test-edge';

export const OTHER_STORE = 'def456' as StoreHash;
export const HOOK_SECRET = 'secret-of-the-hooks';

const seedStore = async (tables: Tables, storeHash: StoreHash, now: Edge['clock']['now']): Promise<void> => {
  await tables.stores.save(sampleStore(storeHash, { hookSecret: HOOK_SECRET, profile: { ...sampleProfile(), readAt: now() }, installedAt: now(), lastSeenAt: now() }));
  await tables.members.save(sampleMember(storeHash, { user: { ...STAFF, locale: 'en' }, sessionsSince: now() }));
  await tables.connections.save(sampleConnection(storeHash));
  await tables.settings.save(storeHash, 0, { value: someSettings(), savedAt: now(), savedBy: 'seed' });
  for (const id of [1, 2, 106]) await tables.orders.save(storeHash, sampleOrder(id, id === 2 ? { state: 'needs-you' } : {}));
  await tables.sales.save(storeHash, { sale: sampleSale(71), fingerprint: 'f', orderId: null, state: 'needs-you' }, now());
  await tables.hikeProducts.saveMany(storeHash, [sampleHikeProduct(812, 'Canvas tote'), sampleHikeProduct(813, 'Tee')]);
  await tables.storeProducts.saveMany(storeHash, [sampleStoreProduct(77, 'Canvas tote')]);
  await tables.entries.record(storeHash, sampleEntry({ result: 'needs-you' }));
};

export interface OpenApp {
  edge: Edge;
  /** A text that is another one as soon as anything in the database is. */
  digest(): Promise<string>;
  /** Whether anybody wrote anywhere on this server since it was last asked; `false` spares a digest. */
  wasWritten(): Promise<boolean>;
  /** After a request that may change something: sessions live, and nothing piles up. */
  tidy(): Promise<void>;
}

/** Both vendors understand nobody: whoever brings a made-up code gets nowhere. */
const refuseAll = (): Promise<Response> => Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));

/** Every row of every table; the tables of the migrations do not change. */
const DIGEST = `SELECT string_agg(format('SELECT %L AS name, coalesce(md5(string_agg(md5(t::text), '''' ORDER BY md5(t::text))), '''') AS rows FROM %I t', tablename, tablename), ' UNION ALL ') AS query
  FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;

/** The app's own services on a real database with two stores in it; nothing works the queue. */
export const withApp = <T>(url: string, work: (app: OpenApp) => Promise<T>): Promise<T> =>
  withClient(url, async (client) => {
    const { env } = createTestEdge().edge;
    const database = await createDatabase({ url, sealer: createSealer(env.encryptionKeys), poolSize: 4, log: logger });
    // Time stands still, and nobody waits for it.
    const clock = { now: createTestClock().now, sleep: async () => undefined };
    const queue = { wake: async () => undefined };
    const { account, pages, hikeOAuth } = assembleApp({ env, database, queue, clock, agreedNow: async () => clock.now(), transport: refuseAll, random: () => 0.5, randomCode: randomUUID, log: logger, mail: null, owner: 'fuzz' });
    for (const storeHash of [STORE, OTHER_STORE]) await seedStore(database.tables, storeHash, clock.now);
    const { rows: [made] } = await client.query<{ query: string }>(DIGEST);
    let newest = '';
    const wasWritten = async (): Promise<boolean> => {
      const last = newest;
      // Transactions get a number when they first write.
      newest = (await client.query<{ newest: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS newest')).rows[0]?.newest ?? '';
      return newest !== last;
    };
    try {
      return await work({
        wasWritten,
        edge: { env, clock, database, hikeOAuth, account, pages },
        digest: async () => JSON.stringify((await client.query(made!.query)).rows),
        tidy: async () => {
          await client.query('DELETE FROM one_time_codes; DELETE FROM inbox');
          await client.query('UPDATE memberships SET sessions_since = $1', [clock.now()]);
        },
      });
    } finally {
      await database.close();
    }
  });
