import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded-postgres.ts';
import { isProcessAlive } from '../process-lock.ts';

/** Apart from the application's own data, and kept between runs: starting it again takes a tenth of making it. */
const FOLDER = '.data/test-postgres';
/** What tests write need not survive a power cut. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
const PATIENCE_MS = 25_000;

/** Starts the server for one run of the tests, and clears away what killed runs left. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder: FOLDER, settings: SETTINGS });
  await dropAbandonedDatabases(server.url);
  return server;
}

let url: Promise<string> | undefined;

/** The run's server. The run starts it while the first tests load, so it may be a moment until it answers. */
export function testServerUrl(): Promise<string> {
  // Kept, a failure too: each test would wait as long for a server that does not come.
  return (url ??= waitForServer());
}

async function waitForServer(): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await findEmbeddedPostgres({ folder: FOLDER });
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`The test database did not start within ${PATIENCE_MS / 1000} seconds; the beginning of the output says why.`);
    await pause(50);
  }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function dropAbandonedDatabases(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'");
    const abandoned = rows.filter(({ datname }) => !isProcessAlive(Number(datname.split('_')[1])));
    for (const { datname } of abandoned) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`);
  });
}
