import { html } from 'hono/html';
import { outletsOf } from '../hike/products/composite-stock.ts';
import { availableInventory } from '../hike/products/product-answer.ts';
import type { ProductRow } from '../hike/products/product-row.ts';
import type { Shop } from '../hike/state/shop.ts';
import { money } from './in-words.ts';

function tile(shop: Shop, row: ProductRow) {
  const outlet = outletsOf(shop, row)[0];
  const price = (shop.taxInclusive ? outlet?.price_inc_tax : outlet?.price_ex_tax) ?? 0;
  const stock = outlet ? availableInventory(outlet) : 0;
  return html`<li>
    <button type="button" class="tile" data-sku="${row.sku}" data-name="${row.name}" data-price="${price}">
      <span class="tile-name">${row.name}</span>
      <span class="quiet">${row.sku}</span>
      <span class="tile-foot"><strong>${money(shop, price)}</strong> <span class="quiet">${stock} in stock</span></span>
    </button>
  </li>`;
}

/** More tiles than this are no help to anybody; in a large shop people find first. */
const MOST_TILES = 300;

/** What the till sells, as far as its name or SKU holds what is wanted: everything with a SKU that is no mere parent of variants. */
export function forSale(shop: Shop, find = ''): ProductRow[] {
  const wanted = find.trim().toLowerCase();
  const sold = (row: ProductRow) => row.isActive && !row.has_variants && row.sku && `${row.name} ${row.sku}`.toLowerCase().includes(wanted);
  const rows: ProductRow[] = [];
  for (const row of shop.products) {
    if (rows.length === MOST_TILES) break;
    if (sold(row)) rows.push(row);
  }
  return rows;
}

export function productSection(shop: Shop, find: string) {
  const tiles = forSale(shop, find).map((row) => tile(shop, row));
  return html`<section aria-labelledby="products-title" class="products">
    <h2 id="products-title">Products</h2>
    <label for="find">Find by name or SKU</label>
    <input id="find" type="search" autocomplete="off" value="${find}" data-partial="${tiles.length === MOST_TILES || find !== '' ? 'yes' : 'no'}" />
    <ul id="products" class="tiles">
      ${tiles}
    </ul>
    ${tiles.length === 0 ? html`<p>${find === '' ? 'This shop has no products.' : 'No product is like that.'}</p>` : ''}
  </section>`;
}
