import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { applyMigrations } from '../../lib/adapters/database/apply-migrations';
import { createDatabase } from '../../lib/adapters/database/create-database';
import { startEmbeddedPostgres } from '../../lib/adapters/database/embedded-postgres';
import { createSealer } from '../../lib/adapters/database/seal-secrets';
import { keepState, type KeptState } from '../../lib/adapters/database/testing/kept-state';
import type { WholeDatabase } from '../../lib/engine/ports/tables';
import { createMemoryDatabase } from '../../lib/engine/testing/create-memory-database';
import { logger } from '../../lib/logger';
import { simulatedEnvironment } from './installation';

interface OpenDatabase {
  database: WholeDatabase;
  /** From here on each call answers a database that is as it was at this moment. */
  keep(): Promise<() => Promise<WholeDatabase>>;
}

/** Where a simulated app keeps its tables. */
export interface Storage {
  /** An empty database; what is kept of it goes by this name. */
  open(name: string): Promise<OpenDatabase>;
  close(): Promise<void>;
}

export const memoryStorage = (): Storage => ({
  open: async () => {
    const database = createMemoryDatabase();
    const keep = async () => {
      const kept = database.snapshot();
      return async () => createMemoryDatabase(kept);
    };
    return { database, keep };
  },
  close: async () => undefined,
});

const POOL_SIZE = 4;
/** Nothing pulls its plug: what a process of the app loses is lost by the simulation's own accidents. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A PostgreSQL of its own, gone with the simulation. */
export const postgresStorage = async (): Promise<Storage> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'simulated-'));
  const server = await startEmbeddedPostgres({ folder, settings: SETTINGS });
  await applyMigrations({ url: server.url, folder: path.join('prisma', 'migrations') });
  const open: KeptState[] = [];
  const database = await createDatabase({ url: server.url, sealer: createSealer(simulatedEnvironment().encryptionKeys), poolSize: POOL_SIZE, idleMs: 0, log: logger });
  const keepAs = async (name: string) => {
    const kept = await keepState(server.url, name);
    open.push(kept);
    return async () => {
      await kept.restore();
      return database;
    };
  };
  const empty = await keepAs('empty');
  return {
    open: async (name) => ({ database: await empty(), keep: () => keepAs(name) }),
    close: async () => {
      for (const kept of open) await kept.close();
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
