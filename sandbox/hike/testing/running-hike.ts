import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createCore, type RunningCore } from '../../core/create-core.ts';
import type { WorldName } from '../../worlds/world-names.ts';
import { createHike, type Hike } from '../create-hike.ts';
import type { ProductOutlet } from '../products/product-row.ts';
import type { Sale } from '../sales/sale.ts';
import type { Shop } from '../state/shop.ts';

export const APP = { clientId: 'app-id', clientSecret: 'app-secret', name: 'Connector', returnUris: ['https://app.example/api/hike/callback'] };

export interface Answer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : undefined) as T };
}

/** A Hike on a real port with one shop, and a caller that is connected to it. */
export class RunningHike {
  readonly core: RunningCore;
  readonly hike: Hike;
  readonly base: string;
  token = '';
  readonly #close: () => void;

  constructor(parts: { core: RunningCore; hike: Hike; base: string; close: () => void }) {
    this.core = parts.core;
    this.hike = parts.hike;
    this.base = parts.base;
    this.#close = parts.close;
  }

  static async start(world: WorldName = 'demo'): Promise<RunningHike> {
    const core = createCore();
    let base = '';
    const hike = createHike(core, { apps: [APP], publicUrl: () => base });
    hike.createWorld(world, 'shop');
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve({ fetch: hike.app.fetch, port: 0 }, () => resolve(started));
    });
    const { port } = server.address() as AddressInfo;
    base = `http://127.0.0.1:${port}`;
    const running = new RunningHike({ core, hike, base, close: () => server.close() });
    await running.connect();
    return running;
  }

  stop(): void {
    this.core.clock.stop();
    this.#close();
  }

  async connect(): Promise<void> {
    const { body } = await this.control<{ access_token: string }>('POST', '/shops/shop/tokens');
    this.token = body.access_token;
  }

  async get<T>(path: string): Promise<Answer<T>> {
    return read<T>(await fetch(`${this.base}/api/v1${path}`, { headers: { authorization: `Bearer ${this.token}` } }));
  }

  async post<T>(path: string, body: unknown, contentType = 'application/json'): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': contentType };
    return read<T>(await fetch(`${this.base}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  async control<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return read<T>(await this.hike.control.request(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
  }

  /** Does something at the till that must succeed. */
  async till(path: string, body: unknown = {}): Promise<Sale> {
    const answer = await this.control<Sale>('POST', `/shops/shop/sales${path}`, body);
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body;
  }

  async shop(): Promise<Shop> {
    return (await this.control<Shop>('GET', '/shops/shop')).body;
  }

  async stockOf(sku: string): Promise<{ onHand: number; reserved: number }> {
    const row = (await this.shop()).products.find((product) => product.sku === sku);
    const outlet = row?.product_outlets[0] as ProductOutlet;
    return { onHand: outlet.on_hand_inventory, reserved: outlet.reserved_inventory };
  }
}
