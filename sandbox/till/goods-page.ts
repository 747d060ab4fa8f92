import { html } from 'hono/html';
import { imageAnswer } from '../hike/images/image-answer.ts';
import { pageFrame } from '../hike/pages/page-frame.ts';
import { outletsOf } from '../hike/products/composite-stock.ts';
import type { ProductRow } from '../hike/products/product-row.ts';
import type { Shop } from '../hike/state/shop.ts';

const PER_PAGE = 50;

export interface GoodsQuery {
  find: string;
  /** From 1. */
  page: number;
}

function stockFields(shop: Shop, row: ProductRow) {
  if (row.has_variants) return html`<span class="quiet">Stock is with the variants</span>`;
  const rows = outletsOf(shop, row);
  return shop.outlets.map((outlet) => {
    const known = rows.find((other) => other.outlet_id === outlet.id);
    const id = `stock-${row.id}-${outlet.id}`;
    return html`<span class="pair"
      ><label for="${id}" class="plain">${outlet.title}</label
      ><input id="${id}" data-outlet="${outlet.id}" type="number" step="any" class="short" value="${known?.on_hand_inventory ?? ''}" ${row.components.length > 0 || !row.track_inventory ? 'disabled' : ''}
    /></span>`;
  });
}

function goodItem(shop: Shop, row: ProductRow) {
  const outlet = row.product_outlets[0];
  const price = (shop.taxInclusive ? outlet?.price_inc_tax : outlet?.price_ex_tax) ?? 0;
  const isOnline = row.sales_channels.some((channel) => channel.sales_channels === '2');
  const image = row.images.find((other) => other.isPrimary);
  // The page is served by Hike itself, so an address without host will do.
  const source = image && imageAnswer('', image)['50_thumbnail'];
  return html`<li class="card good" data-good="${row.id}" aria-label="${row.name}">
    <div class="sale-head">
      ${source === undefined ? '' : html`<img src="${source}" alt="" width="32" height="32" />`}
      <h2>${row.name}</h2>
      <span class="quiet">${row.sku ?? 'no SKU'}${row.isActive ? '' : ', inactive'}</span>
    </div>
    <div class="row">
      ${row.parentId ? '' : html`<span class="pair"><label for="name-${row.id}" class="plain">Name</label><input id="name-${row.id}" data-field="name" value="${row.name}" /></span>`}
      <span class="pair"
        ><label for="price-${row.id}" class="plain">Price</label><input id="price-${row.id}" data-field="price" type="number" min="0" step="0.01" class="short" value="${price}"
      /></span>
      ${stockFields(shop, row)}
      ${row.parentId ? '' : html`<label class="plain"><input type="checkbox" data-field="eCommerce" ${isOnline ? 'checked' : ''} /> eCommerce</label>`}
      <button type="button" data-save>Save<span class="visually-hidden"> ${row.name}</span></button>
    </div>
  </li>`;
}

function matches(row: ProductRow, wanted: string): boolean {
  return wanted === '' || [row.name, row.sku, row.barcode].some((text) => text?.toLowerCase().includes(wanted));
}

function pageLinks(query: GoodsQuery, pages: number) {
  const to = (page: number) => `?find=${encodeURIComponent(query.find)}&page=${page}`;
  return html`<nav class="row" aria-label="Pages">
    ${query.page > 1 ? html`<a href="${to(query.page - 1)}">Previous</a>` : ''} <span>Page ${query.page} of ${pages}</span> ${query.page < pages ? html`<a href="${to(query.page + 1)}">Next</a>` : ''}
  </nav>`;
}

/** The goods of a shop as people keep them: name, price, stock and the tick for the online shop. */
export function goodsPage(shop: Shop, query: GoodsQuery) {
  const found = shop.products.filter((row) => matches(row, query.find.trim().toLowerCase()));
  const pages = Math.max(Math.ceil(found.length / PER_PAGE), 1);
  const page = Math.min(query.page, pages);
  const items = found.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((row) => goodItem(shop, row));
  return pageFrame(
    `Products - ${shop.name}`,
    html`<header class="till-header">
        <h1>Products of ${shop.name}</h1>
        <p class="quiet">Prices ${shop.taxInclusive ? 'include' : 'do not include'} tax</p>
        <a href="/till/${shop.id}">Till</a>
      </header>
      <main class="till" data-shop="${shop.id}" data-currency="${shop.currency}">
        <p id="message" role="status" tabindex="-1" class="message" hidden></p>
        <form class="row">
          <label for="find">Find by name, SKU or barcode</label>
          <input id="find" name="find" type="search" value="${query.find}" />
          <button type="submit">Find</button>
        </form>
        ${pageLinks({ ...query, page }, pages)}
        ${items.length === 0 ? html`<p>No product is like that.</p>` : html`<ul class="goods">${items}</ul>`}
      </main>`,
    '/till/goods.js',
  );
}
