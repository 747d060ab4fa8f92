import { appendFileSync } from 'node:fs';
import type { Exchange, Exchanges } from './contract.ts';

const KEPT = 20_000;

/** Keeps the last exchanges in memory and, with a file, appends every one as a line of JSON. */
export function createExchanges(file?: string): Exchanges {
  let ring: Exchange[] = [];
  return {
    add(exchange) {
      ring.push(exchange);
      // Cut in large steps: shifting an array of this size on every call would cost more than the call.
      if (ring.length > KEPT * 1.25) ring = ring.slice(-KEPT);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(exchange)}\n`);
    },
    list(filter = {}) {
      const path = filter.path === undefined ? undefined : new RegExp(filter.path);
      return ring
        .slice(-KEPT)
        .filter(
          (exchange) =>
            (filter.side === undefined || exchange.side === filter.side) &&
            (filter.tenant === undefined || exchange.tenant === filter.tenant) &&
            (path === undefined || path.test(exchange.path)),
        );
    },
    clear() {
      ring = [];
    },
  };
}
