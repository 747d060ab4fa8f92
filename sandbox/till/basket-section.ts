import { html } from 'hono/html';
import type { Shop } from '../hike/state/shop.ts';

function customerName(customer: Shop['customers'][number]): string {
  const name = [customer.first_name, customer.last_name].filter(Boolean).join(' ');
  return customer.email ? `${name} (${customer.email})` : name;
}

function whoAndWhere(shop: Shop) {
  const customers = shop.customers.filter((customer) => customer.isActive).map((customer) => html`<option value="${customer.id}">${customerName(customer)}</option>`);
  const registers = shop.registers.filter((register) => register.isActive).map((register) => html`<option value="${register.id}">${register.name}</option>`);
  return html`<label for="customer">Customer</label>
    <select id="customer">
      <option value="">Walk-in</option>
      ${customers}
    </select>
    <label for="register">Register</label>
    <select id="register">
      ${registers}
    </select>
    <label for="discount">Discount on everything, %</label>
    <input id="discount" type="number" min="0" max="100" step="any" value="0" />`;
}

function amountAndButton(field: { id: string; label: string; sell: string; button: string }) {
  return html`<div class="row">
    <span class="pair"><label for="${field.id}">${field.label}</label><input id="${field.id}" type="number" min="0" step="0.01" class="short" /></span>
    <button type="button" data-sell="${field.sell}">${field.button}</button>
  </div>`;
}

const PAYING = html`<div class="row">
    <button type="button" class="main" data-sell="cash">Cash</button>
    <button type="button" class="main" data-sell="card">Card</button>
  </div>
  ${amountAndButton({ id: 'part', label: 'Part in cash', sell: 'split', button: 'Split, rest by card' })}
  ${amountAndButton({ id: 'deposit', label: 'Deposit in cash', sell: 'lay-by', button: 'Lay by' })}
  <div class="row">
    <button type="button" data-sell="park">Park</button>
    <button type="button" data-sell="on-account">On account</button>
    <button type="button" data-sell="back-order">Back order</button>
    <button type="button" data-sell="quote">Quote</button>
  </div>`;

export function basketSection(shop: Shop) {
  return html`<section aria-labelledby="basket-title" class="card basket">
    <h2 id="basket-title" tabindex="-1">Basket</h2>
    <p id="basket-empty" class="quiet">Choose products to start a sale.</p>
    <ul id="basket"></ul>
    <p class="total">${shop.taxInclusive ? 'Total' : 'Total before tax'} <strong id="total" aria-live="polite"></strong></p>
    ${whoAndWhere(shop)} ${PAYING}
  </section>`;
}
