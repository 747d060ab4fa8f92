import { PgBoss, fromPrisma, type PrismaTransactionLike } from 'pg-boss';
import { z } from 'zod';
import { StoreHash } from '../../domain/ids';
import type { Log } from '../../engine/ports/log';
import type { Queue } from '../../engine/ports/queue';
import type { Tables } from '../../engine/ports/tables';
import { repeat } from './repeat';

export interface QueueOptions {
  url: string;
  /** Connections at most; a process that works takes one more, to listen. */
  poolSize: number;
  /** False for a process that only wakes pumps which run elsewhere. */
  isWorker: boolean;
  log: Log;
  /** The running transaction that these tables belong to; undefined for tables outside of any. */
  transactionOf(tables: Tables): PrismaTransactionLike | undefined;
}

export interface PumpQueue extends Queue {
  /** Hands each woken store to the pump, `concurrency` stores at once, else `STORES_AT_ONCE`. What a pump throws is logged; the sweeper comes back to its store. */
  work(pump: (storeHash: StoreHash) => Promise<void>, options?: { concurrency: number }): Promise<void>;
  /** Runs now and then again and again, with that pause in between, in this process and in every other one that asks for it. */
  sweep(run: () => Promise<void>, everyMs: number): void;
  /** Takes no more work, and lets what runs come to its end. */
  stop(): Promise<void>;
}

const PUMP = 'pump';

/**
 * Per process. Each waits for platforms most of its time; one whose platform does not answer holds its place for a few
 * time-outs, until the store is blocked or cut off, and must not be in the others' way meanwhile.
 */
const STORES_AT_ONCE = 32;

const Wake = z.object({ storeHash: StoreHash });

const SETTINGS = {
  notify: true,
  // A wake-up that failed or whose process died is not repeated: the row is still dirty, so the sweeper wakes its store again.
  retryLimit: 0,
  // Far beyond a pump's slice: pg-boss takes a handler that runs longer for dead.
  expireInSeconds: 300,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 60,
};
/** The second is for while notifications work, and then only for those that get lost. */
const POLLING = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 5 };
const STOP_TIMEOUT_MS = 25_000;

export const createQueue = async ({ url, poolSize, isWorker, log, transactionOf }: QueueOptions): Promise<PumpQueue> => {
  const boss = new PgBoss({
    connectionString: url,
    max: poolSize,
    supervise: isWorker,
    useListenNotify: isWorker,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.error('the queue has trouble', { error }));
  boss.on('warning', ({ message, data }) => log.warn('the queue warns', { warning: message, data }));
  await boss.start();
  // `short`: at most one wake-up per store waits; more than one may run, which the store's lease sees to.
  await boss.createQueue(PUMP, { ...SETTINGS, policy: 'short' });
  await boss.updateQueue(PUMP, SETTINGS);

  const sweeps: { stop(): Promise<void> }[] = [];
  return {
    async wake(storeHash, tables) {
      const transaction = tables && transactionOf(tables);
      const connection = transaction ? { db: fromPrisma(transaction) } : {};
      await boss.send(PUMP, { storeHash }, { singletonKey: storeHash, ...connection });
    },
    async work(pump, { concurrency } = { concurrency: STORES_AT_ONCE }) {
      for (let started = 0; started < concurrency; started += 1) {
        const id = await boss.work(PUMP, POLLING, async ([job]) => {
          const { storeHash } = Wake.parse(job?.data);
          await pump(storeHash).catch((error: unknown) => log.error('a pump failed', { storeHash, error }));
          // After a job a worker would pause, even with more of them waiting.
          boss.notifyWorker(id);
        });
      }
    },
    sweep(run, everyMs) {
      sweeps.push(repeat(() => run().catch((error: unknown) => log.error('the sweeper failed', { error })), everyMs));
    },
    async stop() {
      await Promise.all(sweeps.map((sweep) => sweep.stop()));
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    },
  };
};
