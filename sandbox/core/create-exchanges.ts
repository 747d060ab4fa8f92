import { appendFileSync } from 'node:fs';
import type { Exchange, Exchanges } from './contract.ts';
import { createCallCounts } from './create-call-counts.ts';

const KEPT = 20_000;
/** Bodies of whole catalogues would fill the memory long before the number of calls does. */
const KEPT_BYTES = 128 * 1024 * 1024;

interface Entry {
  exchange: Exchange;
  bytes: number;
}

/** The newest entries, with room to spare: cutting one by one would cost more than the calls. */
function newest(ring: Entry[]): Entry[] {
  let bytes = 0;
  const from = ring.findLastIndex((entry, index) => {
    bytes += entry.bytes;
    return ring.length - index > KEPT || bytes > KEPT_BYTES * 0.75;
  });
  return ring.slice(from + 1);
}

/** Keeps the last exchanges in memory and, with a file, appends every one as a line of JSON. */
export function createExchanges(file?: string): Exchanges {
  let ring: Entry[] = [];
  let bytesKept = 0;
  const calls = createCallCounts();
  return {
    add(exchange, bytes = 0) {
      calls.add(exchange);
      ring.push({ exchange, bytes });
      bytesKept += bytes;
      if (ring.length > KEPT * 1.25 || bytesKept > KEPT_BYTES) {
        ring = newest(ring);
        bytesKept = ring.reduce((sum, entry) => sum + entry.bytes, 0);
      }
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(exchange)}\n`);
    },
    list(filter = {}) {
      const path = filter.path === undefined ? undefined : new RegExp(filter.path);
      return ring
        .slice(-KEPT)
        .map((entry) => entry.exchange)
        .filter(
          (exchange) =>
            (filter.side === undefined || exchange.side === filter.side) &&
            (filter.tenant === undefined || exchange.tenant === filter.tenant) &&
            (path === undefined || path.test(exchange.path)),
        );
    },
    counts: (filter) => calls.list(filter),
    clear() {
      calls.clear();
      ring = [];
      bytesKept = 0;
    },
  };
}
