import { html } from 'hono/html';
import { asNumber, type Amount } from '../bigcommerce/model/amount.ts';
import { statusName } from '../bigcommerce/model/order-statuses.ts';
import type { Order } from '../bigcommerce/model/order.ts';
import { day, orderActions } from './orders-page.ts';
import { panelBase, panelPage, type Markup, type Viewer } from './page-shell.ts';

const figure = (value: Amount) => asNumber(value).toFixed(2);

/** The money of an order, one row per part that is not zero. */
function moneyRows(order: Order): [string, Amount][] {
  const rows: [string, Amount][] = [
    ['Subtotal', order.subtotal.inc],
    ['Coupons', -order.couponDiscount],
    ['Manual discount', -order.discount],
    ['Shipping', order.shipping.inc],
    ['Handling', order.handling.inc],
    ['Gift wrapping', order.wrapping.inc],
    ...order.fees.map((fee): [string, Amount] => [fee.nameCustomer, fee.cost.inc]),
  ];
  return rows.filter(([, value]) => value !== 0);
}

function paymentRows(order: Order): [string, Amount][] {
  const rows: [string, Amount][] = [
    ['of which tax', order.total.inc - order.total.ex],
    ['Paid by gift certificate', order.giftCertificate],
    ['Paid by store credit', order.storeCredit],
    ['Refunded', order.refunds.reduce((sum, refund) => sum + refund.total, 0)],
  ];
  return rows.filter(([, value]) => value !== 0);
}

const row = ([label, value]: [string, Amount]) => html`<tr><th scope="row">${label}</th><td class="right">${figure(value)}</td></tr>`;

function lines(order: Order): Markup {
  return html`<table class="stack"><thead><tr><th>Item</th><th>SKU</th><th class="right">Quantity</th><th class="right">Shipped</th><th class="right">Total</th></tr></thead><tbody>
${order.lines.map((line) => html`<tr><td>${line.name} ${line.options.map((option) => option.displayValue).join(', ')}</td><td data-label="SKU">${line.sku || '-'}</td><td class="right" data-label="Quantity">${line.quantity}</td><td class="right" data-label="Shipped">${line.quantityShipped}</td><td class="right" data-label="Total">${figure(line.totalInc)}</td></tr>`)}</tbody></table>`;
}

/** One order, with what staff may do to it. */
export function orderPage(viewer: Viewer, order: Order): Markup {
  const { store } = viewer;
  const base = panelBase(store);
  const { billing } = order;
  const content = html`<div class="head"><h1>Order #${order.id}</h1><span class="status">${statusName(order.statusId)}</span></div>
<div class="row">${orderActions(order).map(({ action, label }) => html`<form method="post" action="${base}/manage/orders/${order.id}/${action}"><input type="hidden" name="stay" value="1"><button class="${action === 'cancel' ? 'warn' : ''}">${label}</button></form>`)}</div>
<div class="cards"><section class="card"><h2>Customer</h2><p>${billing.first_name} ${billing.last_name}${order.customerId === 0 ? ' (guest)' : ''}<br>${billing.email}<br>${billing.street_1}, ${billing.city} ${billing.zip}</p></section>
<section class="card"><h2>Order</h2><p>Placed ${day(store, order.createdAt)}<br>Payment: ${order.paymentMethod || 'none'}${order.externalSource ? html`<br>From app ${order.externalSource}, its number ${order.externalOrderId}` : ''}</p>
${order.customerMessage ? html`<p>Customer: ${order.customerMessage}</p>` : ''}${order.staffNotes ? html`<p>Staff notes: ${order.staffNotes}</p>` : ''}</section></div>
<h2>Items</h2>${lines(order)}<h2>Totals in ${order.transactionCurrency}</h2>
<table><tbody>${moneyRows(order).map(row)}<tr><th scope="row"><strong>Total</strong></th><td class="right"><strong>${figure(order.total.inc)}</strong></td></tr>${paymentRows(order).map(row)}</tbody></table>`;
  return panelPage(viewer, { title: `Order #${order.id}`, path: '', content });
}
