import path from 'node:path';

const FOLDER = path.resolve('.data', 'postgres');

/**
 * The database that DATABASE_URL names, or else the embedded one, with all migrations applied.
 * The TypeScript behind it runs as it is in the Node that the bootstrap has brought, so it is loaded only after that.
 */
export async function provideDatabase(supervisor) {
  const { startEmbeddedPostgres } = await import('../../lib/adapters/database/embedded-postgres.ts');
  const { applyMigrations } = await import('../../lib/adapters/database/apply-migrations.ts');
  let url = process.env.DATABASE_URL;
  if (!url) {
    const starting = startEmbeddedPostgres({ folder: FOLDER });
    // Held before it is there: Ctrl-C may come in between.
    supervisor.hold('PostgreSQL', async () => (await starting.catch(() => undefined))?.stop());
    url = (await starting).url;
  }
  const applied = await applyMigrations({ url, folder: path.resolve('prisma', 'migrations') });
  return { url, applied };
}
