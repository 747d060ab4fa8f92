import { html } from 'hono/html';
import type { Sale, SaleLine } from '../hike/sales/sale.ts';
import type { Shop } from '../hike/state/shop.ts';
import { money, statusInWords, when } from './in-words.ts';
import { forSale } from './product-section.ts';

const SHOWN = 25;
const OPEN = new Set<Sale['status']>(['Parked', 'LayBy', 'OnAccount', 'BackOrder', 'Quote']);
const RETURNABLE = new Set<Sale['status']>(['Completed', 'Exchange', 'OnAccount']);

function leftToReturn(line: SaleLine): number {
  return Math.max(line.quantity - line.refundedQuantity, 0);
}

function payForm(shop: Shop, sale: Sale) {
  const types = shop.paymentTypes.filter((type) => type.isActive).map((type) => html`<option>${type.payment_name}</option>`);
  return html`<div class="row">
    <span class="pair"
      ><label for="tender-${sale.id}">Pay with</label
      ><select id="tender-${sale.id}" data-field="tender">
        ${types}
      </select></span
    >
    <span class="pair"
      ><label for="amount-${sale.id}">Amount</label
      ><input id="amount-${sale.id}" data-field="amount" type="number" min="0" step="0.01" class="short" placeholder="all"
    /></span>
    <button type="button" data-act="pay">Pay off</button>
  </div>`;
}

function returnForm(shop: Shop, sale: Sale) {
  const lines = sale.invoiceLineItems
    .filter((line) => leftToReturn(line) > 0)
    .map(
      (line) => html`<div class="row">
        <label for="back-${line.id}">${line.title}: units back</label>
        <input id="back-${line.id}" data-line="${line.id}" type="number" min="0" max="${leftToReturn(line)}" step="any" value="0" class="short" />
      </div>`,
    );
  const goods = forSale(shop).map((row) => html`<option value="${row.sku}">${row.name}</option>`);
  return html`${lines}
    <div class="row">
      <label class="plain"><input type="checkbox" data-field="restock" checked /> Back on the shelf</label>
    </div>
    <div class="row">
      <button type="button" data-act="refund-all">Refund all</button>
      <button type="button" data-act="refund-some">Refund chosen</button>
    </div>
    ${
      sale.status === 'OnAccount'
        ? ''
        : html`<div class="row">
            <label for="new-${sale.id}">Exchange for</label>
            <select id="new-${sale.id}" data-field="goods">
              ${goods}
            </select>
            <button type="button" data-act="exchange">Exchange chosen</button>
          </div>`
    }`;
}

function actions(shop: Shop, sale: Sale) {
  const returned = sale.invoiceLineItems.some((line) => line.refundedQuantity > 0);
  const canReturn = RETURNABLE.has(sale.status) && sale.invoiceLineItems.some((line) => leftToReturn(line) > 0);
  const canVoid = (OPEN.has(sale.status) || sale.status === 'Completed' || sale.status === 'Exchange') && !returned;
  if (!canReturn && !canVoid && !OPEN.has(sale.status)) return '';
  return html`<details>
    <summary>Actions<span class="visually-hidden"> for sale ${sale.number}</span></summary>
    ${OPEN.has(sale.status) ? payForm(shop, sale) : ''} ${canReturn ? returnForm(shop, sale) : ''}
    ${canVoid ? html`<div class="row"><button type="button" class="warn" data-act="void">Void</button></div>` : ''}
  </details>`;
}

function reference(shop: Shop, sale: Sale): string {
  const original = shop.sales.find((other) => other.id === sale.referenceInvoiceId);
  return original ? `, of ${original.number}` : '';
}

function saleItem(shop: Shop, sale: Sale) {
  const owed = OPEN.has(sale.status) && sale.status !== 'Quote' ? sale.netAmount - sale.totalPaid : 0;
  const goods = sale.invoiceLineItems.map((line) => `${line.quantity} × ${line.title ?? ''}`).join(', ');
  return html`<li class="card sale" data-sale="${sale.id}">
    <div class="sale-head">
      <h3>${sale.number}</h3>
      <span class="status">${statusInWords(sale.status)}${reference(shop, sale)}</span>
      <strong>${money(shop, sale.netAmount)}</strong>
    </div>
    <p>${goods}</p>
    <p class="quiet">${when(sale.transactionDate)}, ${sale.registerName}, ${sale.customerName ?? 'walk-in'}${owed > 0 ? `, ${money(shop, owed)} to pay` : ''}</p>
    ${actions(shop, sale)}
  </li>`;
}

/** The latest sales, newest first, each with what can still be done with it. */
export function saleSection(shop: Shop) {
  const latest = shop.sales.toSorted((one, other) => Date.parse(other.transactionDate) - Date.parse(one.transactionDate) || other.id - one.id);
  return html`<section aria-labelledby="sales-title">
    <h2 id="sales-title">Recent sales</h2>
    <ul id="sales" class="sales">
      ${latest.slice(0, SHOWN).map((sale) => saleItem(shop, sale))}
    </ul>
    ${latest.length === 0 ? html`<p id="no-sales" class="quiet">Nothing was sold yet.</p>` : ''}
  </section>`;
}
