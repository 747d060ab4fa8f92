import type { Tables } from '../../engine/ports/tables';

/** All that another adapter may know of a running transaction: it can run SQL in it. */
export interface RawTransaction {
  $queryRawUnsafe<T = unknown>(sql: string, ...values: unknown[]): Promise<T>;
}

// Beside the tables instead of in them, so that the port stays free of what only the queue's adapter needs.
const transactions = new WeakMap<Tables, RawTransaction>();

export const rememberTransaction = (tables: Tables, transaction: RawTransaction): void => void transactions.set(tables, transaction);

/** The transaction that these tables belong to; undefined for the tables outside of any. */
export const transactionOf = (tables: Tables): RawTransaction | undefined => transactions.get(tables);
