import { type Difference, differenceKey, type Reconciliation } from '../../../domain/reconciliation';
import type { SeenDifference, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

export interface Compared {
  number: number;
  found: readonly Difference[];
  /** Keys of differences known from before that were looked for: what is not found any more closes. */
  looked: readonly string[];
  change(before: Reconciliation): Partial<Reconciliation>;
}

/** Keeps what a part of the comparison found, in the transaction that also keeps how far it has come. */
export const recordCompared = async (context: JobContext, tables: Tables, { number, found, looked, change }: Compared): Promise<void> => {
  const { storeHash } = context;
  const now = context.now();
  const foundByKey = new Map(found.map((one) => [differenceKey(one), one]));
  const known = new Map((await tables.differences.findMany(storeHash, [...new Set([...looked, ...foundByKey.keys()])])).map((seen) => [seen.key, seen]));
  const met = [...foundByKey].map(([key, difference]): SeenDifference => {
    const before = known.get(key);
    const isNew = before === undefined || before.state === 'closed';
    // What a person put aside stays aside while it is the same.
    const state = before?.state === 'ignored' && isSame(before.difference, difference) ? 'ignored' : 'open';
    return { key, difference, state, foundAt: isNew ? now : before.foundAt, number, closedAt: null };
  });
  const closed = looked.flatMap((key): SeenDifference[] => {
    const before = known.get(key);
    if (before === undefined || before.state === 'closed' || foundByKey.has(key)) return [];
    return [{ ...before, state: 'closed', closedAt: now }];
  });
  await tables.differences.saveMany(storeHash, [...met, ...closed]);
  const run = (await tables.reconciliations.list(storeHash, 1)).find((one) => one.number === number);
  if (run === undefined) return;
  const open = met.filter(({ state }) => state === 'open').length;
  await tables.reconciliations.save(storeHash, { ...run, found: run.found + open, ...change(run) });
};

const isSame = (a: Difference, b: Difference): boolean => JSON.stringify(Object.entries(a.details).sort()) === JSON.stringify(Object.entries(b.details).sort());
