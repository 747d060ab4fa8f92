import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** The number that Prisma's own engine locks, so that `prisma migrate deploy` and this exclude each other. */
const PRISMA_LOCK = 72_707_369;

/** Word for word what Prisma's engine would create. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  name: string;
  sql: string;
}

interface MigrationRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

export interface MigrateOptions {
  url: string;
  /** The folder `prisma/migrations`. */
  folder: string;
}

/**
 * Applies what is not applied yet, in order, each in a transaction of its own, and answers the names. A migration that the
 * database has and the folder has not is left alone: during a rolling deployment the older version must still start.
 */
export async function applyMigrations({ url, folder }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  // A server that goes away also fails the query under way, which says so; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const pending = withoutApplied(migrations, await appliedRows(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map(async (name) => ({ name, sql: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') })));
}

async function appliedRows(client: pg.Client): Promise<Map<string, MigrationRow>> {
  const { rows } = await client.query<MigrationRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function withoutApplied(migrations: Migration[], applied: Map<string, MigrationRow>): Migration[] {
  const failed = [...applied.values()].find((row) => row.finished_at === null);
  if (failed) {
    throw new Error(`Migration ${failed.migration_name} failed earlier and may be half applied. Repair the database, then say so with "npx prisma migrate resolve".`);
  }
  return migrations.filter((migration) => {
    const row = applied.get(migration.name);
    if (row && !matches(migration.sql, row.checksum)) {
      throw new Error(`Migration ${migration.name} was changed after it was applied. Restore its file and put the change into a new migration.`);
    }
    return row === undefined;
  });
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)',
      [randomUUID(), checksumOf(sql), name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex');

/** As Prisma does, a file whose line endings git changed on check-out counts as the same. */
function matches(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((variant) => checksumOf(variant) === checksum);
}
