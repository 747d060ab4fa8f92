import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';

/** What the merchant sent to Hike was made there, under the SKU that it had then; what became of it since is as with any other product. */
export const sentIsInHike = ({ ledger }: Evidence, { sentToHike, deletedInStore }: Wanted): string[] => {
  const made = new Set(ledger.flatMap(({ side, kind, reference }) => (side === 'hike' && kind === 'product.created' ? [reference] : [])));
  return [...sentToHike].flatMap(([id, sku]) => (made.has(sku) || deletedInStore.has(id) ? [] : [`${sku} was sent to Hike, and is not there`]));
};
