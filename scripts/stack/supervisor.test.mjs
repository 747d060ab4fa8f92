import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const FIXTURE = path.join(import.meta.dirname, 'testing', 'supervise-two.mjs');

let folder;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'supervisor-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function supervise(command = process.execPath, args = [FIXTURE, folder], env = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, npm_lifecycle_event: '', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, pids: JSON.parse(line), output: () => output };
}

function lives(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it.each(['SIGINT', 'SIGTERM'])('stops everything, and calls it a success, on %s', async (signal) => {
  const { child, pids, output } = await supervise();
  child.kill(signal);
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(pids.filter(lives)).toEqual([]);
  expect(output()).toContain('let go');
});

it('says which child died, stops the rest, and calls it a failure', async () => {
  const { child, pids, output } = await supervise();
  process.kill(pids[1], 'SIGKILL');
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(output()).toContain('The second stopped by itself (SIGKILL)');
  expect(pids.filter(lives)).toEqual([]);
});

it('ends when the shell that npm started it through is killed', async () => {
  const { child, pids } = await supervise('/bin/sh', ['-c', `"${process.execPath}" "${FIXTURE}" "${folder}"; true`], { npm_lifecycle_event: 'demo' });
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(pids.filter(lives)).toEqual([]), 5000);
});
