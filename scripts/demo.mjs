/** npm run demo: everything from a bare checkout to a merchant's store and shop in the browser. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { say } from './bootstrap/say.mjs';
import { buildApplication } from './stack/build.mjs';
import { provideDatabase } from './stack/database.mjs';
import { demoSecrets } from './stack/demo-secrets.mjs';
import { requireFreePorts } from './stack/ports.mjs';
import { addressesOf, startApp, startSandbox } from './stack/sandbox-and-app.mjs';
import { createSupervisor } from './stack/supervisor.mjs';

const HELP = `npm run demo -- [options]
  --app-port N           the app                                    (3000, or DEMO_APP_PORT)
  --bigcommerce-port N   the control panel and BigCommerce's API    (4010, or DEMO_BIGCOMMERCE_PORT)
  --hike-port N          the till and Hike's API                    (4020, or DEMO_HIKE_PORT)
  --control-port N       the sandbox's own control API              (4030, or DEMO_CONTROL_PORT)
Data and logs are kept in .data; delete that folder to begin anew. DATABASE_URL names another database than the embedded one.`;

const PORTS = [
  { key: 'app', purpose: 'the app', standard: 3000 },
  { key: 'bigcommerce', purpose: 'the control panel', standard: 4010 },
  { key: 'hike', purpose: 'the till', standard: 4020 },
  { key: 'control', purpose: 'the control API', standard: 4030 },
];

const ports = readPorts();
await bootstrap();
const supervisor = createSupervisor();
await run().catch(supervisor.fail);

async function run() {
  await requireFreePorts(PORTS.map(({ key, purpose }) => ({ purpose, port: ports[key], option: `--${key}-port` })));
  say('Starting the database');
  const database = await provideDatabase(supervisor);
  if (database.applied.length) say(`Applied ${database.applied.length} migrations`);
  buildApplication({ before: () => say('Building the app') });
  say('Starting the sandbox and the app');
  const logFolder = path.resolve('.data', 'demo');
  await startSandbox(supervisor, { ports, world: 'demo', data: path.join('.data', 'sandbox.json'), logFolder });
  const secrets = demoSecrets(path.resolve('.data', 'demo-secrets.json'));
  await startApp(supervisor, { ports, databaseUrl: database.url, secrets, logFolder });
  if (!supervisor.isEnding()) sayWhereToClick();
}

function sayWhereToClick() {
  const { appUrl, bigcommerceUrl, hikeUrl } = addressesOf(ports);
  say('Ready');
  console.log(`
  The store's control panel   ${bigcommerceUrl}/
  The shop's till             ${hikeUrl}/till

  Begin in the control panel: Apps, then the connector, then Install. Then connect Hike, choose the settings,
  import an order from the order list, and ring up a sale at the till.

  The app itself answers at ${appUrl}; logs are in .data/demo. Ctrl-C stops everything and keeps the data.
`);
}

function readPorts() {
  const options = Object.fromEntries(PORTS.map(({ key }) => [`${key}-port`, { type: 'string' }]));
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } });
    if (values.help) finish(HELP, 0);
    return Object.fromEntries(PORTS.map(({ key, standard }) => [key, portOf(values[`${key}-port`] ?? process.env[`DEMO_${key.toUpperCase()}_PORT`] ?? standard)]));
  } catch (error) {
    return finish(`${error.message}\n\n${HELP}`, 1);
  }
}

function portOf(value) {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`"${value}" is no port.`);
  return port;
}

function finish(message, code) {
  console.log(message);
  process.exit(code);
}
