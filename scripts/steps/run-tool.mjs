import { spawn } from 'node:child_process';

/** Runs a JavaScript program of node_modules with its output on ours, and answers its exit code. */
export function runTool(args, env = {}) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
