import { HikeProductId, ProductId } from '../../../domain/ids';

/** Products of either side as pages name them: `hike:812`, `bigcommerce:77`. */
export interface ProductKeys {
  hikeIds: HikeProductId[];
  productIds: ProductId[];
}

export const hikeKey = (id: HikeProductId): string => `hike:${id}`;

export const storeKey = (id: ProductId): string => `bigcommerce:${id}`;

/** What is neither is passed over: the route has let nothing else in. */
export const readKeys = (keys: readonly string[]): ProductKeys => {
  const idsOf = (side: string): number[] => [...new Set(keys)].flatMap((key) => (key.startsWith(`${side}:`) ? [Number(key.slice(side.length + 1))] : []));
  return { hikeIds: idsOf('hike').map((id) => HikeProductId.parse(id)), productIds: idsOf('bigcommerce').map((id) => ProductId.parse(id)) };
};
