import { PrismaPg } from '@prisma/adapter-pg';
import type { Instant } from '../../domain/instant';
import { instantFromDate } from '../../domain/instant-arithmetic';
import type { Log } from '../../engine/ports/log';
import type { Commit } from '../../engine/ports/commits';
import type { WholeDatabase, Tables } from '../../engine/ports/tables';
import { PrismaClient } from '../../generated/prisma/client';
import { bindTables } from './bind-tables';
import { nameStatements } from './name-statements';
import { retryDeadlocks } from './retry-deadlocks';
import type { Sealer } from './seal-secrets';
import { rememberTransaction } from './transaction-of';

export interface DatabaseOptions {
  url: string;
  sealer: Sealer;
  /** Connections at most; each transaction in flight holds one. */
  poolSize: number;
  /** A connection that nobody used for so long is closed; 0: none is. A new one costs both sides a handshake of milliseconds. */
  idleMs?: number;
  /** The server ends a transaction that does nothing for so long. */
  stillMs?: number;
  log: Log;
}

/** Longer than the usual pause between two polls. */
const IDLE_MS = 5 * 60_000;

/** Waiting for a connection, and the whole transaction: no network call belongs in one, so seconds are plenty. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/**
 * A process that is stopped, or whose machine is gone without a word, would hold its store's lease row locked for as long,
 * and nobody could take the store over. Less than a lease.
 */
const STILL_MS = 5_000;

export interface PostgresDatabase extends WholeDatabase {
  /** The server's own time, which is one for all processes. */
  now(): Promise<Instant>;
  close(): Promise<void>;
}

/** The tables in PostgreSQL. */
export const createDatabase = async (options: DatabaseOptions): Promise<PostgresDatabase> => {
  const { url, sealer, poolSize, idleMs = IDLE_MS, stillMs = STILL_MS, log } = options;
  // It breaks while nobody uses it; the pool opens another.
  const onConnectionError = (error: Error) => log.warn('a database connection broke', { error });
  // Prisma's adapter reads every time as UTC, whatever the session's zone.
  const adapter = new PrismaPg(
    { connectionString: url, max: poolSize, idleTimeoutMillis: idleMs, options: `-c timezone=UTC -c idle_in_transaction_session_timeout=${stillMs}` },
    { onPoolError: onConnectionError, onConnectionError, statementNameGenerator: nameStatements() },
  );
  const prisma = new PrismaClient({ adapter });
  await requireUtc(prisma);

  const transaction = <T>(_commit: Commit, work: (tables: Tables) => Promise<T>): Promise<T> =>
    retryDeadlocks(() =>
      prisma.$transaction(async (connection) => {
        const tables = bindTables(connection, sealer);
        rememberTransaction(tables, connection);
        return work(tables);
      }, TRANSACTION_LIMITS),
    );
  const now = async (): Promise<Instant> => {
    const [row] = await prisma.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
    return instantFromDate(row.now);
  };
  return { tables: bindTables(prisma, sealer), transaction, now, close: () => prisma.$disconnect() };
};

/** A pooler between us and the database may swallow the option; better no start than times that are hours off. */
const requireUtc = async (prisma: PrismaClient): Promise<void> => {
  const [row] = await prisma.$queryRaw<{ zone: string }[]>`SELECT current_setting('TimeZone') AS zone`;
  if (!/^(Etc\/)?(UTC|GMT|UCT|Zulu)$/i.test(row?.zone ?? '')) {
    throw new Error(`The database's sessions run in ${row?.zone} instead of UTC. Set it for the user: ALTER ROLE ... SET timezone = 'UTC'.`);
  }
};
