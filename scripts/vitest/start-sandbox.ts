import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    sandbox: SandboxUrls;
  }
}

export interface SandboxUrls {
  bigcommerceUrl: string;
  hikeUrl: string;
  controlUrl: string;
}

const PATIENCE_MS = 30_000;
const ARGUMENTS = ['--import', 'tsx', 'sandbox/main.ts', '--bigcommerce-port', '0', '--hike-port', '0', '--control-port', '0'];

/** One sandbox for the run, in memory, on free ports: `inject('sandbox')` tells tests where. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ARGUMENTS, { stdio: ['ignore', 'pipe', 'inherit'] });
  project.provide('sandbox', await readyLine(child));
  return () => stop(child);
}

function readyLine(child: ChildProcess): Promise<SandboxUrls> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The sandbox did not say within 30 seconds that it is ready.')), PATIENCE_MS);
    child.once('exit', (code) => reject(new Error(`The sandbox ended with code ${code} before it was ready.`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const message = line.startsWith('{') ? (JSON.parse(line) as SandboxUrls & { ready?: boolean }) : undefined;
      if (!message?.ready) return;
      clearTimeout(timer);
      const { bigcommerceUrl, hikeUrl, controlUrl } = message;
      resolve({ bigcommerceUrl, hikeUrl, controlUrl });
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
