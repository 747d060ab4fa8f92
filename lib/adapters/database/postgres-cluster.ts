import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { removeStalePidFile } from './stale-pid-file.ts';

const USER = 'connector';
const ATTEMPTS = 8;

/** The folder of one PostgreSQL cluster: its data, and the password that was chosen when it was made. */
export interface PostgresCluster {
  folder: string;
  database: string;
}

export interface LaunchOptions {
  port?: number | undefined;
  settings?: Record<string, string> | undefined;
}

/** The address of the server that runs on this cluster and answers, or undefined. */
export async function findRunningServer(cluster: PostgresCluster): Promise<string | undefined> {
  const lines = (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]);
  if (!port) return undefined;
  const url = await addressOf(cluster, port);
  return (await canConnect(url)) ? url : undefined;
}

/** Makes the cluster in a folder of its own and moves it into place whole, so that an interrupted attempt leaves no half of one. */
export async function createCluster(cluster: PostgresCluster, binaries: PostgresBinaries): Promise<void> {
  if (existsSync(dataFolder(cluster))) return;
  const draft = path.join(cluster.folder, 'draft');
  await rm(draft, { recursive: true, force: true });
  const passwordFile = `${draft}.password`;
  const password = randomBytes(24).toString('base64url');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (binaries.owner) {
      for (const file of [draft, passwordFile]) await chown(file, binaries.owner.uid, binaries.owner.gid);
    }
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await binaries.run('initdb', [`--pgdata=${draft}`, `--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale]);
    await writeFile(path.join(cluster.folder, 'password'), password, { mode: 0o600 });
    await rename(draft, dataFolder(cluster));
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server apart from our process group, so that Ctrl-C reaches the application first and the database last. */
export async function launchServer(cluster: PostgresCluster, binaries: PostgresBinaries, options: LaunchOptions): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    try {
      const log = path.join(dataFolder(cluster), 'server.log');
      await binaries.run('pg_ctl', ['start', '-s', '-w', '-D', dataFolder(cluster), '-l', log, '-o', serverOptions(port, options.settings)]);
      const url = await addressOf(cluster, port);
      await ensureDatabase(url, cluster.database);
      return url;
    } catch (error) {
      // It runs after all, and was only too busy to answer when it was asked.
      const found = await findRunningServer(cluster);
      if (found) return found;
      if (attempt === ATTEMPTS || options.port) throw await explained(cluster, error);
      // A server that was killed may still be giving back its memory, and a free port may have been taken meanwhile.
      await removeStalePidFile(pidFile(cluster));
      await pause(500);
    }
  }
}

export async function shutServerDown(cluster: PostgresCluster, binaries: PostgresBinaries): Promise<void> {
  await binaries.run('pg_ctl', ['stop', '-s', '-w', '-m', 'fast', '-D', dataFolder(cluster)]);
}

const dataFolder = (cluster: PostgresCluster) => path.join(cluster.folder, 'data');
const pidFile = (cluster: PostgresCluster) => path.join(dataFolder(cluster), 'postmaster.pid');

function serverOptions(port: number, settings: Record<string, string> = {}): string {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
  return [`-p ${port}`, ...Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)].join(' ');
}

async function addressOf(cluster: PostgresCluster, port: number): Promise<string> {
  const password = await readFile(path.join(cluster.folder, 'password'), 'utf8');
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${cluster.database}`;
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port could be found.');
  return address.port;
}

async function explained(cluster: PostgresCluster, error: unknown): Promise<Error> {
  const log = await readFile(path.join(dataFolder(cluster), 'server.log'), 'utf8').catch(() => '');
  const tail = log.trim().split('\n').slice(-8).join('\n');
  return new Error(`The embedded PostgreSQL in ${cluster.folder} does not start. ${String(error)}\n${tail}`, { cause: error });
}
