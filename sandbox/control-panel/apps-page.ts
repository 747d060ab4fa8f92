import { html } from 'hono/html';
import type { RegisteredApp } from '../bigcommerce/platform.ts';
import { panelBase, panelPage, type Markup, type Viewer } from './page-shell.ts';

const APP_NAME = 'Hike POS for BigCommerce';

/** The Apps menu: install, open, uninstall. Only the owner may install and uninstall. */
export function appsPage(viewer: Viewer, app: RegisteredApp, notice?: string): Markup {
  const { store, user } = viewer;
  const base = panelBase(store);
  const open = html`<a class="button main" href="${base}/manage/app/${app.appId}">Open</a>`;
  const uninstall = html`<form method="post" action="${base}/manage/apps/uninstall"><button class="warn">Uninstall</button></form>`;
  const install = html`<a class="button main" href="${base}/manage/apps/install">Install</a>`;
  const owner = user.owner ? (store.install ? uninstall : install) : html`<span class="quiet">Only the owner installs and uninstalls apps.</span>`;
  const people = store.users.filter((other) => !other.owner);
  const content = html`<div class="head"><h1>Apps</h1></div>${notice === undefined ? '' : html`<p class="notice" role="status">${notice}</p>`}
<section class="card"><h2>${APP_NAME}</h2><p class="quiet">App ${app.appId} at ${app.appUrl} · ${store.install ? 'installed' : 'not installed'}</p><div class="row">${store.install ? open : ''}${owner}</div></section>
<section class="card"><h2>Users of this store</h2><p class="quiet">Removing one tells the app.</p>${people.length === 0 ? html`<p>Nobody but the owner.</p>` : ''}<ul class="plain">${people.map(
    (other) => html`<li class="row">${other.name} (${other.email}) <form method="post" action="${base}/manage/users/${other.id}/remove"><button class="warn" aria-label="Remove ${other.name}">Remove</button></form></li>`,
  )}</ul></section>`;
  return panelPage(viewer, { title: 'Apps', path: '/manage/apps', content });
}

/** What the app asks for; all or nothing. */
export function consentPage(viewer: Viewer, app: RegisteredApp): Markup {
  const base = panelBase(viewer.store);
  const content = html`<div class="head"><h1>Install ${APP_NAME}</h1></div><section class="card"><h2>It asks for</h2><ul>${app.scope.split(' ').map((scope) => html`<li>${scope}</li>`)}</ul>
<form method="post" action="${base}/manage/apps/install" class="row"><button class="main">Confirm</button><a class="button" href="${base}/manage/apps">Not now</a></form></section>`;
  return panelPage(viewer, { title: `Install ${APP_NAME}`, path: '', content });
}

/** The app in its frame: cross-site, as the control panel of the live service is. */
export function appFramePage(viewer: Viewer, frame: { src: string; appPage: string }): Markup {
  const content = html`<div class="head"><h1>${APP_NAME}</h1></div><iframe class="frame" title="App" src="${frame.src}" data-app="${frame.appPage}"></iframe>`;
  return panelPage(viewer, { title: APP_NAME, path: '', content });
}
