import { html } from 'hono/html';
import { asNumber } from '../bigcommerce/model/amount.ts';
import { ORDER_STATUSES, statusName } from '../bigcommerce/model/order-statuses.ts';
import type { Order } from '../bigcommerce/model/order.ts';
import type { Extension, Store } from '../bigcommerce/model/store.ts';
import { panelBase, panelPage, type Markup, type Viewer } from './page-shell.ts';

const PER_PAGE = 50;

function total(order: Order): string {
  return new Intl.NumberFormat('en-AU', { style: 'currency', currency: order.transactionCurrency }).format(asNumber(order.total.inc));
}

export function day(store: Store, iso: string): string {
  return new Intl.DateTimeFormat('en-AU', { dateStyle: 'medium', timeStyle: 'short', timeZone: store.settings.timezone }).format(new Date(iso));
}

/** What staff may do with an order in its present status. */
export function orderActions(order: Order): { action: string; label: string }[] {
  const over = [4, 5, 6].includes(order.statusId);
  const shippable = order.addresses.length > 0 && order.lines.some((line) => line.type === 'physical' && line.quantityShipped < line.quantity);
  return [
    ...(shippable && !over ? [{ action: 'ship', label: 'Ship items' }] : []),
    ...(order.statusId !== 10 && !over ? [{ action: 'complete', label: 'Mark as completed' }] : []),
    ...(over ? [] : [{ action: 'refund', label: 'Refund' }, { action: 'cancel', label: 'Cancel' }]),
  ];
}

/** The label in the user's language, else the default one. */
function extensionLabel(extension: Extension, locale: string): string {
  const match = extension.label.locales.find((candidate) => candidate.localeCode.toLowerCase() === locale.toLowerCase());
  return match?.value ?? extension.label.defaultValue;
}

function extensionItem(extension: Extension, place: { locale: string; appPage: string; id: number }): Markup {
  const label = extensionLabel(extension, place.locale);
  const path = extension.url.replaceAll('${id}', String(place.id));
  if (extension.context === 'PANEL') return html`<li><button type="button" data-panel="${path}">${label}</button></li>`;
  return html`<li><a href="${place.appPage}${path}">${label}</a></li>`;
}

function menu(viewer: Viewer, order: Order, appPage: string): Markup {
  const { store } = viewer;
  const base = panelBase(store);
  const extensions = store.install ? [...store.extensions.values()].filter((extension) => extension.model === 'ORDERS') : [];
  return html`<button type="button" class="more" popovertarget="menu-${order.id}" aria-expanded="false" aria-label="Actions for order ${order.id}">⋯</button>
<div popover id="menu-${order.id}"><ul><li><a href="${base}/manage/orders/${order.id}">View order</a></li>
${orderActions(order).map(({ action, label }) => html`<li><form method="post" action="${base}/manage/orders/${order.id}/${action}"><button>${label}</button></form></li>`)}
${extensions.length > 0 ? html`<li><hr></li>` : ''}${extensions.map((extension) => extensionItem(extension, { locale: viewer.user.locale, appPage, id: order.id }))}</ul></div>`;
}

function row(viewer: Viewer, order: Order, appPage: string): Markup {
  const { store } = viewer;
  return html`<tr><td><a href="${panelBase(store)}/manage/orders/${order.id}">#${order.id}</a></td><td data-label="Placed">${day(store, order.createdAt)}</td>
<td data-label="Customer">${order.billing.first_name} ${order.billing.last_name}${order.customerId === 0 ? html` <span class="quiet">(guest)</span>` : ''}</td>
<td><span class="status">${statusName(order.statusId)}</span></td><td class="right" data-label="Total">${total(order)}</td><td class="right actions">${menu(viewer, order, appPage)}</td></tr>`;
}

function drawer(): Markup {
  return html`<aside class="drawer" data-drawer hidden aria-label="App panel"><header><h2 data-drawer-title>App</h2><button type="button" data-widen-drawer>Widen</button><button type="button" data-close-drawer>Close</button></header>
<iframe title="App panel"></iframe></aside>`;
}

function filter(base: string, chosen: number | undefined): Markup {
  return html`<form method="get" action="${base}/manage/orders" class="row"><label class="row">Status <select name="status"><option value="">All</option>
${ORDER_STATUSES.map((status) => html`<option value="${status.id}" ${status.id === chosen ? 'selected' : ''}>${status.name}</option>`)}</select></label><button>Show</button></form>`;
}

/** View Orders, newest first, each with its menu of actions and the app's extensions. */
export function ordersPage(viewer: Viewer, options: { appPage: string; status: number | undefined; page: number }): Markup {
  const { store } = viewer;
  const base = panelBase(store);
  const all = [...store.orders.values()].filter((order) => !order.isDeleted && (options.status === undefined || order.statusId === options.status)).reverse();
  const shown = all.slice((options.page - 1) * PER_PAGE, options.page * PER_PAGE);
  const more = all.length > options.page * PER_PAGE;
  const query = options.status === undefined ? '' : `&status=${options.status}`;
  const content = html`<div class="head"><h1>View Orders</h1>${filter(base, options.status)}<a class="button main" href="${base}/manage/orders/new">Place an order</a></div>
${shown.length === 0 ? html`<p class="card">No orders here.</p>` : html`<table class="stack"><thead><tr><th>Order</th><th>Placed</th><th>Customer</th><th>Status</th><th class="right">Total</th><th class="right">Actions</th></tr></thead>
<tbody>${shown.map((order) => row(viewer, order, options.appPage))}</tbody></table>`}
${more ? html`<p><a href="${base}/manage/orders?page=${options.page + 1}${query}">Older orders</a></p>` : ''}${drawer()}`;
  return panelPage(viewer, { title: 'View Orders', path: '/manage/orders', content });
}
