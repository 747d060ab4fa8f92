import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import type { Store, Variant } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { levelAt, moveStock, variantsOf } from './stock.ts';

const item = z.object({ location_id: z.int(), sku: z.string().optional(), variant_id: z.int().optional(), product_id: z.int().optional(), quantity: z.int() });
export const adjustments = z.object({ reason: z.string().optional(), items: z.array(item).min(1) });

type Adjustments = z.output<typeof adjustments>;
type Item = Adjustments['items'][number];
type Method = 'absolute' | 'relative';

/** The largest number of items in one call; beyond it the answer is 413. */
const MOST_ITEMS = 2000;

function variantOf(store: Store, wanted: Item): Variant | undefined {
  if (wanted.variant_id !== undefined) return store.variants.get(wanted.variant_id);
  if (wanted.sku !== undefined) return [...store.variants.values()].find((variant) => variant.sku.toLowerCase() === wanted.sku?.toLowerCase());
  const [first, second] = variantsOf(store, wanted.product_id ?? 0);
  return second ? undefined : first;
}

function problem(store: Store, wanted: Item, method: Method): string | undefined {
  const location = store.locations.get(wanted.location_id);
  if (!location) return `location ${wanted.location_id} not found`;
  if (!location.enabled) return `location ${wanted.location_id} is disabled`;
  const variant = variantOf(store, wanted);
  if (!variant) return 'item not found';
  if (method === 'absolute') return wanted.quantity < 0 || wanted.quantity > 2_147_483_647 ? 'quantity is out of range' : undefined;
  const level = levelAt(store, variant.id, wanted.location_id);
  if (!level.everAbsolute) return 'a relative adjustment needs an absolute one before it';
  return level.onHand + wanted.quantity < level.safety ? 'the adjustment goes below the safety stock' : undefined;
}

function refuseProblems(store: Store, items: Item[], method: Method): void {
  const errors: Record<string, string> = {};
  items.forEach((wanted, index) => {
    const reason = problem(store, wanted, method);
    if (reason !== undefined) errors[`items.${index}`] = reason;
  });
  if (Object.keys(errors).length > 0) throw new ApiRefusal(422, 'The adjustment is invalid.', errors);
}

/** Accepts an adjustment. It is asynchronous: the new level shows after the store's delay, in the order of arrival. */
export function adjustInventory(platform: Platform, store: Store, change: { method: Method; input: Adjustments }): string {
  const { method, input } = change;
  if (input.items.length > MOST_ITEMS) throw new ApiRefusal(413, `At most ${MOST_ITEMS} items are allowed.`);
  refuseProblems(store, input.items, method);
  const transactionId = randomUUID();
  note(platform, store, { kind: `inventory.${method}`, id: transactionId, reference: input.reason, data: input.items });
  const apply = () => {
    for (const wanted of input.items) {
      const variant = variantOf(store, wanted);
      const product = variant && store.products.get(variant.productId);
      if (variant && product) moveStock(platform, store, { product, variant, locationId: wanted.location_id, method, value: wanted.quantity, byOrder: false });
    }
  };
  platform.core.clock.schedule(new Date(platform.core.clock.now().getTime() + store.settings.inventoryDelayMs), apply);
  return transactionId;
}
