import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { NEXT } from './build.mjs';

const PATIENCE_MS = 60_000;

/** What the sandbox and the application must both know to accept each other. */
const REGISTRATION = {
  BIGCOMMERCE_CLIENT_ID: 'demo-bigcommerce-client',
  BIGCOMMERCE_CLIENT_SECRET: 'demo-bigcommerce-secret-for-the-sandbox-alone',
  BIGCOMMERCE_APP_ID: '4711',
  HIKE_CLIENT_ID: 'demo-hike-app',
  HIKE_CLIENT_SECRET: 'demo-hike-secret-for-the-sandbox-alone',
};

export const addressesOf = ({ app, bigcommerce, hike, control }) => ({
  appUrl: `http://localhost:${app}`,
  bigcommerceUrl: `http://127.0.0.1:${bigcommerce}`,
  hikeUrl: `http://127.0.0.1:${hike}`,
  controlUrl: `http://127.0.0.1:${control}`,
});

/** Starts the two imitated services; comes back when they answer. */
export async function startSandbox(supervisor, { ports, world, data, record, logFolder }) {
  const options = {
    'bigcommerce-port': ports.bigcommerce,
    'hike-port': ports.hike,
    'control-port': ports.control,
    'app-url': addressesOf(ports).appUrl,
    ...(world ? { world } : {}),
    ...(data ? { data } : {}),
    ...(record ? { record } : {}),
  };
  const args = ['--import', 'tsx', 'sandbox/main.ts', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])];
  const child = supervisor.start({ name: 'The sandbox', args, env: REGISTRATION, logFile: path.join(logFolder, 'sandbox.log') });
  await readyLine(child.process);
}

/** Starts the built application; comes back when it says that it is healthy. */
export async function startApp(supervisor, { ports, databaseUrl, secrets, logFolder }) {
  const { appUrl, bigcommerceUrl, hikeUrl } = addressesOf(ports);
  const env = {
    ...REGISTRATION,
    ...secrets,
    NODE_ENV: 'production',
    // All of it stands here, because Next would fill gaps from a developer's .env.
    WORKER: 'inside',
    DATABASE_URL: databaseUrl,
    APP_URL: appUrl,
    BIGCOMMERCE_API_URL: bigcommerceUrl,
    BIGCOMMERCE_LOGIN_URL: bigcommerceUrl,
    BIGCOMMERCE_SDK_URL: `${bigcommerceUrl}/jssdk/bc-sdk.js`,
    HIKE_URL: hikeUrl,
  };
  const args = [NEXT, 'start', '--hostname', 'localhost', '--port', String(ports.app)];
  supervisor.start({ name: 'The app', args, env, logFile: path.join(logFolder, 'app.log') });
  await healthy(`${appUrl}/api/health`, supervisor);
}

function readyLine(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The sandbox did not get ready within a minute.')), PATIENCE_MS);
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      if (!line.startsWith('{"ready":true')) return;
      clearTimeout(timer);
      lines.close();
      resolve();
      // Closing the reader pauses the stream, and a full pipe would stop the sandbox.
      child.stdout.resume();
    });
  });
}

async function healthy(url, supervisor) {
  const deadline = performance.now() + PATIENCE_MS;
  while (!supervisor.isEnding()) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error(`The app did not get healthy within a minute: ${url} ${answer ? `says ${answer.status} ${await answer.text()}` : 'does not answer'}`);
    await pause(100);
  }
}
