import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readOptions } from '../read-options.ts';
import { startSandbox, type RunningSandbox } from '../start-sandbox.ts';

export const SECRET = 'demo-bigcommerce-secret-for-the-sandbox-alone';

export interface Heard {
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

/** A file that is a picture as far as anybody looks, different for every name; `bytes` pads it. */
export function picture(name: string, bytes = 0): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(name), Buffer.alloc(bytes)]);
}

/** A server in the place of the app: hears callbacks and webhooks, answers as it is told, and has a picture at every address below `/pictures/`. */
export class ListeningApp {
  readonly heard: Heard[] = [];
  readonly downloads: string[] = [];
  /** Files to serve in the place of pictures. */
  readonly pictures = new Map<string, Buffer<ArrayBuffer>>();
  answer = 200;
  #server: Server | undefined;
  url = '';

  async start(): Promise<this> {
    const app = new Hono();
    app.get('/pictures/:name', (context) => {
      this.downloads.push(context.req.path);
      return context.body(this.pictures.get(context.req.param('name')) ?? picture(context.req.param('name')));
    });
    app.all('*', async (context) => {
      const url = new URL(context.req.url);
      this.heard.push({ path: url.pathname, query: url.searchParams, headers: context.req.raw.headers, body: await context.req.text() });
      return context.body(null, this.answer as 200);
    });
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  webhooks(): (Heard & { json: { scope: string; data: Record<string, unknown> } })[] {
    return this.heard.filter((call) => call.path === '/hooks').map((call) => ({ ...call, json: JSON.parse(call.body) }));
  }
}

/** The whole sandbox on free ports, and callers for its sides. */
export class TestSandbox {
  readonly running: RunningSandbox;
  readonly app: ListeningApp;
  token = '';
  hash = 'demo';

  constructor(running: RunningSandbox, app: ListeningApp) {
    this.running = running;
    this.app = app;
  }

  static async start(more: string[] = []): Promise<TestSandbox> {
    const app = await new ListeningApp().start();
    const ports = ['--bigcommerce-port', '0', '--hike-port', '0', '--control-port', '0', '--app-url', app.url, '--quiet'];
    const options = readOptions([...ports, ...more], {});
    if (typeof options === 'string') throw new Error(options);
    const sandbox = new TestSandbox(await startSandbox(options), app);
    await sandbox.connect();
    return sandbox;
  }

  stop(): void {
    this.running.close();
    this.app.stop();
  }

  async connect(scope?: string): Promise<void> {
    const { body } = await this.control<{ accessToken: string }>('POST', `/stores/${this.hash}/token`, scope === undefined ? {} : { scope });
    this.token = body.accessToken;
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return send<T>(`${this.running.urls.bigcommerceUrl}/stores/${this.hash}${path}`, {
      method,
      headers: { 'x-auth-token': this.token, accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Sends a file as a form does. */
  async upload<T>(path: string, file: Buffer<ArrayBuffer>, fields: Record<string, string> = {}): Promise<Answer<T>> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set('image_file', new Blob([file]), 'picture.png');
    return send<T>(`${this.running.urls.bigcommerceUrl}/stores/${this.hash}${path}`, { method: 'POST', headers: { 'x-auth-token': this.token, accept: 'application/json' }, body });
  }

  async control<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return send<T>(`${this.running.urls.controlUrl}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }
}

export async function send<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, body: (isJson && text !== '' ? JSON.parse(text) : undefined) as T };
}

/** Waits until something holds, for work that real time does. */
export async function until(holds: () => boolean, ms = 5000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
