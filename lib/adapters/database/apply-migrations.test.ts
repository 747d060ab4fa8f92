import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from './apply-migrations.ts';
import { createEmptyTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { withClient } from './testing/test-server.ts';

const PRISMA = path.resolve('node_modules/prisma/build/index.js');

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createEmptyTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  await write('20260101000000_first', 'CREATE TABLE things (id int PRIMARY KEY);\nINSERT INTO things VALUES (1);');
  await write('20260102000000_second', "ALTER TABLE things ADD COLUMN note text DEFAULT 'a;b';");
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
}

const apply = () => applyMigrations({ url: database.url, folder });

function query<Row>(sql: string): Promise<Row[]> {
  return withClient(database.url, async (client) => (await client.query(sql)).rows as Row[]);
}

describe('applying migrations', () => {
  it('applies all of them to an empty database, in order', async () => {
    expect(await apply()).toEqual(['20260101000000_first', '20260102000000_second']);
    expect(await query('SELECT * FROM things')).toEqual([{ id: 1, note: 'a;b' }]);
  });

  it('does nothing the second time', async () => {
    await apply();
    expect(await apply()).toEqual([]);
  });

  it('applies only what was added since', async () => {
    await apply();
    await write('20260103000000_third', 'DROP TABLE things;');
    expect(await apply()).toEqual(['20260103000000_third']);
  });

  it('applies each once when several processes start at the same moment', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, apply));
    expect(applied.flat()).toHaveLength(2);
    expect(await query('SELECT id FROM things')).toEqual([{ id: 1 }]);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await apply();
    await write('20260101000000_first', 'CREATE TABLE other (id int);');
    await expect(apply()).rejects.toThrow('Migration 20260101000000_first was changed after it was applied');
  });

  it('takes a file with other line endings for the same', async () => {
    await apply();
    await write('20260101000000_first', 'CREATE TABLE things (id int PRIMARY KEY);\r\nINSERT INTO things VALUES (1);');
    expect(await apply()).toEqual([]);
  });

  it('leaves no trace of a migration that fails half-way, and applies it once it is repaired', async () => {
    await write('20260103000000_third', 'CREATE TABLE half (id int); SELECT 1 / 0;');
    await expect(apply()).rejects.toThrow('Migration 20260103000000_third failed and was undone: division by zero');
    expect(await query("SELECT to_regclass('half') AS found")).toEqual([{ found: null }]);
    await write('20260103000000_third', 'CREATE TABLE half (id int);');
    expect(await apply()).toEqual(['20260103000000_third']);
  });

  it('refuses to go on where another tool left a failed migration', async () => {
    await apply();
    await query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '20260102000000_second'");
    await expect(apply()).rejects.toThrow('Migration 20260102000000_second failed earlier');
  });

  it('starts on a database that a newer version has migrated further', async () => {
    await apply();
    await rm(path.join(folder, '20260102000000_second'), { recursive: true });
    expect(await apply()).toEqual([]);
  });
});

describe('upgrading a store that works already', () => {
  const CURRENT = path.resolve('prisma/migrations');

  it('calls the link of what is sold "variant" and leaves the others', async () => {
    const older = path.join(folder, 'older');
    await cp(path.join(CURRENT, '20261123180000_start'), path.join(older, '20261123180000_start'), { recursive: true });
    await applyMigrations({ url: database.url, folder: older });
    const links = ['product', 'order'].map((thing) => `('abc', '${thing}', '7', '812', 'hike', '{"taxClassId": 3}', now())`);
    await query(`INSERT INTO links VALUES ${links.join(', ')}`);
    await query("INSERT INTO dirty VALUES ('abc', 'sale', '1', 1, 10, now(), 0, 'webhook', now())");
    await applyMigrations({ url: database.url, folder: CURRENT });
    expect(await query('SELECT thing, hike_id, facts FROM links ORDER BY thing')).toEqual([
      { thing: 'order', hike_id: '812', facts: { taxClassId: 3 } },
      { thing: 'variant', hike_id: '812', facts: { taxClassId: 3 } },
    ]);
    expect(await query('SELECT thing, id FROM dirty')).toEqual([{ thing: 'sale', id: '1' }]);
  });

  it('sorts names by code point, whatever the server’s language', async () => {
    await applyMigrations({ url: database.url, folder: CURRENT });
    const collations = await query("SELECT DISTINCT collation_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'name_key'");
    expect(collations).toEqual([{ collation_name: 'C' }]);
  });
});

describe('beside Prisma', () => {
  it('agrees with "migrate status" and "migrate deploy" on what is applied', async () => {
    await applyMigrations({ url: database.url, folder: path.resolve('prisma/migrations') });
    expect(await prisma('migrate', 'status')).toContain('Database schema is up to date!');
    expect(await prisma('migrate', 'deploy')).toContain('No pending migrations to apply.');
  });

  it('finds applied what "migrate deploy" applied', async () => {
    await prisma('migrate', 'deploy');
    expect(await applyMigrations({ url: database.url, folder: path.resolve('prisma/migrations') })).toEqual([]);
  });

  it('has migrations that lead exactly to the schema', async () => {
    const target = ['--to-schema', 'prisma/schema.prisma'];
    expect(await prisma('migrate', 'diff', '--from-migrations', 'prisma/migrations', ...target, '--exit-code')).toContain('No difference detected');
  });

  it('notices a schema that the migrations do not lead to', async () => {
    await cp('prisma/schema.prisma', path.join(folder, 'schema.prisma'));
    await writeFile(path.join(folder, 'schema.prisma'), '\nmodel Extra {\n  id Int @id\n}\n', { flag: 'a' });
    const target = ['--to-schema', path.join(folder, 'schema.prisma')];
    const diff = prisma('migrate', 'diff', '--from-migrations', 'prisma/migrations', ...target, '--exit-code');
    await expect(diff).rejects.toMatchObject({ code: 2, stdout: expect.stringContaining('Extra') as string });
  });
});

async function prisma(...args: string[]): Promise<string> {
  const environment = { ...process.env, DATABASE_URL: database.url };
  return (await promisify(execFile)(process.execPath, [PRISMA, ...args], { env: environment })).stdout;
}
