import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isProcessAlive } from './process-lock.ts';

/**
 * PostgreSQL itself overwrites the pid file of a server that was killed, unless the number now belongs to another process
 * of the same user, as happens after a restart of the machine or of a container. Then, and only then, the file is deleted.
 */
export async function removeStalePidFile(file: string): Promise<void> {
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid || !isProcessAlive(pid)) return;
  const name = await nameOfProcess(pid);
  if (name !== undefined && !name.includes('postgres')) await rm(file, { force: true });
}

async function nameOfProcess(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/comm`, 'utf8');
    return (await promisify(execFile)('ps', ['-p', String(pid), '-o', 'comm='])).stdout;
  } catch {
    return undefined;
  }
}
