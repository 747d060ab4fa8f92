import { setTimeout as pause } from 'node:timers/promises';
import { SERVERS } from '../servers';
import { control } from './control';

interface Named {
  id: number;
  name: string;
  outletId?: number;
  rate?: string;
}
interface SettingsView {
  version: number;
  value: Record<string, unknown>;
  hike: { registers: Named[]; paymentTypes: Named[]; taxes: Named[] };
  store: { taxClasses: Named[] };
}

interface Place {
  storeHash: string;
  shopId: string;
}

/** A merchant who uses the app as its pages do, over HTTP. */
export interface Merchant extends Place {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

const locationOf = (answer: Response): URL => new URL(answer.headers.get('location') ?? '', SERVERS.appUrl);

/** Installs the app, connects the shop and sets what is required, in a second instead of twenty. */
export const merchantByHttp = async (world: Place): Promise<Merchant> => {
  const { url } = await control<{ url: string }>(`/stores/${world.storeHash}/install`, { body: {} });
  const code = locationOf(await fetch(url, { redirect: 'manual' })).searchParams.get('once');
  const merchant = await signIn(world, code ?? '');
  await connectHike(merchant);
  await saveSettings(merchant);
  return merchant;
};

const signIn = async ({ storeHash, shopId }: Place, code: string): Promise<Merchant> => {
  const base = `${SERVERS.appUrl}/api/stores/${storeHash}`;
  const ask = async <T>(path: string, { method, body, token }: { method: string; body?: unknown; token?: string }): Promise<T> => {
    const headers = { origin: SERVERS.appUrl, 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`${base}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? null : await answer.json()) as T;
  };
  const { token } = await ask<{ token: string }>('/session', { method: 'POST', body: { code } });
  return {
    storeHash,
    shopId,
    get: (path) => ask(path, { method: 'GET', token }),
    post: (path, body) => ask(path, { method: path === '/settings' ? 'PUT' : 'POST', body, token }),
  };
};

const connectHike = async (merchant: Merchant): Promise<void> => {
  const { url } = await merchant.post<{ url: string }>('/hike-connection', {});
  const { searchParams, origin, pathname } = new URL(url);
  const form = new URLSearchParams({ ...Object.fromEntries(searchParams), shop: merchant.shopId, decision: 'allow' });
  const consent = await fetch(`${origin}${pathname}`, { method: 'POST', redirect: 'manual', body: form });
  await fetch(locationOf(consent), { redirect: 'manual' });
};

const saveSettings = async (merchant: Merchant): Promise<void> => {
  const view = await until(async () => {
    const settings = await merchant.get<SettingsView>('/settings');
    return settings.hike.registers.length > 0 && settings.store.taxClasses.length > 0 ? settings : null;
  });
  const named = (list: Named[], name: string) => list.find((one) => one.name === name)!;
  const register = named(view.hike.registers, 'Online');
  const [gst, none] = [named(view.hike.taxes, 'GST').id, named(view.hike.taxes, 'No Tax').id];
  const classes = [{ id: 0, name: '' }, ...view.store.taxClasses];
  const value = {
    ...view.value,
    outletId: register.outletId,
    registerId: register.id,
    payments: {
      fallback: named(view.hike.paymentTypes, 'BigCommerce').id,
      byMethod: { 'Gift Certificate': named(view.hike.paymentTypes, 'Gift Card').id, 'Store Credit': named(view.hike.paymentTypes, 'Store Credit').id },
    },
    salePrice: 'price',
    taxes: { byClass: Object.fromEntries(classes.map(({ id, name }) => [String(id), /free/i.test(name) ? none : gst])), shipping: gst },
  };
  await merchant.post('/settings', { version: view.version, value });
};

/** Asks every few milliseconds until there is an answer. */
export const until = async <T>(ask: () => Promise<T | null>, patienceMs = 60_000): Promise<T> => {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error('What is waited for did not happen.');
    await pause(20);
  }
};
