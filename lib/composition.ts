import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createBigCommerceOAuth } from './adapters/bigcommerce/create-bigcommerce-oauth';
import { applyMigrations } from './adapters/database/apply-migrations';
import { createDatabase } from './adapters/database/create-database';
import { startEmbeddedPostgres } from './adapters/database/embedded-postgres';
import { createSealer } from './adapters/database/seal-secrets';
import { transactionOf } from './adapters/database/transaction-of';
import { createHikeOAuth } from './adapters/hike/create-hike-oauth';
import { createQueue, type PumpQueue } from './adapters/queue/create-queue';
import { createVendors } from './create-vendors';
import { type Account, createAccount } from './engine/account/account';
import { createHikeAccess } from './engine/account/hike-access';
import { JOBS } from './engine/jobs/jobs';
import { createPages } from './engine/pages/create-pages';
import type { Pages } from './engine/pages/pages';
import type { Clock } from './engine/ports/clock';
import type { BigCommerceOAuth, HikeOAuth } from './engine/ports/oauth';
import type { Database } from './engine/ports/tables';
import { createPump } from './engine/pump';
import { forgetTheOld, wakeDueStores } from './engine/sweep';
import { env, type Env } from './env';
import { logger } from './logger';
import { systemClock } from './system-clock';

export interface Services {
  env: Env;
  clock: Clock;
  database: Database;
  queue: PumpQueue;
  bigcommerceOAuth: BigCommerceOAuth;
  hikeOAuth: HikeOAuth;
  account: Account;
  pages: Pages;
  /** Makes this process one that drains dirty sets; any number of processes may. */
  startWorking(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  isWorker?: boolean;
  /** The system's, unless a benchmark lets time run faster. */
  clock?: Clock;
}

const POOL_SIZE = 10;
const QUEUE_POOL_SIZE = 4;
/** Stores at once per process; each waits for platforms most of its time. */
const PUMPS = 8;
const SWEEP_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 60 * 60_000;

const transport = (url: string, init: RequestInit): Promise<Response> => fetch(url, { ...init, cache: 'no-store' });

const openDatabase = async (settings: Env) => {
  const embedded = settings.databaseUrl === null ? await startEmbeddedPostgres({ folder: path.join('.data', 'postgres') }) : null;
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  await applyMigrations({ url, folder: path.join('prisma', 'migrations') });
  const database = await createDatabase({ url, sealer: createSealer(settings.encryptionKeys), poolSize: POOL_SIZE, log: logger });
  const close = async () => {
    await database.close();
    await embedded?.stop();
  };
  return { url, database, close };
};

const createOAuth = (settings: Env, clock: Clock) => {
  const shared = { transport, clock, random: Math.random };
  const { loginUrl, clientId, clientSecret } = settings.bigcommerce;
  return {
    bigcommerceOAuth: createBigCommerceOAuth({ ...shared, loginUrl, clientId, clientSecret, redirectUri: `${settings.appUrl}/api/bigcommerce/auth` }),
    hikeOAuth: createHikeOAuth({ ...shared, ...settings.hike, redirectUri: `${settings.appUrl}/api/hike/callback` }),
  };
};

const createServices = async ({ isWorker, clock = systemClock }: Options): Promise<Services> => {
  const settings = env();
  const { url, database, close } = await openDatabase(settings);
  const queue = await createQueue({ url, poolSize: QUEUE_POOL_SIZE, isWorker: isWorker ?? settings.worker === 'inside', log: logger, transactionOf });
  const ports = { database, queue, clock, log: logger };
  const oauth = createOAuth(settings, clock);
  const installation = { appId: settings.bigcommerce.appId, appUrl: settings.appUrl };
  const startWorking = async (): Promise<void> => {
    const access = createHikeAccess({ ...ports, hikeOAuth: oauth.hikeOAuth });
    const vendors = createVendors({ ...ports, env: settings, transport, access });
    const pump = createPump({ ...ports, vendors, random: Math.random, installation, jobs: JOBS, owner: randomUUID() });
    await queue.work(pump, { concurrency: PUMPS });
    queue.sweep(() => wakeDueStores(ports), SWEEP_EVERY_MS);
    queue.sweep(() => forgetTheOld(ports), FORGET_EVERY_MS);
  };
  const stop = async (): Promise<void> => {
    await queue.stop();
    await close();
  };
  return {
    env: settings,
    clock,
    database,
    queue,
    ...oauth,
    account: createAccount({ ...ports, ...oauth, randomCode: () => randomBytes(32).toString('base64url') }),
    pages: createPages({ ...ports, installation }),
    startWorking,
    stop,
  };
};

// Next bundles routes and instrumentation apart, each with a copy of this module: the process has one set of services all the same.
const shared = globalThis as { connectorServices?: Promise<Services> };

/** The one place where ports meet adapters; opened on first use, for a build has no environment. */
export const services = (options: Options = {}): Promise<Services> => (shared.connectorServices ??= createServices(options));
