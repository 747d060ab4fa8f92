import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Stage } from './start-stage';

/** A store and the shop that belongs to it. */
export interface Place {
  storeHash: string;
  shopId: string;
}

/** A part that runs a worker of its own: the process of bench/<part>-worker.ts. */
type Part = 'catalogue' | 'ambiguous';

/** That process. */
export interface Connector {
  ask<T>(task: string, place: Place, more?: unknown): Promise<T>;
  /** Without a word: SIGKILL. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const workerOf = (part: Part): string => `dist/${part}-worker.js`;
const logOf = (part: Part): string => `test-results/bench-${part}-worker.log`;

/** As the worker is bundled for production. */
export const bundleConnector = (part: Part = 'catalogue') =>
  build({ bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', sourcemap: true, entryPoints: [`bench/${part}-worker.ts`], outfile: workerOf(part), logLevel: 'error' });

/** Those of `npm run worker`. */
const FLAGS = JSON.parse(readFileSync('worker/node-flags.json', 'utf8')) as string[];

const spawnWorker = (stage: Stage, part: Part): ChildProcess => {
  mkdirSync('test-results', { recursive: true });
  const log = openSync(logOf(part), 'a');
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, [...FLAGS, workerOf(part), JSON.stringify(stage)], { env, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  return child;
};

interface Reply {
  id: number;
  value?: unknown;
  error?: string;
}

/** Asks and answers over the channel between the processes. */
const conversation = (child: ChildProcess, part: Part) => {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  const wait = (id: number) => new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', ({ id, value, error }: Reply) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value);
    else one?.reject(new Error(error));
  });
  const ended = () => new Error(`The connector ended; the end of ${logOf(part)} may say why.`);
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(ended());
    waiting.clear();
  });
  return {
    ready: wait(0),
    ask: async (task: string, place: Place, more: unknown) => {
      if (!child.connected) throw ended();
      last += 1;
      child.send({ id: last, task, place, more });
      return wait(last);
    },
  };
};

export const startConnector = async (stage: Stage, part: Part = 'catalogue'): Promise<Connector> => {
  const child = spawnWorker(stage, part);
  const { ready, ask } = conversation(child, part);
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
