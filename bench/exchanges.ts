import { control } from '../e2e/support/control';

export interface Exchange {
  at: string;
  side: 'bigcommerce' | 'hike';
  method: string;
  path: string;
  status: number;
  /** How long the sandbox took. */
  ms: number;
}

/** Calls of the app to both platforms since a moment, for one store and shop. */
export const exchangesSince = async ({ storeHash, shopId }: { storeHash: string; shopId: string }, since: number): Promise<Exchange[]> => {
  const lists = await Promise.all([
    control<Exchange[]>(`/exchanges?side=bigcommerce&tenant=${storeHash}&limit=5000`),
    control<Exchange[]>(`/exchanges?side=hike&tenant=${shopId}&limit=5000`),
  ]);
  return lists.flat().filter(({ at }) => Date.parse(at) >= since);
};
