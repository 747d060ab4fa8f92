import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { applyMigrations } from '../apply-migrations.ts';
import { testServerUrl, withClient } from './test-server.ts';

const MIGRATIONS = path.resolve('prisma/migrations');
/** Any number that nothing else on the test server locks. */
const TEMPLATE_LOCK = 4_011_977;

export interface TestDatabase {
  url: string;
  /** Optional: the next run drops what this one leaves. */
  drop(): Promise<void>;
}

/** A database of one's own with all migrations applied: a copy of a template, so it takes some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServerUrl();
  return create(server, await ensureTemplate(server));
}

/** A database of one's own with nothing in it. */
export async function createEmptyTestDatabase(): Promise<TestDatabase> {
  return create(await testServerUrl(), 'template1');
}

async function create(server: string, template: string): Promise<TestDatabase> {
  // The process number in the name tells the next run whether the database is still wanted.
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const drop = () => withClient(server, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return { url: withDatabase(server, name), drop };
}

/** Test files run in several processes: the first one makes the template, the others wait for it. */
async function ensureTemplate(server: string): Promise<string> {
  const name = `template_${fingerprint(MIGRATIONS)}`;
  await withClient(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (!(await exists(client, name))) await makeTemplate(client, server, name);
  });
  return name;
}

async function makeTemplate(client: pg.Client, server: string, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft}`);
  await applyMigrations({ url: withDatabase(server, draft), folder: MIGRATIONS });
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  return Boolean((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount);
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, entry);
    if (statSync(file).isFile()) hash.update(entry).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
