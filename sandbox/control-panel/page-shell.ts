import { html, raw } from 'hono/html';
import type { Store, User } from '../bigcommerce/model/store.ts';
import { PANEL_SCRIPT } from './panel-script.ts';
import { PANEL_STYLE } from './panel-style.ts';

export type Markup = ReturnType<typeof html>;

/** Who looks at which store. */
export interface Viewer {
  store: Store;
  user: User;
}

export function panelBase(store: Store): string {
  return `/store-${store.hash}`;
}

/** A page without the control panel's menu: the start page. */
export function barePage(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(PANEL_STYLE)}</style></head>
<body><main class="narrow">${content}</main></body></html>`;
}

const LINKS = [
  { path: '/manage/orders', label: 'Orders' },
  { path: '/manage/orders/new', label: 'Place an order' },
  { path: '/manage/products', label: 'Products' },
  { path: '/manage/apps', label: 'Apps' },
];

/** A page of a store's control panel. */
export function panelPage(viewer: Viewer, page: { title: string; path: string; content: Markup }): Markup {
  const base = panelBase(viewer.store);
  const current = (path: string) => (path === page.path ? raw(' aria-current="page"') : '');
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.title} - ${viewer.store.settings.name}</title><style>${raw(PANEL_STYLE)}</style></head>
<body data-base="${base}"><a class="skip" href="#content">Skip to the page</a>
<div class="layout">
<header class="side"><strong>${viewer.store.settings.name}</strong>
<nav aria-label="Control panel">${LINKS.map((link) => html`<a href="${base}${link.path}"${current(link.path)}>${link.label}</a>`)}<a href="/">All stores</a></nav>
<form method="post" action="${base}/logout" data-log-out><span class="who">${viewer.user.name}</span> <button type="submit">Log out</button></form></header>
<main id="content"><p class="notice" role="status" data-signed-out hidden>You are logged out. <a href="/">Choose a store and a user</a> to go on.</p>${page.content}</main>
</div><script>${raw(PANEL_SCRIPT)}</script></body></html>`;
}
