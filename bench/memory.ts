import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './figures';

const IDLE_MS = 15_000;

interface Process {
  pid: number;
  parent: number;
  /** Resident, in KiB. */
  rss: number;
  command: string;
}

const listProcesses = (): Process[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, rss, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), rss: Number(rss), command }];
    });

const withChildren = (root: number, all: readonly Process[]): Process[] => {
  const children = all.filter(({ parent }) => parent === root);
  return [...all.filter(({ pid }) => pid === root), ...children.flatMap(({ pid }) => withChildren(pid, all).filter((one) => one.pid !== root))];
};

/** The app's process with the worker inside, after a quiet while; sandbox and database are not counted. */
export const measureMemory = async (stack: number): Promise<Figure[]> => {
  await pause(IDLE_MS);
  const all = listProcesses();
  const app = withChildren(stack, all).find(({ command }) => /next(-server|.*start)/.test(command));
  if (!app) throw new Error('The app’s process was not found.');
  const rss = withChildren(app.pid, all).reduce((sum, one) => sum + one.rss, 0);
  return [{ name: 'Memory: app with worker, idle', value: rss / 1024, unit: 'MiB', aim: 300 }];
};
