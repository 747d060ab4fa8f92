import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { createCluster, findRunningServer, launchServer, shutServerDown, type LaunchOptions, type PostgresCluster } from './postgres-cluster.ts';
import { isProcessAlive, withProcessLock } from './process-lock.ts';

export interface EmbeddedPostgresOptions extends LaunchOptions {
  /** Where the data lives; made when it is missing, never deleted. */
  folder: string;
  database?: string | undefined;
}

export interface EmbeddedPostgres {
  url: string;
  /** Gives the server up; it is shut down when no other process uses it. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought, or joins the one that another process already started on the same folder.
 * Each process that uses it leaves a file named after itself; the last one to leave shuts the server down. The files of
 * killed processes do not count.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = clusterOf(options);
  const users = path.join(cluster.folder, 'users');
  await mkdir(users, { recursive: true });
  const user = path.join(users, `${process.pid}-${randomUUID()}`);
  const binaries = await findPostgresBinaries(cluster.folder);

  const url = await withProcessLock(lockOf(cluster), async () => {
    await createCluster(cluster, binaries);
    const found = (await findRunningServer(cluster)) ?? (await launchServer(cluster, binaries, options));
    await usersAlive(users);
    await writeFile(user, '');
    return found;
  });

  const stop = () =>
    withProcessLock(lockOf(cluster), async () => {
      await rm(user, { force: true });
      const inUse = (await usersAlive(users)) > 0;
      if (!inUse && (await findRunningServer(cluster))) await shutServerDown(cluster, binaries);
    });
  return { url, stop };
}

/** The address of an embedded PostgreSQL that is running already, or undefined. */
export async function findEmbeddedPostgres(options: Pick<EmbeddedPostgresOptions, 'folder' | 'database'>): Promise<string | undefined> {
  return findRunningServer(clusterOf(options));
}

/** Forgets dead processes at once: later their numbers may be given to others. */
async function usersAlive(folder: string): Promise<number> {
  const names = await readdir(folder);
  const dead = names.filter((name) => !isProcessAlive(Number.parseInt(name, 10)));
  for (const name of dead) await rm(path.join(folder, name), { force: true });
  return names.length - dead.length;
}

function clusterOf({ folder, database = 'connector' }: Pick<EmbeddedPostgresOptions, 'folder' | 'database'>): PostgresCluster {
  return { folder: path.resolve(folder), database };
}

const lockOf = (cluster: PostgresCluster) => path.join(cluster.folder, 'lock');
