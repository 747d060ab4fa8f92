import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { build } from 'esbuild';
import type { Stage } from './start-stage';

/** A store and the shop that belongs to it. */
export interface Place {
  storeHash: string;
  shopId: string;
}

/** The process of bench/catalogue-worker.ts. */
export interface Connector {
  ask<T>(task: string, place: Place, more?: unknown): Promise<T>;
  /** Without a word: SIGKILL. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const WORKER = 'dist/catalogue-worker.js';
const LOG = 'test-results/bench-catalogue-worker.log';

/** As the worker is bundled for production. */
export const bundleConnector = () =>
  build({ bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', sourcemap: true, entryPoints: ['bench/catalogue-worker.ts'], outfile: WORKER, logLevel: 'error' });

const spawnWorker = (stage: Stage): ChildProcess => {
  mkdirSync('test-results', { recursive: true });
  const log = openSync(LOG, 'a');
  const env = { ...process.env, NODE_ENV: 'production' as const };
  // The flags are those of `npm run worker`.
  const child = spawn(process.execPath, ['--optimize-for-size', '--enable-source-maps', WORKER, JSON.stringify(stage)], { env, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  return child;
};

interface Reply {
  id: number;
  value?: unknown;
  error?: string;
}

/** Asks and answers over the channel between the processes. */
const conversation = (child: ChildProcess) => {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const wait = (id: number) => new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', ({ id, value, error }: Reply) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error(`The connector ended; the end of ${LOG} may say why.`));
    waiting.clear();
  });
  return {
    ready: wait(0),
    ask: (task: string, place: Place, more: unknown) => {
      last += 1;
      child.send({ id: last, task, place, more });
      return wait(last);
    },
  };
};

export const startConnector = async (stage: Stage): Promise<Connector> => {
  const child = spawnWorker(stage);
  const { ready, ask } = conversation(child);
  const end = async (how: () => void) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    how();
    await once(child, 'exit');
  };
  await ready;
  return {
    ask: <T>(task: string, place: Place, more?: unknown) => ask(task, place, more) as Promise<T>,
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.disconnect()),
  };
};
