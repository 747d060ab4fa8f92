import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Order } from '../bigcommerce/model/order.ts';
import type { Store } from '../bigcommerce/model/store.ts';
import { archiveOrder, setStatus, touch } from '../bigcommerce/orders/change-status.ts';
import { placeOrder } from '../bigcommerce/orders/place-order.ts';
import { placeOrderInput } from '../bigcommerce/orders/place-order-input.ts';
import { quoteRefund, refundItems, refundOrder, wholeRefund } from '../bigcommerce/orders/refund.ts';
import { shipOrder, wholeShipment } from '../bigcommerce/orders/ship.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { controlBody } from './control-answer.ts';
import { orderAnswer, orderIn, storeIn } from './store-desk.ts';

const shipInput = z.object({ items: z.array(z.object({ lineId: z.int(), quantity: z.int().min(1) })).optional(), trackingNumber: z.string().default('') });
const refundInput = z.object({ items: refundItems.optional() });
const editInput = z.object({ paymentMethod: z.string().optional(), staffNotes: z.string().optional(), customerMessage: z.string().optional() });

const placed = z.unknown().transform((value, context) => {
  const parsed = placeOrderInput.safeParse(value);
  if (parsed.success) return value as z.input<typeof placeOrderInput>;
  parsed.error.issues.forEach((issue) => context.addIssue({ code: 'custom', path: issue.path, message: issue.message }));
  return z.NEVER;
});

type Act = (context: Context, target: { store: Store; order: Order }) => Promise<void> | void;

/** What staff do to an order; each is a POST to a path of its name. */
const actions = (platform: Platform): Record<string, Act> => ({
  status: async (context, target) => {
    const { statusId } = await controlBody(context, z.object({ statusId: z.int().min(0).max(14) }));
    setStatus(platform, target, statusId);
  },
  complete: (_context, target) => setStatus(platform, target, 10),
  cancel: (_context, target) => setStatus(platform, target, 5),
  archive: (_context, { store, order }) => archiveOrder(platform, store, order),
  ship: async (context, target) => {
    const input = await controlBody(context, shipInput);
    const whole = wholeShipment(target.order);
    shipOrder(platform, target, { ...whole, trackingNumber: input.trackingNumber, items: input.items ?? whole.items });
  },
  refund: async (context, target) => {
    const { items } = await controlBody(context, refundInput);
    if (!items) refundOrder(platform, target, wholeRefund(target.order));
    else refundOrder(platform, target, { items, payments: [{ provider_id: 'custom', amount: quoteRefund(target.order, items).total / 10_000, offline: true }] });
  },
});

/** Orders as shoppers and staff make and change them. Every answer is the whole order as the API shows it, with `lines`. */
export function orderRoutes(platform: Platform): Hono {
  const app = new Hono();
  for (const [name, run] of Object.entries(actions(platform))) {
    app.post(`/stores/:hash/orders/:order/${name}`, async (context) => {
      const store = storeIn(context, platform);
      const order = orderIn(context, store);
      await run(context, { store, order });
      return context.json(orderAnswer(platform, store, order));
    });
  }

  app.post('/stores/:hash/orders', async (context) => {
    const store = storeIn(context, platform);
    const order = placeOrder(platform, store, await controlBody(context, placed));
    return context.json(orderAnswer(platform, store, order), 201);
  });
  app.get('/stores/:hash/orders', (context) => {
    const store = storeIn(context, platform);
    return context.json([...store.orders.values()].map((order) => orderAnswer(platform, store, order)));
  });
  app.get('/stores/:hash/orders/:order', (context) => {
    const store = storeIn(context, platform);
    return context.json(orderAnswer(platform, store, orderIn(context, store)));
  });
  app.patch('/stores/:hash/orders/:order', async (context) => {
    const store = storeIn(context, platform);
    const order = orderIn(context, store);
    const input = await controlBody(context, editInput);
    Object.assign(order, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
    touch(platform, store, order);
    return context.json(orderAnswer(platform, store, order));
  });
  return app;
}
