import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { withClient } from './testing/test-server.ts';

const HOLDER = path.join(import.meta.dirname, 'testing', 'hold-postgres.ts');
const isRoot = process.getuid?.() === 0;

let parent: string;
let folder: string;
let started: EmbeddedPostgres[];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  // As an ordinary folder: temporary ones are closed to everybody else.
  await chmod(parent, 0o755);
  folder = path.join(parent, 'nested', 'postgres');
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  await rm(parent, { recursive: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder });
  started.push(server);
  return server;
}

async function startElsewhere(): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', HOLDER, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { process: child, url };
}

async function leave(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}

const count = (url: string) => withClient(url, async (client) => Number((await client.query<{ n: string }>('SELECT count(*) AS n FROM kept')).rows[0]?.n));
const fill = (url: string) => withClient(url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS id'));
const postmaster = async () => (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');

it('keeps the data from one start to the next', async () => {
  const first = await start();
  await fill(first.url);
  await first.stop();
  expect(await findEmbeddedPostgres({ folder })).toBeUndefined();
  expect(await count((await start()).url)).toBe(1);
});

it('is one server for all processes, and ends with the last of them', async () => {
  const [one, two] = await Promise.all([startElsewhere(), startElsewhere()]);
  expect(one.url).toBe(two.url);
  await leave(one.process);
  expect(await findEmbeddedPostgres({ folder })).toBe(two.url);
  await leave(two.process);
  expect(await findEmbeddedPostgres({ folder })).toBeUndefined();
});

it('does not wait for a process that was killed', async () => {
  const other = await startElsewhere();
  const own = await start();
  expect(own.url).toBe(other.url);
  const ended = once(other.process, 'exit');
  other.process.kill('SIGKILL');
  await ended;
  await own.stop();
  expect(await findEmbeddedPostgres({ folder })).toBeUndefined();
});

it('starts again after the server was killed, with its data', async () => {
  const { url } = await start();
  await fill(url);
  process.kill(Number((await postmaster())[0]), 'SIGKILL');
  expect(await count((await start()).url)).toBe(1);
});

it('starts although the number of a killed server now belongs to another process', async () => {
  const server = await start();
  await fill(server.url);
  const lines = await postmaster();
  await server.stop();
  const impostor = spawn('sleep', ['60'], isRoot ? { uid: await ownerOf(folder) } : {});
  try {
    await writeFile(path.join(folder, 'data', 'postmaster.pid'), [impostor.pid, ...lines.slice(1)].join('\n'));
    expect(await count((await start()).url)).toBe(1);
  } finally {
    impostor.kill();
  }
});

it('begins anew where making the cluster was interrupted', async () => {
  await mkdir(path.join(folder, 'draft', 'base'), { recursive: true });
  await start();
  expect(await readdir(folder)).not.toContain('draft');
});

it('takes over the lock of a process that died with it', async () => {
  await mkdir(folder, { recursive: true });
  const dead = spawn('true');
  await once(dead, 'exit');
  await writeFile(path.join(folder, 'lock'), String(dead.pid));
  await expect(start()).resolves.toHaveProperty('url');
});

it('runs in a folder that is closed to other users', async () => {
  await chmod(parent, 0o700);
  const { url } = await start();
  await fill(url);
  expect(await count(url)).toBe(1);
});

async function ownerOf(cluster: string): Promise<number> {
  return (await stat(path.join(cluster, 'data'))).uid;
}
