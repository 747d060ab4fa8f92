/** The servers behind the end-to-end tests: a fresh database, a sandbox that forgets, the built app. playwright.config.ts starts it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { buildApplication } from './stack/build.mjs';
import { demoSecrets } from './stack/demo-secrets.mjs';
import { EXCHANGES } from './stack/exchanges.mjs';
import { requireFreePorts } from './stack/ports.mjs';
import { startApp, startSandbox } from './stack/sandbox-and-app.mjs';
import { createSupervisor } from './stack/supervisor.mjs';

const KEYS = ['app', 'bigcommerce', 'hike', 'control'];

const { values } = parseArgs({ options: Object.fromEntries(KEYS.map((key) => [`${key}-port`, { type: 'string' }])) });
const ports = Object.fromEntries(KEYS.map((key) => [key, Number(values[`${key}-port`])]));
await bootstrap();
const supervisor = createSupervisor();
await run().catch(supervisor.fail);

async function run() {
  await requireFreePorts(KEYS.map((key) => ({ purpose: `${key} in the end-to-end tests`, port: ports[key], option: `--${key}-port` })));
  buildApplication();
  const databaseUrl = await freshDatabase();
  const logFolder = path.resolve('test-results', 'servers');
  // What the app and the sandbox said to each other is held against BigCommerce's OpenAPI files afterwards.
  rmSync(EXCHANGES, { force: true });
  await startSandbox(supervisor, { ports, logFolder, record: EXCHANGES });
  await startApp(supervisor, { ports, databaseUrl, secrets: demoSecrets(path.resolve('.data', 'e2e-secrets.json')), logFolder });
}

async function freshDatabase() {
  const { startTestServer } = await import('../lib/adapters/database/testing/test-server.ts');
  const { createTestDatabase } = await import('../lib/adapters/database/testing/test-database.ts');
  const starting = startTestServer();
  supervisor.hold('PostgreSQL', async () => (await starting.catch(() => undefined))?.stop());
  await starting;
  const database = await createTestDatabase();
  supervisor.hold('The test database', database.drop);
  return database.url;
}
