import { html } from 'hono/html';
import type { Store } from '../bigcommerce/model/store.ts';
import { barePage, type Markup } from './page-shell.ts';

function storeCard(store: Store, to: string): Markup {
  return html`<section class="card" aria-label="${store.settings.name} (${store.hash})"><h2>${store.settings.name}</h2>
<p class="quiet">Store ${store.hash} · ${store.settings.currency} · ${store.orders.size} orders · ${store.install ? 'app installed' : 'app not installed'}</p>
<form method="post" action="/open" class="row"><input type="hidden" name="store" value="${store.hash}"><input type="hidden" name="to" value="${to}">
${store.users.map((user) => html`<button name="user" value="${user.id}" class="${user.owner ? 'main' : ''}">Open as ${user.name}${user.owner ? ', owner' : ''}</button>`)}</form></section>`;
}

/** Every store of the sandbox and who may open it; `only` narrows it to the one that a link led to. */
export function startPage(stores: Store[], only: { hash: string | undefined; to: string }): Markup {
  const shown = stores.filter((store) => only.hash === undefined || store.hash === only.hash);
  const content = html`<h1>Control panels</h1><p>An imitation of BigCommerce for demos and tests. Choose a store and the person who opens it.</p>
${shown.length === 0 ? html`<p class="notice">There is no such store.</p>` : html`<div class="cards">${shown.map((store) => storeCard(store, only.to))}</div>`}`;
  return barePage('Control panels', content);
}
