import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserId } from '../../domain/ids';
import { at, newStoreHash, sampleConnection, sampleStore } from '../../engine/testing/batteries/sample-records';
import { databaseBattery } from '../../engine/testing/database-battery';
import { createDatabase } from './create-database';
import { createSealer } from './seal-secrets';
import { createTestDatabase, type TestDatabase } from './testing/test-database';
import { withClient } from './testing/test-server';
import { transactionOf } from './transaction-of';

const sealer = createSealer(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const open = (url: string, rest: { stillMs?: number } = {}) => createDatabase({ ...rest, url, sealer, poolSize: 12, log: { info() {}, warn() {}, error() {} } });

describe('the database in PostgreSQL', () => {
  let server: TestDatabase;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  const query = <Row>(sql: string): Promise<Row[]> => withClient(server.url, async (client) => (await client.query(sql)).rows as Row[]);

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await open(server.url);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  databaseBattery(() => database);

  it('keeps no secret readable', async () => {
    const hash = newStoreHash();
    await database.tables.stores.save(sampleStore(hash));
    const connection = sampleConnection(hash);
    await database.tables.connections.save({ ...connection, candidate: { tokens: connection.tokens, fingerprint: null, shopName: null, lists: null } });
    await database.tables.codes.create('code-of-the-hand-over', 'handover', { value: {}, expiresAt: at(5) });
    const everything = JSON.stringify(await query('SELECT to_jsonb(s) FROM stores s UNION ALL SELECT to_jsonb(h) FROM hike_connections h UNION ALL SELECT to_jsonb(c) FROM one_time_codes c'));
    expect(everything).toContain(hash);
    for (const secret of ['access-token-of-the-store', 'secret-of-the-hooks', 'access-first', 'refresh-first', 'code-of-the-hand-over']) {
      expect(everything).not.toContain(secret);
    }
  });

  it('does not open a secret that was moved to another store', async () => {
    const [ours, theirs] = [newStoreHash(), newStoreHash()];
    for (const hash of [ours, theirs]) await database.tables.stores.save(sampleStore(hash));
    await query(`UPDATE stores SET access_token = (SELECT access_token FROM stores WHERE hash = '${theirs}') WHERE hash = '${ours}'`);
    await expect(database.tables.stores.find(ours)).rejects.toThrow(`stores/${ours}/access_token does not open`);
  });

  it('refuses words and shapes that the domain does not know', async () => {
    const hash = newStoreHash();
    await database.tables.stores.save(sampleStore(hash));
    await query(`UPDATE stores SET profile = '{"name": 5}' WHERE hash = '${hash}'`);
    await expect(database.tables.stores.find(hash)).rejects.toThrow();
    await query(`UPDATE stores SET profile = NULL, state = 'asleep' WHERE hash = '${hash}'`);
    await expect(database.tables.stores.find(hash)).rejects.toThrow();
  });

  it('forgets a person’s data with the last membership', async () => {
    const hash = newStoreHash();
    await database.tables.stores.save(sampleStore(hash));
    const user = { id: 4_242 as UserId, email: 'gone@example.com', locale: 'en' };
    await database.tables.members.save({ storeHash: hash, user, isOwner: false, sessionsSince: at(0) });
    await database.tables.members.delete(hash, user.id);
    expect(await query('SELECT * FROM users WHERE id = 4242')).toEqual([]);
  });

  it('reads times rightly where the server keeps another zone', async () => {
    await query(`ALTER DATABASE ${new URL(server.url).pathname.slice(1)} SET timezone = 'Australia/Brisbane'`);
    const other = await open(server.url);
    const hash = newStoreHash();
    await other.tables.stores.save(sampleStore(hash, { installedAt: at(3) }));
    expect((await other.tables.stores.find(hash))?.installedAt).toBe(at(3));
    expect(await other.tables.dirty.nextDue(hash)).toBeNull();
    await other.close();
  });

  it('lets another process have a store whose process stands still in the middle of a transaction', { timeout: 10_000 }, async () => {
    const hash = newStoreHash();
    const term = (minute: number) => ({ now: at(minute), ttlMs: 1_000 });
    const still = await open(server.url, { stillMs: 200 });
    const token = (await still.tables.leases.acquire(hash, 'still', term(1))) ?? 0n;
    let goOn = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (goOn = resolve));
    let isInside = (): void => undefined;
    const inside = new Promise<void>((resolve) => (isInside = resolve));
    const written = still.transaction('sale-sent', async (tables) => {
      await tables.leases.assertHeld(hash, token);
      isInside();
      await stopped;
      await tables.cursors.save(hash, 'sales', {});
    });
    await inside;
    // After 15 seconds the process would give up by itself; one that is stopped does not.
    expect(await database.tables.leases.acquire(hash, 'other', term(2))).toBe(token + 1n);
    goOn();
    await expect(written).rejects.toThrow();
    expect(await database.tables.cursors.find(hash, 'sales')).toBeNull();
    await still.close();
  });

  it('has the server plan once what is asked again and again', async () => {
    const prepared = await createDatabase({ url: server.url, sealer, poolSize: 1, log: { info() {}, warn() {}, error() {} } });
    const hash = newStoreHash();
    for (let time = 0; time < 9; time += 1) expect(await prepared.tables.cursors.find(hash, 'sales')).toBeNull();
    const [statement] = await prepared.transaction('webhook-received', async (tables) => {
      const sql = `SELECT (generic_plans + custom_plans)::int AS runs FROM pg_prepared_statements WHERE statement LIKE '%"cursors"%'`;
      return (await transactionOf(tables)?.$queryRawUnsafe<{ runs: number }[]>(sql)) ?? [];
    });
    expect(statement?.runs).toBe(7);
    await prepared.close();
  });

  it('knows the transaction of tables that belong to one', async () => {
    expect(transactionOf(database.tables)).toBeUndefined();
    const rows = await database.transaction('webhook-received', async (tables) => transactionOf(tables)?.$queryRawUnsafe('SELECT 1 AS one'));
    expect(rows).toEqual([{ one: 1 }]);
  });
});
