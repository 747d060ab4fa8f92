import { html } from 'hono/html';
import { pageFrame } from '../hike/pages/page-frame.ts';
import type { Shop } from '../hike/state/shop.ts';

export function shopListPage(shops: Shop[]) {
  const items = shops.map((shop) => html`<li><a href="/till/${shop.id}">${shop.name}</a> <span class="quiet">${shop.currency}</span></li>`);
  return pageFrame(
    'Hike tills',
    html`<main class="narrow">
      <h1>Hike tills</h1>
      ${shops.length === 0 ? html`<p>There are no shops yet. Choose a world in the sandbox’s control API.</p>` : html`<ul class="card shops">${items}</ul>`}
    </main>`,
  );
}
