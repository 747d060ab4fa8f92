import { z } from 'zod';
import { OrderId, ProductId, StoreHash, VariantId } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { instantFromMillis } from '../domain/instant-arithmetic';
import type { Hint } from '../engine/account/receive-webhook';

/** What every delivery has (reference: bigcommerce 4.2); `data` differs by topic. */
export const HookPayload = z.object({
  scope: z.string().min(1).max(200),
  producer: z.string().regex(/^stores\/[a-z0-9]+$/).transform((producer) => producer.slice('stores/'.length)).pipe(StoreHash),
  hash: z.string().max(200).default(''),
  created_at: z.union([z.number(), z.string().max(40)]).default(''),
  data: z.looseObject({}).default({}),
});
export type HookPayload = z.infer<typeof HookPayload>;

const OrderData = z.object({ type: z.literal('order'), id: OrderId });
const ShipmentData = z.object({ type: z.literal('shipment'), orderId: OrderId });
const ProductData = z.object({ type: z.literal('product'), id: ProductId });
const SkuData = z.object({ type: z.literal('sku'), sku: z.object({ product_id: ProductId }) });
const InventoryData = z.object({ inventory: z.object({ product_id: ProductId, variant_id: VariantId.optional(), method: z.string().optional() }) });

/** Only ids are believed, and only as a reason to read. */
export const hintOfHook = (payload: HookPayload): Hint => {
  const { scope, data } = payload;
  if (scope.startsWith('store/product/') || scope.startsWith('store/sku/')) return catalogueHint(payload);
  if (scope === 'store/app/uninstalled') return { kind: 'uninstalled' };
  if (scope === 'store/information/updated') return { kind: 'store' };
  const order = OrderData.safeParse(data);
  if (order.success && scope.startsWith('store/order/')) return { kind: 'order', id: order.data.id };
  const shipment = ShipmentData.safeParse(data);
  return shipment.success ? { kind: 'order', id: shipment.data.orderId } : { kind: 'nothing' };
};

const STOCK_SCOPE = /^store\/(product|sku)\/inventory\/(order\/)?updated$/;
const PRODUCT_SCOPE = /^store\/(product|sku)\/(created|updated|deleted)$/;

const catalogueHint = ({ scope, data, created_at }: HookPayload): Hint => {
  const at = timeOf(created_at);
  if (STOCK_SCOPE.test(scope)) {
    const moved = InventoryData.safeParse(data).data?.inventory;
    // The value that it carries is lost or doubled by retries, so it is never applied (reference: bigcommerce 4.2).
    if (moved !== undefined) return { kind: 'product-stock', id: moved.product_id, variantId: moved.variant_id ?? null, isAbsolute: moved.method === 'absolute', at };
  }
  if (!PRODUCT_SCOPE.test(scope)) return { kind: 'nothing' };
  const id = ProductData.safeParse(data).data?.id ?? SkuData.safeParse(data).data?.sku.product_id;
  return id === undefined ? { kind: 'nothing' } : { kind: 'product', id, isDeleted: scope === 'store/product/deleted', at };
};

/** Stated in seconds. */
const timeOf = (createdAt: HookPayload['created_at']): Instant | null => {
  const millis = Number(createdAt) * 1000;
  return Number.isFinite(millis) && millis > 0 && millis < MAX_MILLIS ? instantFromMillis(millis) : null;
};

/** The last moment that a date can name with four digits for its year. */
const MAX_MILLIS = 253_402_300_800_000;

const MAX_ID = 200;

/** Retries repeat the message's id; without one, its hash and time stand in. */
export const hookId = (headers: Headers, { hash, created_at }: HookPayload): string => {
  const id = headers.get('webhook-id');
  return (id !== null && id !== '' ? id : `${hash}:${created_at}`).slice(0, MAX_ID);
};
