import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';

/** Database and sandbox for one benchmark; the connector comes and goes. */
export interface Stage {
  databaseUrl: string;
  bigcommerceUrl: string;
  hikeUrl: string;
  controlUrl: string;
  appUrl: string;
  scale: number;
  control<T>(path: string, options?: { method?: string; body?: unknown }): Promise<T>;
  stop(): Promise<void>;
}

interface StageOptions {
  /** How many times as fast as real time it all runs. */
  scale: number;
  /** How long BigCommerce and Hike take to answer, in their time: `200-800`. */
  latency: string;
}

/** In the platform's time; by itself the sandbox sends them in the same instant, which no platform does. */
const HOOK_DELAY_MS = 1_000;

const firstLine = async (child: ChildProcess, isIt: (line: string) => boolean): Promise<string> => {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (!isIt(line)) continue;
    // Nobody reads on, and a full pipe would stop the process.
    child.stdout!.resume();
    return line;
  }
  throw new Error('A server of the benchmark did not start.');
};

const ended = async (child: ChildProcess, stop: () => void): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  stop();
  await once(child, 'exit');
};

export const startStage = async ({ scale, latency }: StageOptions): Promise<Stage> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-catalogue-'));
  // Leaves the database when its input ends, so it does not outlive a benchmark that is killed.
  const database = spawn(process.execPath, ['lib/adapters/database/testing/hold-postgres.ts', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const appUrl = `http://localhost:${await freePort()}`;
  const options = { 'bigcommerce-port': 0, 'hike-port': 0, 'control-port': 0, world: 'empty', 'app-url': appUrl, 'clock-scale': scale, latency };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args, '--quiet'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const databaseUrl = await firstLine(database, (line) => line.startsWith('postgres'));
  const urls = JSON.parse(await firstLine(sandbox, (line) => line.startsWith('{"ready":true'))) as Pick<Stage, 'bigcommerceUrl' | 'hikeUrl' | 'controlUrl'>;
  const control = <T>(where: string, given?: Parameters<typeof ask>[1]) => ask<T>(`${urls.controlUrl}${where}`, given);
  await control('/webhook-faults', { body: { kind: 'delay', delayMs: HOOK_DELAY_MS } });
  return {
    ...urls,
    databaseUrl,
    appUrl,
    scale,
    control,
    stop: async () => {
      await ended(sandbox, () => sandbox.kill('SIGTERM'));
      await ended(database, () => database.stdin!.end());
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const ask = async <T>(url: string, { body, method = body === undefined ? 'GET' : 'POST' }: { method?: string; body?: unknown } = {}): Promise<T> => {
  const init = { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
};
