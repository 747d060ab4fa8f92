import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createWriteStream, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const LOGS = path.join('test-results', 'chaos');

interface Spawning {
  args: string[];
  /** Its output is appended to this file of the folder `LOGS`. */
  log: string;
  env?: Record<string, string>;
  /** Its output is read too, or it is spoken with. */
  channel?: 'output' | 'ipc';
}

export const spawnLogged = ({ args, log, env = {}, channel }: Spawning): ChildProcess => {
  mkdirSync(LOGS, { recursive: true });
  const file = openSync(path.join(LOGS, log), 'a');
  const output = channel === 'output' ? 'pipe' : file;
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', output, file, ...(channel === 'ipc' ? (['ipc'] as const) : [])] });
  closeSync(file);
  child.stdout?.pipe(createWriteStream(path.join(LOGS, log), { flags: 'a' }));
  return child;
};

export const firstLine = async (child: ChildProcess, isIt: (line: string) => boolean): Promise<string> => {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (!isIt(line)) continue;
    // Whoever read it paused it.
    child.stdout!.resume();
    return line;
  }
  throw new Error(`A process ended before it was ready; the end of its file in ${LOGS} may say why.`);
};

export const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

export const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (!isRunning(child)) return;
  child.kill(signal);
  await once(child, 'exit');
};
