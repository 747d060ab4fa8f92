import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { StoreHash, type OrderId } from '../../../domain/ids';
import type { BigCommerce } from '../../../engine/ports/bigcommerce';
import type { Transport } from '../../http/transport';
import { createQuickClock } from '../../http/testing/quick-clock';
import { unpaced } from '../../http/unpaced';
import { createBigCommerce } from '../create-bigcommerce';

const APP_ID = '9001';

const controlled = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${inject('sandbox').controlUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
};

interface SandboxState {
  hooks: { scope: string; destination: string; is_active: boolean; headers: Record<string, string> | null }[];
  extensions: { url: string; label: { defaultValue: string } }[];
}

/** A collection in the sandbox's state, whether it is written as a list or by id. */
const values = <T>(collection: T[] | Record<string, T>): T[] => Object.values(collection);

/** A fresh store in the sandbox with the app installed, and the adapter before it. */
export const openSandboxStore = async () => {
  const storeHash = StoreHash.parse(`a${randomBytes(5).toString('hex')}`);
  await controlled('POST', '/worlds', { name: 'demo', storeHash });
  const { accessToken } = (await controlled('POST', `/stores/${storeHash}/token`, {})) as { accessToken: string };
  const withToken = (token: string, transport: Transport = (url, init) => fetch(url, init)): BigCommerce =>
    createBigCommerce({
      apiUrl: inject('sandbox').bigcommerceUrl, storeHash, accessToken: token, appId: APP_ID,
      transport, clock: createQuickClock(Date.now()), random: Math.random, pacer: unpaced,
    });
  return {
    appId: APP_ID,
    bigcommerce: withToken(accessToken),
    withToken,
    withTransport: (transport: Transport) => withToken(accessToken, transport),
    archive: (id: OrderId) => controlled('POST', `/stores/${storeHash}/orders/${id}/archive`, {}),
    fault: (fault: Record<string, unknown>) => controlled('POST', '/faults', { side: 'bigcommerce', tenant: storeHash, ...fault }),
    state: async (): Promise<SandboxState> => {
      const state = (await controlled('GET', `/stores/${storeHash}`)) as SandboxState;
      return { hooks: values(state.hooks), extensions: values(state.extensions) };
    },
  };
};

export type SandboxStore = Awaited<ReturnType<typeof openSandboxStore>>;
