import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Figure } from './figures';

const PORTS = ['--app-port', '3300', '--bigcommerce-port', '4310', '--hike-port', '4320', '--control-port', '4330'];

/** The demo says at each step how many seconds have passed: "[ 28.1 s] Starting the database". */
const STEP = /^\[\s*([\d.]+) s\] (.*)$/;

/** `npm run demo` in a fresh clone of the last commit, from the end of the installation until it is ready. */
export const measureDemo = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-demo-'));
  execFileSync('git', ['clone', '--quiet', process.cwd(), folder]);
  const demo = spawn(process.execPath, ['scripts/demo.mjs', ...PORTS], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const times = new Map<string, number>();
  for await (const line of createInterface({ input: demo.stdout })) {
    const [, seconds, step] = STEP.exec(line) ?? [];
    if (step !== undefined) times.set(step, Number(seconds));
    if (step === 'Ready') break;
  }
  demo.stdout.resume();
  demo.kill('SIGTERM');
  if (demo.exitCode === null) await once(demo, 'exit');
  rmSync(folder, { recursive: true, force: true });
  const [installed, ready] = [times.get('Starting the database'), times.get('Ready')];
  if (installed === undefined || ready === undefined) throw new Error('The demo did not get ready.');
  return [{ name: 'Demo: cold start after the installation', value: ready - installed, unit: 's', aim: 60 }];
};
