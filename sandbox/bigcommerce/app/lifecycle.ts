import { randomBytes } from 'node:crypto';
import type { Install, Store, User } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { issueLoadJwt } from './issue-load-jwt.ts';

const CODE_LIFE_MS = 60_000;

export function callbackUrl(platform: Platform, name: 'auth' | 'load' | 'uninstall' | 'remove-user'): string {
  return `${platform.app.appUrl}/api/bigcommerce/${name}`;
}

/** Starts an install: the address that the control panel opens in its frame, with a fresh single-use code. */
export function startInstall(platform: Platform, store: Store, options: { user: User; scope?: string | undefined }): string {
  const scope = options.scope ?? platform.app.scope;
  const code = randomBytes(16).toString('hex');
  store.codes.push({ code, scope, userId: options.user.id, used: false, expiresAt: Date.now() + CODE_LIFE_MS });
  const url = new URL(callbackUrl(platform, 'auth'));
  url.search = new URLSearchParams({ code, scope, context: `stores/${store.hash}`, account_uuid: store.accountUuid }).toString();
  return url.toString();
}

/** Gives the store a token for the app; the one before dies with it. */
export function grantToken(platform: Platform, store: Store, grant: { scope: string; userId: number }): Install {
  const install = { token: randomBytes(16).toString('hex'), ...grant, installedAt: platform.core.clock.now().toISOString() };
  store.install = install;
  note(platform, store, { kind: 'app.installed', id: platform.app.appId, data: { scope: grant.scope, userId: grant.userId } });
  return install;
}

export async function loadUrl(platform: Platform, store: Store, target: { user: User; url: string }): Promise<string> {
  const jwt = await issueLoadJwt(platform.app, { store, ...target });
  return `${callbackUrl(platform, 'load')}?${new URLSearchParams({ signed_payload_jwt: jwt }).toString()}`;
}

/** Calls the app from the server's side. BigCommerce ignores what comes back: the uninstall happens anyway. */
async function tell(platform: Platform, url: string): Promise<number> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    platform.core.log(`bigcommerce: callback failed: ${String(error)}`);
    return 0;
  }
}

async function tellAbout(platform: Platform, store: Store, about: { name: 'uninstall' | 'remove-user'; user: User }): Promise<number> {
  const jwt = await issueLoadJwt(platform.app, { store, user: about.user, url: '/' });
  return tell(platform, `${callbackUrl(platform, about.name)}?${new URLSearchParams({ signed_payload_jwt: jwt }).toString()}`);
}

export interface UninstallOptions {
  user: User;
  /** The callback sometimes does not arrive; with `silent` it is not even sent. */
  silent?: boolean;
}

/** Removes the hooks; those that wait for this very event get a second to hear of it. */
function dropHooks(platform: Platform, store: Store): void {
  const last = [...store.hooks.values()].filter((hook) => hook.scope === 'store/app/uninstalled').map((hook) => hook.id);
  for (const id of store.hooks.keys()) if (!last.includes(id)) store.hooks.delete(id);
  platform.core.clock.schedule(new Date(platform.core.clock.now().getTime() + 1000), () => last.forEach((id) => store.hooks.delete(id)));
}

/** The token dies and the hooks go before the app is told. App Extensions stay: nothing says that they disappear. */
export async function uninstall(platform: Platform, store: Store, options: UninstallOptions): Promise<{ callbackStatus: number | null }> {
  store.install = null;
  note(platform, store, { kind: 'app.uninstalled', id: platform.app.appId, data: { silent: options.silent === true } });
  if (options.silent === true) {
    store.hooks.clear();
    return { callbackStatus: null };
  }
  platform.emit(store, 'store/app/uninstalled', { type: 'store', id: null });
  dropHooks(platform, store);
  return { callbackStatus: await tellAbout(platform, store, { name: 'uninstall', user: options.user }) };
}

/** Takes a user off the store and tells the app. */
export async function removeUser(platform: Platform, store: Store, user: User): Promise<{ callbackStatus: number }> {
  store.users = store.users.filter((candidate) => candidate.id !== user.id);
  note(platform, store, { kind: 'user.removed', id: user.id, data: { email: user.email } });
  return { callbackStatus: await tellAbout(platform, store, { name: 'remove-user', user }) };
}
