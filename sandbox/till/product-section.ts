import { html } from 'hono/html';
import { availableInventory } from '../hike/products/product-answer.ts';
import type { ProductRow } from '../hike/products/product-row.ts';
import type { Shop } from '../hike/state/shop.ts';
import { money } from './in-words.ts';

function tile(shop: Shop, row: ProductRow) {
  const outlet = row.product_outlets[0];
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

/** What the till sells: everything with a SKU that is no mere parent of variants. */
export function forSale(shop: Shop): ProductRow[] {
  return shop.products.filter((row) => row.isActive && !row.has_variants && row.sku);
}

export function productSection(shop: Shop) {
  const tiles = forSale(shop).map((row) => tile(shop, row));
  return html`<section aria-labelledby="products-title" class="products">
    <h2 id="products-title">Products</h2>
    <label for="find">Find by name or SKU</label>
    <input id="find" type="search" autocomplete="off" />
    <ul id="products" class="tiles">
      ${tiles}
    </ul>
    ${tiles.length === 0 ? html`<p>This shop has no products.</p>` : ''}
  </section>`;
}
