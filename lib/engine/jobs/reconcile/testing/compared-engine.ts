import type { OrderId, SaleId } from '../../../../domain/ids';
import type { Instant } from '../../../../domain/instant';
import type { Order } from '../../../../domain/order';
import type { DifferenceRow, ReconciliationView } from '../../../../domain/views/reconciliation-view';
import { aSale } from '../../../../domain/testing/a-sale';
import { anOrder } from '../../../../domain/testing/an-order';
import type { Sale } from '../../../../domain/sale';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../../testing/create-test-engine';

/** Noon in Sydney, where the store is. */
export const SALE_AT = '2026-01-16T01:00:00.000Z' as Instant;
/** The next day, in the afternoon. */
const NOW = '2026-01-17T04:00:00.000Z' as Instant;
const HOUR_MS = 60 * 60_000;

export const ORDER = 1042 as OrderId;
export const SALE = 501 as SaleId;
export const SOLD_AS = 5001 as OrderId;

export interface ComparedEngine extends TestEngine {
  /** Compares now, and answers what the page shows. */
  compare(): Promise<ReconciliationView>;
  /** "kind:subject" of what is open after a comparison. */
  differences(): Promise<string[]>;
  /** Has one difference fixed, waits for all that follows, and compares again. */
  fix(key: string): Promise<string[]>;
  changeOrder(id: number, change: Partial<Order>): void;
  changeSale(id: number, change: Partial<Sale>): void;
  /** Hours in which the sweeps read what there is. */
  rest(): Promise<void>;
}

const keysOf = (rows: readonly DifferenceRow[]): string[] => rows.map(({ key }) => key).sort();

/** A store that yesterday made an order of a till sale, and imported an order; both sides agree. */
export const createComparedEngine = async (options: TestEngineOptions = {}): Promise<ComparedEngine> => {
  const engine = await createTestEngine({ ...options, start: NOW });
  const { pages, storeHash, vendors, database: { tables } } = engine;
  const look = () => pages.reconciliation(storeHash, { offset: 0 });
  const compare = async (): Promise<ReconciliationView> => {
    await pages.compareNow(storeHash);
    await engine.settle();
    return look();
  };
  const differences = async () => keysOf((await compare()).rows);
  const change = <Thing>(things: Map<number, Thing>, id: number, news: Partial<Thing>): void => {
    const thing = things.get(id);
    if (thing) things.set(id, { ...thing, ...news });
  };
  await tables.dirty.mark(storeHash, { thing: 'orders', id: '-', priority: 30, notBefore: NOW, trigger: 'schedule' });
  await engine.ringUp(aSale({ id: SALE, transactionDate: SALE_AT, modifiedAt: SALE_AT }));
  await engine.place(anOrder({ id: ORDER, createdAt: SALE_AT, modifiedAt: SALE_AT }));
  await pages.importOrders(storeHash, [ORDER]);
  await engine.settle();
  // What was written is read back by the sweeps.
  await engine.pass(HOUR_MS, 6);
  return {
    ...engine,
    compare,
    differences,
    async fix(key) {
      await pages.fixDifferences(storeHash, [key]);
      await engine.settle();
      await engine.pass(HOUR_MS / 2, 10);
      return differences();
    },
    changeOrder: (id, news) => change(vendors.orders, id, { modifiedAt: engine.clock.now(), ...news }),
    changeSale: (id, news) => change(vendors.sales, id, news),
    rest: () => engine.pass(HOUR_MS, 6),
  };
};
