import type { Differences, Reconciliations, SeenDifference } from '../../ports/tables';
import type { MemoryShelves } from './memory-shelves';

export const memoryReconciliations = ({ reconciliations }: MemoryShelves): Reconciliations => ({
  save: async (storeHash, reconciliation) => reconciliations.set(storeHash, [reconciliation.number], reconciliation),
  list: async (storeHash, limit) => reconciliations.list(storeHash).sort((a, b) => b.number - a.number).slice(0, limit),
  deleteOlderThan: async (at) => reconciliations.deleteWhere(({ startedAt }) => startedAt < at),
  deleteAll: async (storeHash) => reconciliations.deleteStore(storeHash),
});

export const memoryDifferences = ({ differences }: MemoryShelves): Differences => ({
  findMany: async (storeHash, keys) => keys.flatMap((key) => differences.get(storeHash, key) ?? []),
  async saveMany(storeHash, seen) {
    for (const one of seen) differences.set(storeHash, [one.key], one);
  },
  async list(storeHash, { states, offset, limit }) {
    const matching = differences.list(storeHash).filter(({ state }) => states.includes(state));
    return matching.sort(lastFoundFirst).slice(offset, offset + limit);
  },
  count: async (storeHash, states) => differences.list(storeHash).filter(({ state }) => states.includes(state)).length,
  deleteClosedBefore: async (at) => differences.deleteWhere(({ closedAt }) => closedAt !== null && closedAt < at),
  deleteAll: async (storeHash) => differences.deleteStore(storeHash),
});

const lastFoundFirst = (a: SeenDifference, b: SeenDifference): number => {
  if (a.foundAt !== b.foundAt) return a.foundAt < b.foundAt ? 1 : -1;
  return a.key < b.key ? -1 : 1;
};
