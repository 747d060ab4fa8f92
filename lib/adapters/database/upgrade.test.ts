import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Instant } from '../../domain/instant';
import type { Tables } from '../../engine/ports/tables';
import type { StoreHash } from '../../domain/ids';
import { databaseBattery } from '../../engine/testing/database-battery';
import { applyMigrations } from './apply-migrations';
import { createDatabase } from './create-database';
import { createSealer } from './seal-secrets';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from './testing/test-database';
import { withClient } from './testing/test-server';

const MIGRATIONS = path.join('prisma', 'migrations');
const ROWS = path.join('lib', 'adapters', 'database', 'testing', 'rows');
const NAMES = readdirSync(MIGRATIONS).filter((name) => /^\d/.test(name)).sort();

const sealer = createSealer(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const query = <Row>(url: string, sql: string): Promise<Row[]> => withClient(url, async (client) => (await client.query(sql)).rows as Row[]);

const tablesOf = async (url: string): Promise<string[]> =>
  (await query<{ name: string }>(url, "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1")).map(({ name }) => name);

const rowsIn = async (url: string, table: string): Promise<Record<string, unknown>[]> =>
  (await query<{ row: Record<string, unknown> }>(url, `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)).map(({ row }) => row);

/** What the app of that time had written by then. */
const rowsOf = (name: string): Promise<string> => readFile(path.join(ROWS, `${name}.sql`), 'utf8').catch(() => '');

/** A database at that migration, with rows in every table it has. */
const databaseAt = async (last: string): Promise<TestDatabase> => {
  const database = await createEmptyTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'upgrade-'));
  for (const name of NAMES.slice(0, NAMES.indexOf(last) + 1)) {
    await cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
    await applyMigrations({ url: database.url, folder });
    await query(database.url, await rowsOf(name));
  }
  await rm(folder, { recursive: true });
  return database;
};

const idOf = <T>(value: unknown): T => (typeof value === 'number' ? value : String(value)) as T;

/** Reads each row of what one looks for by store and id, as the app does; throws where one is not understood. */
const readEach = async (tables: Tables, url: string): Promise<number> => {
  let read = 0;
  const each = async (table: string, find: (hash: StoreHash, row: Record<string, unknown>) => Promise<unknown>) => {
    for (const row of await rowsIn(url, table)) {
      const found = await find(idOf(row.store_hash ?? row.hash), row);
      expect({ table, row, found }).not.toMatchObject({ found: null });
      expect({ table, row, found }).not.toMatchObject({ found: [] });
      read += 1;
    }
  };
  await each('stores', (hash) => tables.stores.find(hash));
  await each('hike_connections', (hash) => tables.connections.find(hash));
  await each('settings', (hash) => tables.settings.get(hash));
  await each('memberships', (hash, { user_id: id }) => tables.members.find(hash, idOf(id)));
  await each('links', (hash, { thing, hike_id: id }) => tables.links.findByHike(hash, thing as 'order', [idOf(id)]));
  await each('seen_orders', (hash, { order_id: id }) => tables.orders.findMany(hash, [idOf(id)]));
  await each('seen_sales', (hash, { sale_id: id }) => tables.sales.findMany(hash, [idOf(id)]));
  await each('dirty', (hash, { thing, id }) => tables.dirty.find(hash, thing as 'order', idOf(id)));
  await each('intents', (hash, { kind, key }) => tables.intents.find(hash, kind as 'order', idOf(key)));
  await each('entries', (hash, { id }) => tables.entries.find(hash, idOf(id)));
  await each('cursors', (hash, { name }) => tables.cursors.find(hash, idOf(name)));
  await each('hike_product_details', (hash, { product_id: id }) => tables.hikeProducts.findMany(hash, [idOf(id)]));
  await each('store_product_details', (hash, { product_id: id }) => tables.storeProducts.findMany(hash, [idOf(id)]));
  await each('product_images', (hash, { hike_id: id }) => tables.images.listOf(hash, [idOf(id)]));
  await each('stock_levels', (hash, { variant_id: id }) => tables.levels.findByVariants(hash, [idOf(id)]));
  await each('stock_moves', (hash, { hike_id: id }) => tables.moves.listOf(hash, idOf(id), { before: null, limit: 10 }));
  await each('seen_customers', (hash, { hike_id: id }) => tables.customers.findMany(hash, [idOf(id)]));
  return read;
};

describe.each(NAMES)('a database of the migration %s, with what was in it then', (name) => {
  let server: TestDatabase;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  const before = new Map<string, Record<string, unknown>[]>();

  beforeAll(async () => {
    server = await databaseAt(name);
    for (const table of await tablesOf(server.url)) before.set(table, await rowsIn(server.url, table));
    await applyMigrations({ url: server.url, folder: MIGRATIONS });
    database = await createDatabase({ url: server.url, sealer, poolSize: 12, log });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it('has rows in every table', () => {
    expect([...before].filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([]);
  });

  it('keeps them all, and the app understands each', async () => {
    const kept = await Promise.all([...before].map(async ([table, rows]) => ({ table, rows, now: (await tablesOf(server.url)).includes(table) ? await rowsIn(server.url, table) : [] })));
    for (const { table, rows, now } of kept) expect({ table, rows: now.length }).toEqual({ table, rows: rows.length });
    expect(await readEach(database.tables, server.url)).toBeGreaterThan(20);
  });
});

describe('the oldest database, brought up to date', () => {
  let server: TestDatabase;
  let database: Awaited<ReturnType<typeof createDatabase>>;

  beforeAll(async () => {
    server = await databaseAt(NAMES[0] ?? '');
    await applyMigrations({ url: server.url, folder: MIGRATIONS });
    database = await createDatabase({ url: server.url, sealer, poolSize: 12, log });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  databaseBattery(() => database);
});

describe('the statement for after a restore', () => {
  it('tells every store that its rows are from a dump', async () => {
    const manual = await readFile(path.join('docs', 'operating.md'), 'utf8');
    const statement = /```sql\n(INSERT INTO cursors[^`]*)```/.exec(manual)?.[1] ?? '';
    const server = await createTestDatabase();
    await query(server.url, await rowsOf(NAMES[0] ?? ''));
    await query(server.url, statement);
    // A second restore counts from the second moment.
    await query(server.url, statement);
    const marks = await query<{ value: unknown }>(server.url, "SELECT value FROM cursors WHERE name = 'restored'");
    expect(marks.length).toBe((await rowsIn(server.url, 'stores')).length);
    for (const { value } of marks) expect(Instant.safeParse(value).success).toBe(true);
    await server.drop();
  });
});
