import { readOptions } from '../../sandbox/read-options.ts';
import { openSandbox, type OpenSandbox } from '../../sandbox/start-sandbox.ts';
import type { VirtualTime } from './virtual-time';
import { APP_URL, BIGCOMMERCE_URL, HIKE_URL } from './virtual-network';

export interface Place {
  storeHash: string;
  shopId: string;
}

/** Both imitated platforms, in this process, without a socket. */
export interface Platforms {
  sandbox: OpenSandbox;
  /** The sandbox's own API, which takes no time and therefore cannot wait for the app; throws when it refuses. */
  control<T>(path: string, options?: { method?: string; body?: unknown }): Promise<T>;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

export const openPlatforms = (time: VirtualTime): Platforms => {
  const options = readOptions(['--world', 'empty', '--app-url', APP_URL, '--quiet'], {});
  if (typeof options === 'string') throw new Error(options);
  const sandbox = openSandbox(options, () => ({ bigcommerceUrl: BIGCOMMERCE_URL, hikeUrl: HIKE_URL }));
  const kept = { ledger: sandbox.core.ledger, bigcommerce: sandbox.bigcommerce, hike: sandbox.hike };
  return {
    sandbox,
    async control<T>(path: string, { body, method = body === undefined ? 'GET' : 'POST' }: { method?: string; body?: unknown } = {}) {
      const init = body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await time.atWork(Promise.resolve(sandbox.control.request(path, init)));
      if (!answer.ok) throw new ControlRefused(`${method} ${path}: ${answer.status} ${await answer.text()}`, answer.status);
      return (answer.status === 204 ? null : await answer.json()) as T;
    },
    snapshot: () => structuredClone(Object.fromEntries(Object.entries(kept).map(([name, part]) => [name, part.snapshot()]))),
    restore(snapshot) {
      const parts = structuredClone(snapshot) as Record<keyof typeof kept, unknown>;
      for (const name of Object.keys(kept) as (keyof typeof kept)[]) kept[name].restore(parts[name]);
      sandbox.core.exchanges.clear();
      sandbox.core.faults.clear();
      sandbox.bigcommerce.platform.webhookFaults.splice(0);
    },
  };
};

/** What a person at the till or in the control panel would be told; a schedule may ask for what does not go. */
export class ControlRefused extends Error {
  override name = 'ControlRefused';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}
