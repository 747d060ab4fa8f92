import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../../domain/ids';
import { newStoreHash } from './batteries/sample-records';
import { createMemoryDatabase } from './create-memory-database';
import { createMemoryQueue } from './create-memory-queue';
import { queueBattery } from './queue-battery';

describe('the queue in memory', () => {
  const database = createMemoryDatabase();
  const queue = createMemoryQueue(database);
  queueBattery(() => ({ database, queue, countWaiting: async (hash) => queue.waiting().filter((one) => one === hash).length }));

  it('hands out waiting stores until none waits, those that are woken on the way as well', async () => {
    const fresh = createMemoryQueue(database);
    const [first, second] = [newStoreHash(), newStoreHash()];
    await fresh.wake(first);
    const handled: StoreHash[] = [];
    await fresh.drain(async (hash) => {
      handled.push(hash);
      if (handled.length === 1) for (const woken of [second, first]) await fresh.wake(woken);
    });
    expect(handled).toEqual([first, second, first]);
    expect(fresh.waiting()).toEqual([]);
  });
});
