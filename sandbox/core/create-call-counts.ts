import type { CallCount, Exchange, Side } from './contract.ts';

interface CallCounts {
  add(exchange: Exchange): void;
  list(filter?: { side?: Side; tenant?: string }): CallCount[];
  clear(): void;
}

/** Counts calls by what was called and how it was answered: exact however long a benchmark runs. */
export function createCallCounts(): CallCounts {
  const counts = new Map<string, CallCount>();
  return {
    add({ side, tenant, method, path, status }) {
      const plain = path.replace(/\?.*/, '').replace(/\/\d+(?=\/|$)/g, '/N');
      const key = JSON.stringify([side, tenant, method, plain, status]);
      const known = counts.get(key);
      if (known) known.times += 1;
      else counts.set(key, { side, tenant, method, path: plain, status, times: 1 });
    },
    list: (filter = {}) =>
      [...counts.values()].filter((row) => (filter.side === undefined || row.side === filter.side) && (filter.tenant === undefined || row.tenant === filter.tenant)),
    clear: () => counts.clear(),
  };
}
