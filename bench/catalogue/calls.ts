import type { Place } from './start-connector';
import type { Stage } from './start-stage';

/** How often the app called something of BigCommerce, by method and path (`N` for a number) and the status it got. */
export interface CallCount {
  method: string;
  path: string;
  status: number;
  times: number;
}

export const callsToBigCommerce = async (stage: Stage, { storeHash }: Place): Promise<CallCount[]> => {
  const counts = await stage.control<CallCount[]>(`/calls?side=bigcommerce&tenant=${storeHash}`);
  return counts.map((count) => ({ ...count, path: count.path.replace(`/stores/${storeHash}`, '') }));
};

const keyOf = ({ method, path, status }: CallCount): string => `${method} ${path} ${status}`;

/** What was called between two counts. */
export const callsBetween = (before: readonly CallCount[], after: readonly CallCount[]): CallCount[] => {
  const had = new Map(before.map((count) => [keyOf(count), count.times]));
  return after.map((count) => ({ ...count, times: count.times - (had.get(keyOf(count)) ?? 0) })).filter(({ times }) => times > 0);
};

export const sumOf = (counts: readonly CallCount[]): number => counts.reduce((sum, { times }) => sum + times, 0);

export const refusedOf = (counts: readonly CallCount[]): number => sumOf(counts.filter(({ status }) => status === 429));
