import type { OrderId, SaleId, StoreHash } from '../../../domain/ids';
import type { OrderSummary } from '../../../domain/order';
import type { Problem } from '../../../domain/problems';

export const SEEN_ORDER_STATES = ['to-import', 'importing', 'checking', 'needs-you', 'imported', 'changed', 'left-out'] as const;
export type SeenOrderState = (typeof SEEN_ORDER_STATES)[number];

export interface SeenOrder extends OrderSummary {
  state: SeenOrderState;
  problem: Problem | null;
  saleId: SaleId | null;
  saleNumber: string | null;
}

export interface SeenOrderFilter {
  /** None named: all of them. */
  states: readonly SeenOrderState[];
  search: string;
  offset: number;
  limit: number;
}

export interface SeenOrders {
  findMany(storeHash: StoreHash, ids: readonly OrderId[]): Promise<SeenOrder[]>;
  save(storeHash: StoreHash, order: SeenOrder): Promise<void>;
  /** Newest first. `search` looks at number, name and e-mail. */
  list(storeHash: StoreHash, filter: SeenOrderFilter): Promise<SeenOrder[]>;
  countByState(storeHash: StoreHash): Promise<Record<SeenOrderState, number>>;
  /** Payment methods seen in the store's orders, the most frequent first; an order that names none does not count. */
  listPaymentMethods(storeHash: StoreHash): Promise<{ method: string; orders: number }[]>;
}
