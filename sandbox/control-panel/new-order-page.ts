import { html } from 'hono/html';
import { catalogueIndex } from '../bigcommerce/catalogue/catalogue-index.ts';
import { ORDER_STATUSES } from '../bigcommerce/model/order-statuses.ts';
import type { PlaceOrderInput } from '../bigcommerce/orders/place-order-input.ts';
import type { Store } from '../bigcommerce/model/store.ts';
import { panelBase, panelPage, type Markup, type Viewer } from './page-shell.ts';

const LINES = [0, 1, 2];
/** A form with a whole catalogue in it would be no form; the rest of it can be ordered through the control API. */
const MOST_CHOICES = 200;

const MONEY = [
  ['shipping', 'Shipping', '9.95'],
  ['handling', 'Handling', ''],
  ['wrapping', 'Gift wrapping, first item', ''],
  ['coupon', 'Coupon, amount off', ''],
  ['manualDiscount', 'Manual discount', ''],
  ['giftCertificate', 'Paid by gift certificate', ''],
  ['storeCredit', 'Paid by store credit', ''],
  ['fee', 'Fee', ''],
] as const;

function goods(store: Store, index: number): Markup {
  const variants = catalogueIndex(store).variants.slice(0, MOST_CHOICES);
  const name = (productId: number) => store.products.get(productId)?.fields.name ?? '';
  return html`<label>Item ${index + 1} <select name="sku${index}">${index > 0 ? html`<option value="">None</option>` : ''}
${variants.map((variant) => html`<option value="${variant.sku}">${name(variant.productId)} (${variant.sku})</option>`)}</select></label>
<label>Quantity ${index + 1} <input name="quantity${index}" type="number" min="1" max="99" value="1"></label>`;
}

/** The form that places a test order as a shopper would. */
export function newOrderPage(viewer: Viewer, problem?: string): Markup {
  const { store } = viewer;
  const content = html`<div class="head"><h1>Place an order</h1></div>${problem === undefined ? '' : html`<p class="notice problem" role="alert">${problem}</p>`}
<form method="post" action="${panelBase(store)}/manage/orders/new"><fieldset><legend>Who and how</legend><div class="fields">
<label>Customer <select name="customer"><option value="">Guest (Gia Guest)</option>${[...store.customers.values()].slice(0, MOST_CHOICES).map((customer) => html`<option value="${customer.id}">${customer.first_name} ${customer.last_name}</option>`)}</select></label>
<label>Payment method <select name="payment">${store.paymentMethods.map((method) => html`<option>${method.name}</option>`)}</select></label>
<label>Status <select name="status">${ORDER_STATUSES.map((status) => html`<option value="${status.id}" ${status.id === 11 ? 'selected' : ''}>${status.name}</option>`)}</select></label>
<label>Message <input name="message"></label></div></fieldset>
<fieldset><legend>Items</legend><div class="fields pairs">${LINES.map((index) => goods(store, index))}</div></fieldset>
<fieldset><legend>Money in ${store.settings.currency}, ${store.settings.priceEnteredWithTax ? 'including' : 'without'} tax</legend><div class="fields">
${MONEY.map(([name, label, value]) => html`<label>${label} <input name="${name}" inputmode="decimal" pattern="[0-9]*[.]?[0-9]*" value="${value}"></label>`)}</div></fieldset>
<button class="main">Place the order</button></form>`;
  return panelPage(viewer, { title: 'Place an order', path: '/manage/orders/new', content });
}

/** The form's fields as an order. */
export function orderOfForm(form: Record<string, string>): PlaceOrderInput {
  const given = (name: string) => (form[name] === undefined || form[name] === '' ? undefined : form[name]);
  const optional = <T>(name: string, build: (value: string) => T) => {
    const value = given(name);
    return value === undefined ? {} : build(value);
  };
  const lines = LINES.flatMap((index) => {
    const sku = given(`sku${index}`);
    return sku === undefined ? [] : [{ sku, quantity: Number(given(`quantity${index}`) ?? 1), ...(index === 0 ? optional('wrapping', (cost) => ({ wrapping: { cost } })) : {}) }];
  });
  return {
    lines,
    status: Number(given('status') ?? 11),
    paymentMethod: given('payment') ?? 'Credit Card',
    customerMessage: given('message') ?? '',
    ...optional('customer', (id) => ({ customerId: Number(id) })),
    ...optional('shipping', (shipping) => ({ shipping })),
    ...optional('handling', (handling) => ({ handling })),
    ...optional('coupon', (value) => ({ coupon: { code: 'TESTCOUPON', value: Number(value) } })),
    ...optional('manualDiscount', (manualDiscount) => ({ manualDiscount })),
    ...optional('giftCertificate', (value) => ({ giftCertificate: { amount: value } })),
    ...optional('storeCredit', (storeCredit) => ({ storeCredit })),
    ...optional('fee', (cost) => ({ fees: [{ name: 'Surcharge', cost }] })),
  };
}
