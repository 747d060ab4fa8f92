import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { installPackages } from './install-packages.mjs';
import { provideNode } from './provide-node.mjs';
import { whenOrphaned } from './when-orphaned.mjs';

/**
 * Comes back in a Node that the project supports, with all packages installed. In an older Node it runs the same command
 * again under a newer one, and ends with it. Everything before it must do without packages.
 */
export async function bootstrap() {
  process.chdir(path.resolve(import.meta.dirname, '..', '..'));
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  process.env.CHECKPOINT_DISABLE ??= '1';
  try {
    const node = provideNode();
    if (node !== process.execPath) return await runAgainUnder(node);
    installPackages();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

function runAgainUnder(node) {
  // First in the path, so that npm and whatever else asks for "node" gets the same.
  const env = { ...process.env, BOOTSTRAP_RUN_AGAIN: '1', PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenOrphaned(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  return new Promise(() => undefined);
}
