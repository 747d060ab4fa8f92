interface Waiting<Item, Done> {
  item: Item;
  resolve(done: Done): void;
  reject(error: unknown): void;
}

interface Batches<Item, Done> {
  /** Only what has the same key goes together. */
  keyOf(item: Item): string;
  /** Items per batch at most. */
  most: number;
  /** Passes before each batch; without it only what is asked for in the same moment goes together, or while a batch is under way. */
  gather?(): Promise<void>;
  /** Answers in the order of the items. */
  work(items: readonly Item[]): Promise<readonly Done[]>;
}

/**
 * Does together what is asked for at the same time: what comes while a batch is under way waits for the next one, so the
 * busier the process the fuller the batches. A batch that fails is tried again item by item, so that one of them spoils
 * none of the others; `work` therefore bears to be done again.
 */
export const inBatches = <Item, Done>(batches: Batches<Item, Done>): ((item: Item) => Promise<Done>) => {
  const queues = new Map<string, Waiting<Item, Done>[]>();
  const drain = async (key: string, queue: Waiting<Item, Done>[]): Promise<void> => {
    while (queue.length > 0) {
      // Whoever goes on from the same answer asks in the same moment.
      await batches.gather?.();
      await settle(queue.splice(0, batches.most), batches.work);
    }
    queues.delete(key);
  };
  return (item) =>
    new Promise((resolve, reject) => {
      const key = batches.keyOf(item);
      const queue = queues.get(key);
      if (queue !== undefined) return void queue.push({ item, resolve, reject });
      const opened = [{ item, resolve, reject }];
      queues.set(key, opened);
      void drain(key, opened);
    });
};

const settle = async <Item, Done>(batch: readonly Waiting<Item, Done>[], work: Batches<Item, Done>['work']): Promise<void> => {
  try {
    const done = await work(batch.map(({ item }) => item));
    batch.forEach(({ resolve }, index) => resolve(done[index] as Done));
  } catch (error) {
    if (batch.length === 1) return batch[0]?.reject(error);
    await Promise.all(batch.map((one) => settle([one], work)));
  }
};
