import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const RETRY_MS = 25;

/** Runs `work` while no other process of this machine runs its own under the same lock file. */
export async function withProcessLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

async function acquire(file: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await tryAcquire(file))) {
    await breakIfAbandoned(file);
    if (Date.now() > deadline) {
      const holder = await readFile(file, 'utf8').catch(() => 'unknown');
      throw new Error(`${file} is held by process ${holder} for more than a minute. If no such process of this project runs, delete the file.`);
    }
    await pause(RETRY_MS);
  }
}

/** A hard link appears whole or not at all, so nobody ever reads a lock without its owner's number. */
async function tryAcquire(file: string): Promise<boolean> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function breakIfAbandoned(file: string): Promise<void> {
  if (await isHeld(file)) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Between the look and the rename another process may have broken the lock and taken it: give it back.
  if (await isHeld(aside)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isHeld(file: string): Promise<boolean> {
  const holder = await readFile(file, 'utf8').catch(() => undefined);
  return holder === undefined || isProcessAlive(Number(holder));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
