import { setTimeout as pause } from 'node:timers/promises';
import { type Cost, costOf, PER_CALL } from './cost';
import { rateUsedBy, type RateUsed } from './rate-used';
import { makeChanges, productsToChange } from './seed-shop';
import type { Place } from './start-connector';
import { type Session, startSession } from './start-session';
import type { Stage } from './start-stage';

interface Used {
  /** MiB. */
  now: number;
  most: number;
  /** Seconds of a processor. */
  processor: number;
}

interface LedgerRow {
  id: number;
  data: { name?: string };
}

/** A first sync of 50,000 products whose process was killed again and again. */
export interface LargeRun {
  products: number;
  /** MiB, of the greediest process. */
  memory: number;
  /** MiB that the last process grew per 1,000 products. */
  growth: number;
  /** Seconds of a processor that the last process took per 1,000 products. */
  processor: number;
  kills: number;
  /** Products that were sent more than once. */
  repeated: number;
  rate: RateUsed;
}

/** Reading and comparing are bound by Hike's 60 calls a minute, and what is looked at is the memory: so time runs faster. */
const READING_SCALE = 20;
const KILLS = 3;

const ledger = (stage: Stage, { storeHash }: Place, kind: string) => stage.control<LedgerRow[]>(`/ledger?side=bigcommerce&tenant=${storeHash}&kind=${kind}`);

const repeatedOf = (keys: readonly (string | number | undefined)[]): number => keys.length - new Set(keys).size;

interface Sample extends Used {
  done: number;
}

type Synced = Pick<LargeRun, 'memory' | 'growth' | 'processor' | 'rate'>;

/** Kills the connector at moments that nobody chose, lets the next one go on, and looks at the last one more closely. */
const sync = async (stage: Stage, session: Session, products: number): Promise<Synced> => {
  let memory = 0;
  let samples: Sample[] = [];
  const look = async (): Promise<number> => {
    const { state, progress } = await session.untilRun((run) => run.state === 'in-step' || run.progress?.total != null);
    const used = await session.ask<Used>('used');
    memory = Math.max(memory, used.most);
    if (state === 'in-step') return products;
    samples.push({ done: progress?.done ?? 0, ...used });
    return progress?.done ?? 0;
  };
  const untilDone = async (wanted: number): Promise<void> => {
    while ((await look()) < wanted) await pause(500);
  };
  await session.ask('act', { action: 'start' });
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // In the first half, so that the second shows whether memory grows.
    await untilDone((products * kill) / (2 * KILLS));
    await pause(Math.random() * 500);
    await session.restart({ kill: true });
  }
  samples = [];
  const rate = await rateUsedBy(stage, session.place, () => untilDone(products));
  return { memory, growth: perThousand(samples, 'now'), processor: perThousand(samples, 'processor'), rate };
};

/** Between the first third of the last process's time and its last third. */
const perThousand = (samples: readonly Sample[], what: 'now' | 'processor'): number => {
  const third = Math.floor(samples.length / 3);
  const [early, late] = [samples.slice(0, third), samples.slice(-third)];
  const mean = (some: readonly Sample[], of: keyof Sample) => some.reduce((sum, one) => sum + one[of], 0) / some.length;
  return third === 0 ? 0 : ((mean(late, what) - mean(early, what)) / (mean(late, 'done') - mean(early, 'done'))) * 1000;
};

const dryRun = async (stage: Stage, world: string, prepare: (session: Session) => Promise<unknown>): Promise<{ session: Session; memory: number }> => {
  const place = await stage.control<Place>('/worlds', { body: { name: world } });
  const { scale } = stage;
  await stage.control('/clock', { body: { scale: READING_SCALE } });
  const session = await startSession(stage, place);
  await prepare(session);
  await session.ask('act', { action: 'dry-run' });
  await session.untilRun(({ state }) => state === 'ready');
  const { most } = await session.ask<Used>('used');
  await session.restart({ scale });
  return { session, memory: most };
};

const PRODUCTS = 50_000;
const COUNTS = 20_000;

interface Shop {
  products: { id: number; has_variants: boolean; parentId: number }[];
}

/** Enough of them that batches are full, and more than Hike tells in a minute. */
const measureCounts = async (stage: Stage, session: Session): Promise<Cost> => {
  const { products } = await stage.control<Shop>(`/hike/shops/${session.place.shopId}`);
  const singles = products.filter(({ has_variants: hasVariants, parentId }) => !hasVariants && parentId === 0);
  const ids = singles.slice(0, COUNTS).map(({ id }) => id);
  // What the products' own webhooks left to be read is no cost of the counts.
  await session.catchUp('products');
  return costOf(stage, session.place, {
    name: `${ids.length} counts`,
    bound: Math.ceil(ids.length / PER_CALL.stock),
    work: async () => {
      await makeChanges(stage, productsToChange(session.place, ids, { onHand: 44 }));
      await session.catchUp('products');
    },
  });
};

/** All 50,000 are in BigCommerce, and every price is in another field than it should be; then many of them are counted anew. */
export const measureLargeUpdate = async (stage: Stage): Promise<LargeRun & { counts: Cost }> => {
  const { session, memory } = await dryRun(stage, 'large-linked', (begun) => begun.ask('sellAt', 'retail_price'));
  try {
    const run = await sync(stage, session, PRODUCTS);
    const sent = await ledger(stage, session.place, 'product.updated');
    const counts = await measureCounts(stage, session);
    return { ...run, products: PRODUCTS, kills: KILLS, memory: Math.max(memory, run.memory), repeated: repeatedOf(sent.map(({ id }) => id)), counts };
  } finally {
    await session.stop();
  }
};

/** None of the 50,000 is in BigCommerce; the first `products` are created. */
export const measureLargeCreate = async (stage: Stage, products: number): Promise<LargeRun> => {
  const { session, memory } = await dryRun(stage, 'large', async () => undefined);
  try {
    const run = await sync(stage, session, products);
    const created = await ledger(stage, session.place, 'product.created');
    return { ...run, products, kills: KILLS, memory: Math.max(memory, run.memory), repeated: repeatedOf(created.map(({ data }) => data.name)) };
  } finally {
    await session.stop();
  }
};
