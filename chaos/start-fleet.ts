import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sandboxEnvironment } from '../lib/composition/testing/sandbox-environment';
import { ended, firstLine, isRunning, spawnLogged } from './processes';
import type { Stage } from './start-stage';

/** Worker processes; one that ends is replaced at once, as whoever runs them in earnest does it. */
export interface Fleet {
  /** Those that may be struck now: running, and not stopped. */
  pids(): number[];
  kill(pid: number): void;
  pauseFor(pid: number, ms: number): Promise<void>;
  /** How many worked, and ended without being killed by us. One that finds no database when it starts may give up. */
  losses(): number;
  stop(): Promise<void>;
}

/** The flags and the bundle of `npm run worker`. */
const WORKER = [...(JSON.parse(readFileSync('worker/node-flags.json', 'utf8')) as string[]), 'dist/worker.js'];
/** What it says once it works. */
const READY = 'the worker works';

const spawnWorker = (addresses: Stage['addresses']): ChildProcess =>
  spawnLogged({ args: WORKER, log: 'workers.log', env: { ...sandboxEnvironment(addresses), NODE_ENV: 'production' }, channel: 'output' });

/** SIGSTOP, and SIGCONT after that time. */
const pauseFor = async (worker: ChildProcess, ms: number): Promise<void> => {
  worker.kill('SIGSTOP');
  await pause(ms);
  worker.kill('SIGCONT');
};

export const startFleet = ({ addresses }: Stage, size: number): Fleet => {
  const workers = new Set<ChildProcess>();
  const [stopped, killed, ready] = [new Set<ChildProcess>(), new Set<ChildProcess>(), new Set<ChildProcess>()];
  let [losses, isOver] = [0, false];
  const find = (pid: number) => [...workers].find((worker) => worker.pid === pid);

  const add = (): void => {
    const worker = spawnWorker(addresses);
    workers.add(worker);
    firstLine(worker, (line) => line.includes(READY)).then(() => ready.add(worker), () => undefined);
    void once(worker, 'exit').then(() => {
      workers.delete(worker);
      stopped.delete(worker);
      if (isOver) return;
      if (!killed.delete(worker) && ready.has(worker)) losses += 1;
      add();
    });
  };
  for (let count = 0; count < size; count += 1) add();
  return {
    pids: () => [...workers].filter((one) => isRunning(one) && !stopped.has(one)).flatMap(({ pid }) => pid ?? []),
    kill: (pid) => {
      const worker = find(pid);
      if (worker === undefined) return;
      killed.add(worker);
      worker.kill('SIGKILL');
    },
    pauseFor: async (pid, ms) => {
      const worker = find(pid);
      if (worker === undefined) return;
      stopped.add(worker);
      await pauseFor(worker, ms);
      stopped.delete(worker);
    },
    losses: () => losses,
    stop: async () => {
      isOver = true;
      await Promise.all([...workers].map((worker) => ended(worker, 'SIGTERM')));
    },
  };
};
