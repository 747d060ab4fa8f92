import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import type { Product, Store, Variant } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { catalogueIndex, folded } from './catalogue-index.ts';
import { levelAt, levelSeen, moveStock, stockIdOf, variantsOf } from './stock.ts';

const item = z.object({ location_id: z.int(), sku: z.string().optional(), variant_id: z.int().optional(), product_id: z.int().optional(), quantity: z.int() });
export const adjustments = z.object({ reason: z.string().optional(), items: z.array(item).min(1) });

type Adjustments = z.output<typeof adjustments>;
type Wanted = Adjustments['items'][number];
type Method = 'absolute' | 'relative';

interface Item {
  product: Product;
  variant: Variant;
}

/** The largest number of items in one call; beyond it the answer is 413. */
const MOST_ITEMS = 2000;

function withProduct(store: Store, variant: Variant | undefined): Item | undefined {
  const product = variant && store.products.get(variant.productId);
  return variant && product ? { product, variant } : undefined;
}

/** What an item of the inventory is named by: its variant, its SKU, or the product when that is what is tracked. */
export function inventoryItem(store: Store, identity: Pick<Wanted, 'sku' | 'variant_id' | 'product_id'>): Item | undefined {
  if (identity.variant_id !== undefined) return withProduct(store, store.variants.get(identity.variant_id));
  if (identity.sku !== undefined) return withProduct(store, catalogueIndex(store).variantBySku.get(folded(identity.sku)));
  return withProduct(store, variantsOf(store, identity.product_id ?? 0)[0]);
}

function shown({ sku, variant_id: variantId, product_id: productId }: Wanted): string {
  if (variantId !== undefined) return `variant_id ${variantId}`;
  return sku === undefined ? `product_id ${productId}` : `sku ${sku}`;
}

/** A product with variants takes its stock where it is tracked; a simple product takes it by any of its names. */
function trackingProblem({ product, variant }: Item, wanted: Wanted): string | undefined {
  if (variant.optionValues.length === 0) return undefined;
  const byProduct = wanted.variant_id === undefined && wanted.sku === undefined;
  if (byProduct === (product.fields.inventory_tracking === 'product')) return undefined;
  return byProduct ? `Item with ${shown(wanted)} is tracked by variant, please update stock by variant id` : `Item with ${shown(wanted)} is tracked by product, please update stock by product id`;
}

function relativeProblem(store: Store, { product, variant }: Item, wanted: Wanted): string | undefined {
  const level = levelSeen(store, stockIdOf(product, variant), wanted.location_id);
  if (!level.everAbsolute) return `Items with identity: [${shown(wanted)}] requires absolute adjustment before relative`;
  // With others still on their way, whether it fits is known only when its turn comes.
  const fits = (level.waiting ?? 0) > 0 || level.onHand + wanted.quantity >= level.safety;
  return fits ? undefined : `Item with ${shown(wanted)}: the adjustment goes below the safety stock`;
}

function problem(store: Store, wanted: Wanted, method: Method): string | undefined {
  const location = store.locations.get(wanted.location_id);
  if (!location) return `location ${wanted.location_id} not found`;
  if (!location.enabled) return `location ${wanted.location_id} is disabled`;
  const found = inventoryItem(store, wanted);
  if (!found) return `Item with ${shown(wanted)} not found`;
  const tracking = trackingProblem(found, wanted);
  if (tracking !== undefined) return tracking;
  if (method === 'relative') return relativeProblem(store, found, wanted);
  return wanted.quantity < 0 || wanted.quantity > 2_147_483_647 ? `Item with ${shown(wanted)}: quantity is out of range` : undefined;
}

/** One item that cannot be adjusted refuses the whole call. */
function refuseProblems(store: Store, items: Wanted[], method: Method): void {
  const found = items.flatMap((wanted, index) => {
    const reason = problem(store, wanted, method);
    return reason === undefined ? [] : [[`items.${index}`, reason] as const];
  });
  if (found.length > 0) throw new ApiRefusal(422, `[${found.map(([, reason]) => reason).join(', ')}]`, Object.fromEntries(found));
}

function apply(platform: Platform, store: Store, change: { method: Method; wanted: Wanted }): void {
  const { method, wanted } = change;
  const found = inventoryItem(store, wanted);
  if (!found) return;
  const level = levelAt(store, stockIdOf(found.product, found.variant), wanted.location_id);
  level.waiting = Math.max((level.waiting ?? 0) - 1, 0);
  if (method === 'relative' && level.onHand + wanted.quantity < level.safety) {
    platform.core.log(`bigcommerce: the adjustment of ${shown(wanted)} by ${wanted.quantity} does not fit any more`);
    return;
  }
  moveStock(platform, store, { ...found, locationId: wanted.location_id, method, value: wanted.quantity, byOrder: false });
}

/** Accepts an adjustment. It is asynchronous: the new level shows after the store's delay, in the order of arrival. */
export function adjustInventory(platform: Platform, store: Store, change: { method: Method; input: Adjustments }): string {
  const { method, input } = change;
  if (input.items.length > MOST_ITEMS) throw new ApiRefusal(413, `The request payload is too large. The maximum items allowed in the array is ${MOST_ITEMS}.`);
  refuseProblems(store, input.items, method);
  for (const wanted of input.items) {
    const found = inventoryItem(store, wanted);
    if (!found) continue;
    const level = levelAt(store, stockIdOf(found.product, found.variant), wanted.location_id);
    level.waiting = (level.waiting ?? 0) + 1;
    // A relative adjustment may follow at once: what was accepted first comes first.
    if (method === 'absolute') level.everAbsolute = true;
  }
  const transactionId = randomUUID();
  note(platform, store, { kind: `inventory.${method}`, id: transactionId, reference: input.reason, data: input.items });
  platform.core.clock.schedule(new Date(platform.core.clock.now().getTime() + store.settings.inventoryDelayMs), () => {
    for (const wanted of input.items) apply(platform, store, { method, wanted });
  });
  return transactionId;
}
