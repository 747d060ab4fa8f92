import { callsBetween, callsToBigCommerce, type CallCount, refusedOf, sumOf } from './calls';
import type { Place } from './start-connector';
import type { Stage } from './start-stage';

/** What one kind of change cost. */
export interface Cost {
  name: string;
  /** Calls that the sizes of BigCommerce's batches allow. */
  bound: number;
  calls: CallCount[];
}

/** As many as BigCommerce takes in a call. */
export const PER_CALL = { update: 10, stock: 2000, customer: 10 };

export const costOf = async (stage: Stage, place: Place, { name, bound, work }: { name: string; bound: number; work: () => Promise<void> }): Promise<Cost> => {
  const before = await callsToBigCommerce(stage, place);
  await work();
  const cost = { name, bound, calls: callsBetween(before, await callsToBigCommerce(stage, place)) };
  console.log(`${name}: ${sumOf(cost.calls)} calls, ${bound} at least (${ratioOf([cost]).toFixed(3)}), ${refusedOf(cost.calls)} refused: ${listed(cost.calls)}`);
  return cost;
};

export const ratioOf = (costs: readonly Cost[]): number => costs.reduce((sum, { calls }) => sum + sumOf(calls), 0) / costs.reduce((sum, { bound }) => sum + bound, 0);

const listed = (calls: readonly CallCount[]): string =>
  [...calls]
    .sort((a, b) => b.times - a.times)
    .map(({ method, path, status, times }) => `${times} ${method} ${path}${status < 300 ? '' : ` (${status})`}`)
    .join(', ');
