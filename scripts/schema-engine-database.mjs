import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { tsImport } from 'tsx/esm/api';
import { openConnection } from './schema-engine-connection.mjs';

const EMBEDDED_HOST = 'embedded';
const EMBEDDED_FOLDER = path.resolve(import.meta.dirname, '..', '.data', 'postgres');

/**
 * The database behind one run of the engine. An address with the host `embedded` stands for the embedded PostgreSQL,
 * which is started when the first connection is wanted: `generate` and `validate` never want one.
 */
export function openDatabase(configuredUrl) {
  let server;
  const startServer = async () => {
    const { startEmbeddedPostgres } = await tsImport('../lib/adapters/database/embedded-postgres.ts', import.meta.url);
    return startEmbeddedPostgres({ folder: EMBEDDED_FOLDER });
  };
  const resolveUrl = async () => {
    if (!configuredUrl) throw new Error('This command needs a database: set DATABASE_URL.');
    if (new URL(configuredUrl).hostname !== EMBEDDED_HOST) return configuredUrl;
    server ??= startServer();
    return (await server).url;
  };
  return { resolveUrl, factory: engineFactory(resolveUrl), close: async () => (await server)?.stop() };
}

/** Runs `statement` on the server's maintenance database, for databases that do not exist yet or must go. */
export async function maintain(url, statement) {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function engineFactory(resolveUrl) {
  const connect = async () => openConnection(await resolveUrl());
  const connectToShadowDb = async () => {
    const url = new URL(await resolveUrl());
    const name = `prisma_shadow_${crypto.randomUUID()}`;
    await maintain(url, `CREATE DATABASE "${name}"`);
    url.pathname = `/${name}`;
    const connection = await openConnection(url.href);
    const dispose = async () => {
      await connection.dispose();
      await maintain(url, `DROP DATABASE "${name}"`);
    };
    return { ...connection, dispose };
  };
  return bindMigrationAwareSqlAdapterFactory({ provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb });
}
