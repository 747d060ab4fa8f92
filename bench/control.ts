import { ADDRESSES } from './stack';

/** Asks the sandbox's control API; with a body it is a POST. */
export const control = async <T>(path: string, body?: unknown): Promise<T> => {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${ADDRESSES.control}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? null : await answer.json()) as T;
};

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
