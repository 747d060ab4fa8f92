import type { Platforms } from '../world/platforms';
import type { Met } from './met';

interface WebhookFault {
  kind: 'duplicate' | 'reorder' | 'drop' | 'delay';
  /** The store. */
  tenant: string;
  /** Deliveries that it strikes, one after the other. */
  times: number;
  delayMs: number;
}

const PATH = '/webhook-faults';

/** Accidents of webhooks on their way, played by BigCommerce's imitation: it alone knows how many of them are left. */
export class WebhookFaults {
  readonly #platforms: Platforms;
  readonly #met: Met;
  readonly #planned = new Map<string, WebhookFault>();

  constructor(platforms: Platforms, met: Met) {
    this.#platforms = platforms;
    this.#met = met;
  }

  async plan(fault: WebhookFault): Promise<void> {
    const { id } = await this.#platforms.control<{ id: string }>(PATH, { body: fault });
    this.#planned.set(id, fault);
  }

  /** Counts each delivery that was struck. */
  async clear(): Promise<void> {
    const left = new Map((await this.#platforms.control<{ id: string; times: number }[]>(PATH)).map(({ id, times }) => [id, times]));
    for (const [id, { kind, times }] of this.#planned) {
      for (let struck = left.get(id) ?? 0; struck < times; struck += 1) this.#met.count(`webhooks-${kind}`);
    }
    this.#planned.clear();
    await this.#platforms.control(PATH, { method: 'DELETE' });
  }
}
