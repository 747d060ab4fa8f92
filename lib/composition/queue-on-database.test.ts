import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreHash } from '../domain/ids';
import type { Log } from '../engine/ports/log';
import { at, newStoreHash, sampleMark } from '../engine/testing/batteries/sample-records';
import { queueBattery } from '../engine/testing/queue-battery';
import { createDatabase } from '../adapters/database/create-database';
import { createSealer } from '../adapters/database/seal-secrets';
import { createTestDatabase, type TestDatabase } from '../adapters/database/testing/test-database';
import { withClient } from '../adapters/database/testing/test-server';
import { transactionOf } from '../adapters/database/transaction-of';
import { createQueue, type PumpQueue } from '../adapters/queue/create-queue';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('the queue on the database', () => {
  let server: TestDatabase;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  const running: PumpQueue[] = [];

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await createDatabase({ url: server.url, sealer: createSealer(`1:${Buffer.alloc(32).toString('base64')}`), poolSize: 8, log });
    // Makes the queue's tables.
    await (await createQueue({ url: server.url, poolSize: 1, isWorker: false, log, transactionOf })).stop();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((queue) => queue.stop()));
    await withClient(server.url, (client) => client.query('DELETE FROM pgboss.job'));
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const start = async (isWorker: boolean): Promise<PumpQueue> => {
    const queue = await createQueue({ url: server.url, poolSize: 4, isWorker, log, transactionOf });
    running.push(queue);
    return queue;
  };

  /** A worker that notes which stores it was woken for. */
  const startWorker = async (onWake: (storeHash: StoreHash) => Promise<void> = async () => undefined) => {
    const queue = await start(true);
    const woken: StoreHash[] = [];
    await queue.work(
      async (storeHash) => {
        woken.push(storeHash);
        await onWake(storeHash);
      },
      { concurrency: 2 },
    );
    // The first look at the queue comes before the first notification.
    await pause(50);
    return { queue, woken };
  };

  const countWaiting = (storeHash: StoreHash): Promise<number> =>
    withClient(server.url, async (client) => {
      const { rowCount } = await client.query("SELECT 1 FROM pgboss.job WHERE name = 'pump' AND state = 'created' AND singleton_key = $1", [storeHash]);
      return rowCount ?? 0;
    });

  describe('before anybody works on it', () => {
    let sender: PumpQueue;
    beforeEach(async () => {
      sender = await start(false);
    });
    queueBattery(() => ({ database, queue: sender, countWaiting }));
  });

  it('wakes a worker of another instance within moments of the commit', async () => {
    const { woken } = await startWorker();
    const queue = await start(false);
    const delays: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const hash = newStoreHash();
      await database.transaction('webhook-received', async (tables) => {
        await tables.dirty.mark(hash, sampleMark());
        await queue.wake(hash, tables);
      });
      const committed = performance.now();
      await vi.waitFor(() => expect(woken).toContain(hash), { interval: 2, timeout: 3000 });
      delays.push(performance.now() - committed);
    }
    // Notified, not polled: polling would take half a second, and other tests share this machine.
    expect(delays.sort((a, b) => a - b)[2]).toBeLessThan(200);
  });

  it('wakes nobody before the commit, and nobody after a rollback', async () => {
    const { queue, woken } = await startWorker();
    const [kept, undone] = [newStoreHash(), newStoreHash()];
    const failing = database.transaction('webhook-received', async (tables) => {
      await queue.wake(undone, tables);
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    await database.transaction('webhook-received', async (tables) => {
      await queue.wake(kept, tables);
      await pause(300);
      expect(woken).toEqual([]);
    });
    await vi.waitFor(() => expect(woken).toEqual([kept]), { timeout: 3000 });
    expect(await countWaiting(undone)).toBe(0);
  });

  it('takes a new wake-up while the store’s pump runs', async () => {
    const { queue, woken } = await startWorker(() => pause(200));
    const hash = newStoreHash();
    await queue.wake(hash);
    await vi.waitFor(() => expect(woken).toEqual([hash]), { interval: 5 });
    await queue.wake(hash);
    await vi.waitFor(() => expect(woken).toEqual([hash, hash]), { interval: 5 });
  });

  it('wakes many stores at once from many transactions, each once, with two workers', async () => {
    const workers = [await startWorker(), await startWorker()];
    const sender = await start(false);
    const hashes = Array.from({ length: 20 }, newStoreHash);
    await Promise.all(hashes.map((hash) => database.transaction('webhook-received', (tables) => sender.wake(hash, tables))));
    const all = () => workers.flatMap(({ woken }) => woken);
    // Far less than a pause between two looks at the queue for each.
    await vi.waitFor(() => expect(all()).toHaveLength(20), { timeout: 1500, interval: 5 });
    expect(all().sort()).toEqual(hashes.sort());
  });

  it('hands a store to its pump at once while the platforms of two dozen others hang', async () => {
    const queue = await start(true);
    const [hanging, healthy] = [new Set(Array.from({ length: 24 }, newStoreHash)), newStoreHash()];
    const woken = new Set<StoreHash>();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await queue.work(async (storeHash) => {
      woken.add(storeHash);
      if (hanging.has(storeHash)) await answered;
    });
    await Promise.all([...hanging].map((storeHash) => queue.wake(storeHash)));
    await vi.waitFor(() => expect([...hanging].every((storeHash) => woken.has(storeHash))).toBe(true), { timeout: 10_000 });
    await queue.wake(healthy);
    await vi.waitFor(() => expect(woken).toContain(healthy), { timeout: 3000 });
    answer();
  });

  it('logs what a pump throws and goes on', async () => {
    const { queue, woken } = await startWorker(async () => {
      throw new RangeError('no');
    });
    const [first, second] = [newStoreHash(), newStoreHash()];
    await queue.wake(first);
    await queue.wake(second);
    await vi.waitFor(() => expect(woken).toHaveLength(2), { timeout: 3000 });
    expect(log.error).toHaveBeenCalledWith('a pump failed', { storeHash: first, error: new RangeError('no') });
  });

  it('sweeps again and again, also after a failure, until it is stopped', async () => {
    const queue = await start(true);
    let sweeps = 0;
    queue.sweep(async () => {
      sweeps += 1;
      if (sweeps === 1) throw new RangeError('no');
    }, 20);
    await vi.waitFor(() => expect(sweeps).toBeGreaterThan(2));
    await queue.stop();
    const atStop = sweeps;
    await pause(80);
    expect(sweeps).toBe(atStop);
  });

  it('lets a running pump come to its end when it is stopped', async () => {
    let ended = false;
    const { queue, woken } = await startWorker(async () => {
      await pause(400);
      ended = true;
    });
    await queue.wake(newStoreHash());
    await vi.waitFor(() => expect(woken).toHaveLength(1), { interval: 5 });
    await queue.stop();
    expect(ended).toBe(true);
  });

  it('starts in several processes at the same moment on a fresh database', async () => {
    const fresh = await createTestDatabase();
    const queues = await Promise.all([true, false, true].map((isWorker) => createQueue({ url: fresh.url, poolSize: 2, isWorker, log, transactionOf })));
    await Promise.all(queues.map((queue) => queue.stop()));
    await fresh.drop();
  });

  it('is invisible to Prisma’s migrations', async () => {
    await start(false);
    const prisma = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', ...args], { env: { ...process.env, DATABASE_URL: server.url } });
    const diff = await prisma('diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code');
    expect(diff.stdout).toContain('No difference detected');
    expect((await prisma('status')).stdout).toContain('Database schema is up to date!');
  });

  it('leaves what a lost wake-up left to the sweeper', async () => {
    const { queue, woken } = await startWorker();
    const hash = newStoreHash();
    await database.tables.dirty.mark(hash, sampleMark());
    queue.sweep(async () => {
      for (const due of await database.tables.dirty.listStoresDue(at(9))) await queue.wake(due);
    }, 100);
    await vi.waitFor(() => expect(woken).toContain(hash), { timeout: 3000 });
  });
});
