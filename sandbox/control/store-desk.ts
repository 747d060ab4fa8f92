import type { Context } from 'hono';
import type { Order } from '../bigcommerce/model/order.ts';
import type { Store, User } from '../bigcommerce/model/store.ts';
import { orderView } from '../bigcommerce/orders/order-view.ts';
import { lineView } from '../bigcommerce/orders/line-view.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { ControlRefusal } from './control-answer.ts';

export function storeIn(context: Context, platform: Platform): Store {
  const store = platform.stores.get(context.req.param('hash') ?? '');
  if (!store) throw new ControlRefusal(404, `There is no store ${context.req.param('hash')}.`);
  return store;
}

export function orderIn(context: Context, store: Store): Order {
  const order = store.orders.get(Number(context.req.param('order')));
  if (!order) throw new ControlRefusal(404, `The store ${store.hash} has no order ${context.req.param('order')}.`);
  return order;
}

/** The named user, or the store's owner. */
export function userIn(store: Store, userId: number | undefined): User {
  const user = store.users.find((candidate) => (userId === undefined ? candidate.owner : candidate.id === userId));
  if (!user) throw new ControlRefusal(404, `The store ${store.hash} has no user ${userId}.`);
  return user;
}

/** An order as the API shows it, with its lines. */
export function orderAnswer(platform: Platform, store: Store, order: Order) {
  const apiUrl = `${platform.publicUrl()}/stores/${store.hash}/v2`;
  const view = orderView(store, order, { apiUrl, includes: { consignments: false, lineItems: false, fees: true } });
  return { ...view, lines: order.lines.map((line) => lineView(order, line)) };
}
