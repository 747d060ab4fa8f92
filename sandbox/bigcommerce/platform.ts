import type { SandboxCore } from '../core/contract.ts';
import type { Store } from './model/store.ts';

/** The app as the Developer Portal knows it. */
export interface RegisteredApp {
  appId: string;
  clientId: string;
  clientSecret: string;
  /** The app's own origin; the callbacks are at fixed paths below it. */
  appUrl: string;
  scope: string;
}

/** A fault on webhook deliveries, counted down as it strikes. */
export interface WebhookFault {
  id: string;
  kind: 'duplicate' | 'reorder' | 'drop' | 'delay';
  tenant?: string | undefined;
  /** Regular expression on the topic. */
  scope?: string | undefined;
  delayMs?: number | undefined;
  times?: number | undefined;
}

/** What every part of the imitated BigCommerce shares. */
export interface Platform {
  core: SandboxCore;
  app: RegisteredApp;
  stores: Map<string, Store>;
  /** Where this sandbox listens, for the addresses that answers carry. Known once the server is up. */
  publicUrl(): string;
  webhookFaults: WebhookFault[];
  /** Tells the hooks of a store that something happened. */
  emit(store: Store, scope: string, data: Record<string, unknown>): void;
}

/** Notes an accepted effect. */
export function note(platform: Platform, store: Store, row: { kind: string; id: string | number; reference?: string | undefined; data: unknown }): void {
  platform.core.ledger.append({ side: 'bigcommerce', tenant: store.hash, ...row });
}
