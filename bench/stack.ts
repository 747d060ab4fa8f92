import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { PORTS, SERVERS } from '../e2e/servers';

export interface Stack {
  /** The process under which database, sandbox and app run. */
  child: ChildProcess;
  stop(): Promise<void>;
}

const PATIENCE_MS = 240_000;

/** The same servers as the end-to-end tests have, and on their ports: built app, fresh database, sandbox with real quotas. */
export const startStack = async (): Promise<Stack> => {
  const options = Object.entries(PORTS).map(([name, port]) => [`--${name}-port`, String(port)]);
  const child = spawn(process.execPath, ['scripts/e2e-servers.mjs', ...options.flat()], { stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${SERVERS.appUrl}/api/health`).catch(() => null);
    if (answer?.ok) return { child, stop };
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('The servers did not start.');
    await pause(200);
  }
};
