import { createServer } from 'node:net';
import { type KillableDatabase, startDatabase } from './start-database';
import { ended, firstLine, spawnLogged } from './processes';

/** Database and sandbox; all that may be killed is told apart from them by its environment. */
export interface Stage {
  database: KillableDatabase;
  addresses: Record<'appUrl' | 'databaseUrl' | 'bigcommerceUrl' | 'hikeUrl' | 'controlUrl', string>;
  control<T>(path: string, options?: { method?: string; body?: unknown }): Promise<T>;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port could be found.');
  return address.port;
};

const ask = async <T>(url: string, { body, method = body === undefined ? 'GET' : 'POST' }: { method?: string; body?: unknown } = {}): Promise<T> => {
  const init = { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
};

/** Sandbox time is real time: what is measured is seconds of a merchant's life. */
export const startStage = async (): Promise<Stage> => {
  const database = await startDatabase();
  const appUrl = `http://localhost:${await freePort()}`;
  const options = { 'bigcommerce-port': 0, 'hike-port': 0, 'control-port': 0, world: 'empty', 'app-url': appUrl, latency: '20-120' };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const sandbox = spawnLogged({ args: ['--import', 'tsx', 'sandbox/main.ts', ...args, '--quiet'], log: 'sandbox.log', channel: 'output' });
  const urls = JSON.parse(await firstLine(sandbox, (line) => line.startsWith('{"ready":true'))) as Pick<Stage['addresses'], 'bigcommerceUrl' | 'hikeUrl' | 'controlUrl'>;
  return {
    database,
    addresses: { bigcommerceUrl: urls.bigcommerceUrl, hikeUrl: urls.hikeUrl, controlUrl: urls.controlUrl, appUrl, databaseUrl: database.url },
    control: (where, given) => ask(`${urls.controlUrl}${where}`, given),
    stop: async () => {
      await ended(sandbox, 'SIGTERM');
      await database.stop();
    },
  };
};
