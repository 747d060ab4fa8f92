import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createBigCommerce } from './bigcommerce/create-bigcommerce.ts';
import { createControlPanel } from './control-panel/create-control-panel.ts';
import { buildWorld, createControlApi, type Sandbox } from './control/create-control-api.ts';
import type { Keepable } from './core/contract.ts';
import { createCore } from './core/create-core.ts';
import { keepInFile } from './core/keep-in-file.ts';
import { listen } from './core/listen.ts';
import { createHike } from './hike/create-hike.ts';
import type { SandboxOptions } from './read-options.ts';

export interface RunningSandbox extends Sandbox {
  urls: { bigcommerceUrl: string; hikeUrl: string; controlUrl: string };
  close(): void;
}

/** Everything that must outlive a restart; the clock only as far as it was moved. */
function keepables({ core, bigcommerce, hike }: Sandbox): Record<string, Keepable> {
  const clock: Keepable = {
    snapshot: () => core.clock.offset(),
    restore: (offset) => void core.clock.moveBy(Number(offset)),
  };
  return { clock, ledger: core.ledger, bigcommerce, hike };
}

function openWorld(sandbox: Sandbox, options: SandboxOptions) {
  const keeper = options.data === undefined ? undefined : keepInFile(options.data, keepables(sandbox));
  // A hash has letters and digits alone.
  const hash = options.world.replaceAll('-', '');
  if (!keeper?.restored) buildWorld(sandbox, { name: options.world, storeHash: hash, shopId: hash });
  return keeper;
}

export interface OpenSandbox extends Sandbox {
  /** What BigCommerce's address answers: the API, the login host, and the control panel for people. */
  front: Hono<{ Bindings: HttpBindings }>;
  control: Hono;
  keeper: ReturnType<typeof openWorld>;
}

/** Both imitated services and the control API, answering to whoever calls them; nothing listens yet. */
export function openSandbox(options: SandboxOptions, urls: () => { bigcommerceUrl: string; hikeUrl: string }): OpenSandbox {
  const log = options.quiet ? undefined : (line: string) => console.log(line);
  const core = createCore({ record: options.record, log, clockScale: options['clock-scale'], latency: options.latency });
  const app = { ...options.bigcommerce, appUrl: options['app-url'] };
  const bigcommerce = createBigCommerce(core, app, () => urls().bigcommerceUrl);
  const hike = createHike(core, { apps: [{ ...options.hike, name: 'BigCommerce connector' }], publicUrl: () => urls().hikeUrl });
  const sandbox = { core, bigcommerce, hike };
  const keeper = openWorld(sandbox, options);
  const front = new Hono<{ Bindings: HttpBindings }>();
  front.route('/', createControlPanel(bigcommerce.platform));
  // What the control panel does not know is the API's or the login host's.
  front.mount('/', (request, env) => bigcommerce.app.fetch(request, env as never));
  return { ...sandbox, front, control: createControlApi(sandbox), keeper };
}

/** Starts both imitated services and the control API. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  let urls = { bigcommerceUrl: '', hikeUrl: '' };
  const { front, control, keeper, ...sandbox } = openSandbox(options, () => urls);
  const { host } = options;
  const servers = await Promise.all([
    listen(front, { host, port: options['bigcommerce-port'] }),
    listen(sandbox.hike.app, { host, port: options['hike-port'] }),
    listen(control, { host, port: options['control-port'] }),
  ]);
  urls = { bigcommerceUrl: servers[0].url, hikeUrl: servers[1].url };
  return {
    ...sandbox,
    urls: { ...urls, controlUrl: servers[2].url },
    close() {
      keeper?.stop();
      keeper?.saveNow();
      sandbox.core.clock.stop();
      for (const server of servers) server.close();
    },
  };
}
