import { Hono, type Context } from 'hono';
import { ApiRefusal } from '../bigcommerce/api-refusal.ts';
import type { Order } from '../bigcommerce/model/order.ts';
import type { Store } from '../bigcommerce/model/store.ts';
import { setStatus } from '../bigcommerce/orders/change-status.ts';
import { placeOrder } from '../bigcommerce/orders/place-order.ts';
import { refundOrder, wholeRefund } from '../bigcommerce/orders/refund.ts';
import { shipOrder, wholeShipment } from '../bigcommerce/orders/ship.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { newOrderPage, orderOfForm } from './new-order-page.ts';
import { orderPage } from './order-page.ts';
import { ordersPage } from './orders-page.ts';
import { panelBase, type Markup, type Viewer } from './page-shell.ts';

type Handler = (context: Context, viewer: Viewer) => Promise<Response | Markup> | Response | Markup;
type SignedIn = (handler: Handler) => (context: Context) => Promise<Response>;
type Act = (platform: Platform, target: { store: Store; order: Order }) => void;

const ACTIONS: Record<string, Act> = {
  ship: (platform, target) => void shipOrder(platform, target, wholeShipment(target.order)),
  complete: (platform, target) => setStatus(platform, target, 10),
  cancel: (platform, target) => setStatus(platform, target, 5),
  refund: (platform, target) => void refundOrder(platform, target, wholeRefund(target.order)),
};

function orderOf(context: Context, viewer: Viewer): Order | undefined {
  return viewer.store.orders.get(Number(context.req.param('order')));
}

const whole = (value: string | undefined) => (value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined);

async function place(platform: Platform, context: Context, viewer: Viewer): Promise<Response | Markup> {
  const form = (await context.req.parseBody()) as Record<string, string>;
  try {
    const order = placeOrder(platform, viewer.store, orderOfForm(form));
    return context.redirect(`${panelBase(viewer.store)}/manage/orders/${order.id}`, 303);
  } catch (error) {
    if (error instanceof ApiRefusal) return newOrderPage(viewer, error.message);
    throw error;
  }
}

/** The control panel's orders: the list, one order, placing one, and the actions of staff. */
export function orderPanelRoutes(platform: Platform, signedIn: SignedIn): Hono {
  const app = new Hono();
  const base = '/:store{store-[a-z0-9]+}/manage/orders';
  const appPage = (viewer: Viewer) => `${panelBase(viewer.store)}/manage/app/${platform.app.appId}`;

  app.get(base, signedIn((context, viewer) =>
    ordersPage(viewer, { appPage: appPage(viewer), status: whole(context.req.query('status')), page: whole(context.req.query('page')) ?? 1 }),
  ));
  app.get(`${base}/new`, signedIn((_context, viewer) => newOrderPage(viewer)));
  app.post(`${base}/new`, signedIn((context, viewer) => place(platform, context, viewer)));
  app.get(`${base}/:order`, signedIn((context, viewer) => {
    const order = orderOf(context, viewer);
    return order ? orderPage(viewer, order) : context.redirect(`${panelBase(viewer.store)}/manage/orders`);
  }));
  app.post(`${base}/:order/:action`, signedIn(async (context, viewer) => {
    const order = orderOf(context, viewer);
    const act = ACTIONS[context.req.param('action') ?? ''];
    const form = await context.req.parseBody();
    if (order && act) act(platform, { store: viewer.store, order });
    const list = `${panelBase(viewer.store)}/manage/orders`;
    return context.redirect(order && form['stay'] === '1' ? `${list}/${order.id}` : list, 303);
  }));
  return app;
}
