import { inject } from 'vitest';
import { createQuickClock } from '../../http/testing/quick-clock';
import { unpaced } from '../../http/unpaced';
import { createHike } from '../create-hike';
import type { HikeAccess } from '../hike-api';

let shops = 0;

const controlled = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const { controlUrl } = inject('sandbox');
  const response = await fetch(`${controlUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
};

export interface SandboxSale {
  id: number;
  number: string;
  status: string;
  netAmount: number;
  transactionDate: string;
  invoiceLineItems: Record<string, unknown>[];
  [field: string]: unknown;
}

interface SandboxState {
  outlets: { id: number; title: string }[];
  registers: { id: number; name: string; outletID: number }[];
  taxes: { id: number; name: string; rate: number }[];
  paymentTypes: { id: number; payment_name: string; payment_option_type: number }[];
  products: { id: number; name: string; sku: string; product_outlets: { on_hand_inventory: number; reserved_inventory: number }[] }[];
  sales: SandboxSale[];
}

/** A fresh shop in the sandbox, and the adapter connected to it. */
export const openSandboxShop = async (options: Record<string, unknown> = {}) => {
  shops += 1;
  const id = `adapter-${process.pid}-${shops}`;
  await controlled('POST', '/hike/shops', { id, world: 'demo', ...options });
  const grant = async () => (await controlled('POST', `/hike/shops/${id}/tokens`, {})) as { access_token: string };
  let token = (await grant()).access_token;
  const access: HikeAccess = {
    token: () => Promise.resolve(token),
    renew: async () => {
      token = (await grant()).access_token;
      return token;
    },
  };
  // The sandbox keeps real time, and so do its sales; only the sleeps are cut short.
  const clock = createQuickClock(Date.now());
  const hike = createHike({ url: inject('sandbox').hikeUrl, access, transport: (url, init) => fetch(url, init), clock, random: Math.random, pacer: unpaced });
  return {
    id,
    hike,
    clock,
    control: (method: string, path: string, body?: unknown) => controlled(method, `/hike/shops/${id}${path}`, body),
    fault: (fault: Record<string, unknown>) => controlled('POST', '/faults', { side: 'hike', tenant: id, ...fault }),
    till: async (path: string, body: unknown = {}) => (await controlled('POST', `/hike/shops/${id}/sales${path}`, body)) as SandboxSale,
    state: async () => (await controlled('GET', `/hike/shops/${id}`)) as SandboxState,
  };
};

export type SandboxShop = Awaited<ReturnType<typeof openSandboxShop>>;
