import { z } from 'zod';
import { OrderId, StoreHash } from '../domain/ids';
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

/** Only ids are believed, and only as a reason to read. */
export const hintOfHook = ({ scope, data }: HookPayload): Hint => {
  if (scope === 'store/app/uninstalled') return { kind: 'uninstalled' };
  if (scope === 'store/information/updated') return { kind: 'store' };
  const order = OrderData.safeParse(data);
  if (order.success && scope.startsWith('store/order/')) return { kind: 'order', id: order.data.id };
  const shipment = ShipmentData.safeParse(data);
  return shipment.success ? { kind: 'order', id: shipment.data.orderId } : { kind: 'nothing' };
};

const MAX_ID = 200;

/** Retries repeat the message's id; without one, its hash and time stand in. */
export const hookId = (headers: Headers, { hash, created_at }: HookPayload): string => {
  const id = headers.get('webhook-id');
  return (id !== null && id !== '' ? id : `${hash}:${created_at}`).slice(0, MAX_ID);
};
