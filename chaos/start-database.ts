import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../lib/adapters/database/embedded-postgres';

export interface KillableDatabase {
  url: string;
  /** `kill -9` of the postmaster, and a new one on the same files and address after that time. */
  kill(awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

export const startDatabase = async (): Promise<KillableDatabase> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'chaos-'));
  let server = await startEmbeddedPostgres({ folder });
  const { url } = server;
  const port = Number(new URL(url).port);

  /** What the dead one leaves behind takes a moment to go. */
  const startAgain = async (): Promise<void> => {
    for (const deadline = performance.now() + PATIENCE_MS; ; await pause(100)) {
      try {
        server = await startEmbeddedPostgres({ folder, port });
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
      }
    }
  };
  return {
    url,
    kill: async (awayMs) => {
      const [pid] = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await pause(awayMs);
      await startAgain();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
