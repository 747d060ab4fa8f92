import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Platform } from '../bigcommerce/platform.ts';
import { panelBase, type Viewer } from './page-shell.ts';

const COOKIE = 'control_panel_user';

/** The store of the path and the user of its cookie; undefined when nobody is signed in to this store. */
export function viewerOf(context: Context, platform: Platform): Viewer | undefined {
  const store = platform.stores.get((context.req.param('store') ?? '').replace(/^store-/, ''));
  const user = store?.users.find((candidate) => String(candidate.id) === getCookie(context, COOKIE));
  return store && user ? { store, user } : undefined;
}

/** One cookie per store: a person may be Ana in one and Ben in the next. */
export function signIn(context: Context, viewer: Viewer): void {
  setCookie(context, COOKIE, String(viewer.user.id), { path: panelBase(viewer.store), httpOnly: true, sameSite: 'Lax' });
}

export function signOut(context: Context, storePath: string): void {
  deleteCookie(context, COOKIE, { path: `/${storePath}` });
}
