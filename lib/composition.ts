import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { applyMigrations } from './adapters/database/apply-migrations';
import { createDatabase } from './adapters/database/create-database';
import { startEmbeddedPostgres } from './adapters/database/embedded-postgres';
import { createSealer } from './adapters/database/seal-secrets';
import { transactionOf } from './adapters/database/transaction-of';
import { createMail } from './adapters/mail/create-mail';
import { createQueue, type PumpQueue } from './adapters/queue/create-queue';
import { type App, assembleApp } from './assemble-app';
import type { Clock } from './engine/ports/clock';
import type { Log } from './engine/ports/log';
import type { Database } from './engine/ports/tables';
import { forgetTheOld, wakeDueStores } from './engine/sweep';
import { env, type Env } from './env';
import { logger } from './logger';
import { systemClock } from './system-clock';

export interface Services extends Omit<App, 'pump'> {
  env: Env;
  clock: Clock;
  database: Database;
  queue: PumpQueue;
  /** Makes this process one that drains dirty sets; any number of processes may. */
  startWorking(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  isWorker?: boolean;
  /** The system's, unless a benchmark lets time run faster. */
  clock?: Clock;
  /** Standard output, unless a test has no use for it. */
  log?: Log;
}

const POOL_SIZE = 10;
const QUEUE_POOL_SIZE = 4;
const SWEEP_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 60 * 60_000;

const transport = (url: string, init: RequestInit): Promise<Response> => fetch(url, { ...init, cache: 'no-store' });

const openDatabase = async (settings: Env, log: Log) => {
  const embedded = settings.databaseUrl === null ? await startEmbeddedPostgres({ folder: path.join('.data', 'postgres') }) : null;
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  await applyMigrations({ url, folder: path.join('prisma', 'migrations') });
  const database = await createDatabase({ url, sealer: createSealer(settings.encryptionKeys), poolSize: POOL_SIZE, log });
  const close = async () => {
    await database.close();
    await embedded?.stop();
  };
  return { url, database, close };
};

const createServices = async ({ isWorker, clock = systemClock, log = logger }: Options): Promise<Services> => {
  const settings = env();
  const { url, database, close } = await openDatabase(settings, log);
  const queue = await createQueue({ url, poolSize: QUEUE_POOL_SIZE, isWorker: isWorker ?? settings.worker === 'inside', log, transactionOf });
  const ports = { database, queue, clock, log };
  const mail = settings.mail && createMail(settings.mail);
  // Where time is not the system's, the database's is not either.
  const agreedNow = clock === systemClock ? database.now : async () => clock.now();
  const { pump, ...app } = assembleApp({ ...ports, agreedNow, env: settings, transport, mail, random: Math.random, randomCode: () => randomBytes(32).toString('base64url'), owner: `${process.pid}-${randomUUID()}` });
  const startWorking = async (): Promise<void> => {
    await queue.work(pump);
    queue.sweep(() => wakeDueStores(ports), SWEEP_EVERY_MS);
    queue.sweep(() => forgetTheOld(ports), FORGET_EVERY_MS);
  };
  const stop = async (): Promise<void> => {
    await queue.stop();
    await close();
  };
  return { env: settings, clock, database, queue, ...app, startWorking, stop };
};

// Next bundles routes and instrumentation apart, each with a copy of this module: the process has one set of services all the same.
const shared = globalThis as { connectorServices?: Promise<Services> };

/** The one place where ports meet adapters; opened on first use, for a build has no environment. */
export const services = (options: Options = {}): Promise<Services> => (shared.connectorServices ??= createServices(options));
