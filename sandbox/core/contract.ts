/**
 * What the two imitated platforms share: time, faults and the ledger. Each platform is a Hono application built
 * from these; none of them knows the other, except through the world that ties a store to a shop.
 */

/** The sandbox's own clock: real time plus an offset that the control API moves. */
export interface Clock {
  now(): Date;
  /** Runs once when the sandbox's time reaches `at`; moving the clock forward runs what became due, in order. */
  schedule(at: Date, run: () => void | Promise<void>): { cancel(): void };
}

export type Side = 'bigcommerce' | 'hike';

/** One accepted effect, kept for ever: tests read this, never the application's own tables. */
export interface LedgerRow {
  seq: number;
  at: string;
  side: Side;
  /** Store hash or Hike shop id. */
  tenant: string;
  /** What happened, for example `order.created`, `sale.created`, `sale.updated`, `customer.created`, `order.updated`. */
  kind: string;
  id: string | number;
  /** The reference that the caller chose: `external_order_id` for an order, `number` for a sale. */
  reference?: string | undefined;
  data: unknown;
}

export interface Ledger {
  append(row: Omit<LedgerRow, 'seq' | 'at'>): LedgerRow;
  list(filter?: { side?: Side; tenant?: string; kind?: string }): LedgerRow[];
}

/** One HTTP exchange as it was on the wire; the contract test holds BigCommerce's against its OpenAPI files. */
export interface Exchange {
  at: string;
  side: Side;
  tenant: string | undefined;
  method: string;
  /** Path with query, as received. */
  path: string;
  requestHeaders: Record<string, string>;
  requestBody: unknown;
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: unknown;
  /** Real time until the answer stood, in milliseconds. */
  ms: number;
  /** Name of the fault that was played on this exchange, if one was. */
  fault?: string | undefined;
}

/**
 * A fault on matching calls. `before` strikes instead of the effect; `after` lets the effect happen and spoils the answer.
 * `drop` closes the socket, `hang` never answers (until `delayMs` or the caller gives up), `truncate` sends half of the
 * body, `html` answers with a proxy's error page, `garbage` with bytes that are no JSON, `status` with the given status and
 * the platform's own error body, `throttle` with the platform's 429, `delay` answers late but truly.
 */
export interface Fault {
  id: string;
  side: Side;
  tenant?: string | undefined;
  method?: string | undefined;
  /** Regular expression on the path without query. */
  path?: string | undefined;
  when: 'before' | 'after';
  kind: 'drop' | 'hang' | 'truncate' | 'html' | 'garbage' | 'status' | 'throttle' | 'throttle-without-headers' | 'delay';
  status?: number | undefined;
  delayMs?: number | undefined;
  /** How many matching calls it strikes; absent means until it is cleared. */
  times?: number | undefined;
  /** Matching calls to let pass first. */
  skip?: number | undefined;
}

/** What was on the wire, newest last; the oldest fall out of the ring. */
export interface Exchanges {
  add(exchange: Exchange): void;
  list(filter?: { side?: Side; tenant?: string; path?: string }): Exchange[];
  clear(): void;
}

/** The faults that are set. `take` counts a call and says which fault, if any, strikes it. */
export interface Faults {
  add(fault: Omit<Fault, 'id'>): Fault;
  list(): Fault[];
  /** Clears one, or all. */
  clear(id?: string): void;
  take(call: { side: Side; tenant: string | undefined; method: string; path: string }): Fault | undefined;
}

/** A part of the sandbox that survives a restart when the sandbox was started with `--data`. */
export interface Keepable {
  /** Plain JSON (a `Map` is kept too). */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

export interface SandboxCore {
  clock: Clock;
  ledger: Ledger;
  exchanges: Exchanges;
  faults: Faults;
  log(line: string): void;
}
