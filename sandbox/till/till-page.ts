import { html } from 'hono/html';
import { pageFrame } from '../hike/pages/page-frame.ts';
import type { Shop } from '../hike/state/shop.ts';
import { basketSection } from './basket-section.ts';
import { productSection } from './product-section.ts';
import { saleSection } from './sale-section.ts';

/** Tiles, basket and recent sales of one shop. */
export function tillPage(shop: Shop, find: string) {
  return pageFrame(
    `Till - ${shop.name}`,
    html`<header class="till-header">
        <h1>${shop.name}</h1>
        <p class="quiet">Prices ${shop.taxInclusive ? 'include' : 'do not include'} tax</p>
        <a href="/till/${shop.id}/products">Products</a>
        <a href="/till">All tills</a>
      </header>
      <main class="till" data-shop="${shop.id}" data-currency="${shop.currency}">
        <p id="message" role="status" tabindex="-1" class="message" hidden></p>
        <div class="counter">${productSection(shop, find)} ${basketSection(shop)}</div>
        <a href="#basket-title" class="to-basket">To the basket</a>
        ${saleSection(shop)}
      </main>`,
    '/till/till.js',
  );
}
