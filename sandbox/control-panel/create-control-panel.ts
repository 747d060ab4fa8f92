import { Hono, type Context } from 'hono';
import { loadUrl, removeUser, startInstall, uninstall } from '../bigcommerce/app/lifecycle.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { appFramePage, appsPage, consentPage } from './apps-page.ts';
import { orderPanelRoutes } from './order-panel-routes.ts';
import { panelBase, type Markup, type Viewer } from './page-shell.ts';
import { productPanelRoutes } from './product-panel-routes.ts';
import { SDK_SCRIPT } from './sdk-script.ts';
import { signIn, signOut, viewerOf } from './signed-in-user.ts';
import { startPage } from './start-page.ts';

export type PanelHandler = (context: Context, viewer: Viewer) => Promise<Response | Markup> | Response | Markup;

/** Runs a page for the signed-in user of the store; anybody else chooses a user first and comes back. */
function signedIn(platform: Platform, handler: PanelHandler) {
  return async (context: Context): Promise<Response> => {
    const viewer = viewerOf(context, platform);
    if (!viewer) {
      const { pathname, search } = new URL(context.req.url);
      const hash = (context.req.param('store') ?? '').replace(/^store-/, '');
      return context.redirect(`/?${new URLSearchParams({ store: hash, to: pathname + search }).toString()}`);
    }
    const answer = await handler(context, viewer);
    return answer instanceof Response ? answer : context.html(answer);
  };
}

function appPageOf(platform: Platform, viewer: Viewer): string {
  return `${panelBase(viewer.store)}/manage/app/${platform.app.appId}`;
}

function start(app: Hono, platform: Platform): void {
  app.get('/', (context) => {
    const hash = context.req.query('store');
    return context.html(startPage([...platform.stores.values()], { hash, to: context.req.query('to') ?? '' }));
  });
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.post('/open', async (context) => {
    const form = await context.req.parseBody();
    const store = platform.stores.get(String(form['store']));
    const user = store?.users.find((candidate) => String(candidate.id) === form['user']);
    if (!store || !user) return context.redirect('/', 303);
    signIn(context, { store, user });
    const to = String(form['to'] ?? '');
    return context.redirect(to.startsWith(`${panelBase(store)}/`) ? to : `${panelBase(store)}/manage/orders`, 303);
  });
  app.post('/:store{store-[a-z0-9]+}/logout', (context) => {
    signOut(context, context.req.param('store'));
    return context.body(null, 204);
  });
  app.get('/jssdk/bc-sdk.js', (context) => context.body(SDK_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' }));
}

function apps(app: Hono, platform: Platform): void {
  const base = '/:store{store-[a-z0-9]+}';
  const on = (handler: PanelHandler) => signedIn(platform, handler);
  app.get(`${base}/manage/apps`, on((_context, viewer) => appsPage(viewer, platform.app)));
  app.get(`${base}/manage/apps/install`, on((_context, viewer) => consentPage(viewer, platform.app)));
  app.post(`${base}/manage/apps/install`, on((context, viewer) => {
    if (!viewer.user.owner) return context.redirect(`${panelBase(viewer.store)}/manage/apps`, 303);
    return appFramePage(viewer, { src: startInstall(platform, viewer.store, { user: viewer.user }), appPage: appPageOf(platform, viewer) });
  }));
  app.post(`${base}/manage/apps/uninstall`, on(async (_context, viewer) => {
    if (!viewer.user.owner || viewer.store.install === null) return appsPage(viewer, platform.app, 'Nothing was uninstalled.');
    const { callbackStatus } = await uninstall(platform, viewer.store, { user: viewer.user });
    return appsPage(viewer, platform.app, `The app is uninstalled. It ${callbackStatus === 0 ? 'could not be told' : `answered ${callbackStatus}`}.`);
  }));
  app.post(`${base}/manage/users/:user/remove`, on(async (context, viewer) => {
    const user = viewer.store.users.find((candidate) => String(candidate.id) === context.req.param('user') && !candidate.owner);
    if (!user || !viewer.user.owner) return appsPage(viewer, platform.app, 'Only the owner removes users.');
    await removeUser(platform, viewer.store, user);
    return appsPage(viewer, platform.app, `${user.name} is removed.`);
  }));
  app.get(`${base}/manage/load-url`, on(async (context, viewer) => {
    if (viewer.store.install === null) return context.json({});
    return context.json({ url: await loadUrl(platform, viewer.store, { user: viewer.user, url: context.req.query('url') ?? '/' }) });
  }));
  // Whatever stands behind the app's number reaches the app as the deep link.
  app.get(`${base}/manage/app/:app/:path{.*}?`, on(async (context, viewer) => {
    if (viewer.store.install === null) return context.redirect(`${panelBase(viewer.store)}/manage/apps`);
    const { pathname, search } = new URL(context.req.url);
    const appPage = appPageOf(platform, viewer);
    const path = pathname.slice(appPage.length);
    return appFramePage(viewer, { src: await loadUrl(platform, viewer.store, { user: viewer.user, url: `${path === '' ? '/' : path}${search}` }), appPage });
  }));
}

/** The pages for people: which store as whom, its orders, its products, its apps. The API does not pass here. */
export function createControlPanel(platform: Platform): Hono {
  const app = new Hono();
  start(app, platform);
  app.get('/:store{store-[a-z0-9]+}', (context) => context.redirect(`/${context.req.param('store')}/manage/orders`));
  app.get('/:store{store-[a-z0-9]+}/manage', (context) => context.redirect(`/${context.req.param('store')}/manage/orders`));
  app.route('/', orderPanelRoutes(platform, (handler) => signedIn(platform, handler)));
  app.route('/', productPanelRoutes(platform, (handler) => signedIn(platform, handler)));
  apps(app, platform);
  return app;
}
