/**
 * What the two imitated platforms share: time, faults and the ledger. Each platform is a Hono application built
 * from these; none of them knows the other, except through the world that ties a store to a shop.
 */

/** The sandbox's own clock: real time, which the control API moves forward and lets run faster. */
export interface Clock {
  now(): Date;
  /** How many times as fast as real time it runs; a clock without this runs as fast. */
  scale?(): number;
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

/** How often something was called and answered; numbers in paths are shown as `N`. */
export interface CallCount {
  side: Side;
  tenant: string | undefined;
  method: string;
  path: string;
  status: number;
  times: number;
}

/** What was on the wire, newest last; the oldest fall out of the ring. */
export interface Exchanges {
  /** `bytes`: how much its bodies hold, as far as they should count against what the ring may keep. */
  add(exchange: Exchange, bytes?: number): void;
  list(filter?: { side?: Side; tenant?: string; path?: string }): Exchange[];
  /** Counts every exchange since the last `clear`, those that fell out of the ring too. */
  counts(filter?: { side?: Side; tenant?: string }): CallCount[];
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

/** How long the imitated services take to answer. */
export interface Latency {
  wait(): Promise<void>;
}

export interface SandboxCore {
  clock: Clock;
  ledger: Ledger;
  exchanges: Exchanges;
  faults: Faults;
  latency: Latency;
  log(line: string): void;
}
