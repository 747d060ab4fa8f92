import { AsyncLocalStorage } from 'node:async_hooks';
import type { Commit } from '../ports/commits';
import type { WholeDatabase, Tables } from '../ports/tables';
import { memoryHikeConnections, memoryMembers, memoryOneTimeCodes, memorySettingsRecords, memoryStores } from './memory/memory-account-tables';
import { memoryEntries, memoryLinks, memorySeenOrders, memorySeenSales } from './memory/memory-record-tables';
import { memoryProductImages, memorySeenHikeProducts, memorySeenStoreProducts } from './memory/memory-product-tables';
import type { Shelf, ShelfSnapshot } from './memory/shelf';
import { memoryDifferences, memoryReconciliations } from './memory/memory-reconciliations';
import { memorySeenCustomers } from './memory/memory-seen-customers';
import { memoryShelves, type MemoryShelves } from './memory/memory-shelves';
import { memoryIncidents } from './memory/memory-incidents';
import { copyOf } from './memory/copy-of';
import { eachMethod, type Method } from './memory/each-method';
import { memoryReserves, memoryStockLevels, memoryStockMoves } from './memory/memory-stock-tables';
import { memoryApiCalls, memoryCursors, memoryDirtySet, memoryInbox, memoryIntents, memoryLeases } from './memory/memory-work-tables';

export interface MemoryDatabase extends WholeDatabase {
  /** Runs the effect when the transaction of these tables has committed; at once when they belong to none. */
  afterCommit(tables: Tables | undefined, effect: () => void): void;
  /** All that it holds, for `createMemoryDatabase` to begin with. */
  snapshot(): MemorySnapshot;
}

export type MemorySnapshot = Record<string, ShelfSnapshot<unknown>>;

/** The database's twin: transactions run one after the other, and what stands outside of one waits until it has ended. */
export const createMemoryDatabase = (from?: MemorySnapshot): MemoryDatabase => {
  const shelves = memoryShelves();
  if (from !== undefined) for (const [name, shelf] of namedShelves(shelves)) shelf.restore(from[name]!);
  const rooms = roomsOn(shelves);
  const effects = new WeakMap<Tables, (() => void)[]>();
  const inTransaction = new AsyncLocalStorage<true>();
  const inTurn = turns();

  const outside = async <T>(work: () => Promise<T>): Promise<T> => {
    // It would wait for ever here, and in PostgreSQL it might wait for a lock that its own transaction holds.
    if (inTransaction.getStore()) throw new Error('Inside a transaction only the tables handed in may be used.');
    return inTurn(work);
  };

  const transaction = <T>(_commit: Commit, work: (tables: Tables) => Promise<T>): Promise<T> =>
    outside(async () => {
      const tables = guarded(rooms, (call) => call());
      effects.set(tables, []);
      const all = Object.values(shelves);
      for (const shelf of all) shelf.begin();
      try {
        const result = await inTransaction.run(true, () => work(tables));
        for (const shelf of all) shelf.commit();
        for (const effect of effects.get(tables) ?? []) effect();
        return result;
      } catch (error) {
        for (const shelf of all) shelf.rollback();
        throw error;
      } finally {
        effects.delete(tables);
      }
    });

  const afterCommit = (tables: Tables | undefined, effect: () => void) => {
    const pending = tables && effects.get(tables);
    if (pending) pending.push(effect);
    else effect();
  };
  const snapshot = () => Object.fromEntries(namedShelves(shelves).map(([name, shelf]) => [name, shelf.snapshot()]));
  return { tables: guarded(rooms, outside), transaction, afterCommit, snapshot };
};

const namedShelves = (shelves: MemoryShelves): [string, Shelf<unknown>][] => Object.entries(shelves);

const roomsOn = (shelves: MemoryShelves): Tables => ({
  stores: memoryStores(shelves),
  members: memoryMembers(shelves),
  codes: memoryOneTimeCodes(shelves),
  connections: memoryHikeConnections(shelves),
  settings: memorySettingsRecords(shelves),
  links: memoryLinks(shelves),
  orders: memorySeenOrders(shelves),
  sales: memorySeenSales(shelves),
  dirty: memoryDirtySet(shelves),
  leases: memoryLeases(shelves),
  intents: memoryIntents(shelves),
  entries: memoryEntries(shelves),
  inbox: memoryInbox(shelves),
  incidents: memoryIncidents(shelves),
  cursors: memoryCursors(shelves),
  calls: memoryApiCalls(shelves),
  hikeProducts: memorySeenHikeProducts(shelves),
  storeProducts: memorySeenStoreProducts(shelves),
  images: memoryProductImages(shelves),
  levels: memoryStockLevels(shelves),
  moves: memoryStockMoves(shelves),
  reserves: memoryReserves(shelves),
  customers: memorySeenCustomers(shelves),
  reconciliations: memoryReconciliations(shelves),
  differences: memoryDifferences(shelves),
});

/** The same tables, each call run by `run`; values are copied on the way in and out, as by a real database. */
const guarded = (tables: Tables, run: <T>(call: () => Promise<T>) => Promise<T>): Tables => {
  const guardMethod = (method: Method): Method => async (...args) => {
    const copies = args.map(copyOf);
    return run(async () => copyOf(await method(...copies)));
  };
  return eachMethod(tables, guardMethod);
};

/** Runs one piece of work after the other, whatever becomes of each. */
const turns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
