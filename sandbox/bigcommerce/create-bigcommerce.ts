import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Keepable, SandboxCore } from '../core/contract.ts';
import { withCore } from '../core/with-core.ts';
import { tokenEndpoint } from './app/token-endpoint.ts';
import { createApi } from './create-api.ts';
import { errorResponse } from './error-body.ts';
import { serveImages } from './images/serve-images.ts';
import type { Store } from './model/store.ts';
import type { Platform, RegisteredApp, WebhookFault } from './platform.ts';
import { countCall, throttled } from './rate-limit.ts';
import { emitEvent, scheduleDelivery } from './webhooks/deliveries.ts';

export interface BigCommerce extends Keepable {
  platform: Platform;
  /** The API and the login host, with recording and faults. */
  app: Hono<{ Bindings: HttpBindings }>;
  addWebhookFault(fault: Omit<WebhookFault, 'id'>): WebhookFault;
}

function storeHashOf(request: Request): string | undefined {
  return /^\/stores\/([a-z0-9]+)\//.exec(new URL(request.url).pathname)?.[1];
}

function createPlatform(core: SandboxCore, app: RegisteredApp, publicUrl: () => string): Platform {
  const platform: Platform = {
    core,
    app,
    stores: new Map(),
    publicUrl,
    webhookFaults: [],
    emit: (store, topic, data) => emitEvent(platform, store, { topic, data }),
  };
  return platform;
}

function restoreStores(platform: Platform, stores: Map<string, Store>): void {
  platform.stores.clear();
  for (const store of stores.values()) {
    platform.stores.set(store.hash, store);
    for (const delivery of store.deliveries.values()) scheduleDelivery(platform, store, delivery);
  }
}

/** An imitation of BigCommerce: many stores, one registered app. */
export function createBigCommerce(core: SandboxCore, app: RegisteredApp, publicUrl: () => string): BigCommerce {
  const platform = createPlatform(core, app, publicUrl);
  const inner = new Hono();
  inner.route('/', tokenEndpoint(platform));
  inner.route('/', serveImages(platform));
  inner.route('/', createApi(platform));
  return {
    platform,
    app: withCore(inner, {
      side: 'bigcommerce',
      core,
      tenantOf: storeHashOf,
      waitsItself: true,
      covers: (path) => !path.startsWith('/s-'),
      answers: {
        failure: (status, request) => errorResponse(new URL(request.url).pathname, { status, title: 'The sandbox was told to fail.', errors: {} }),
        throttled: (request, withHeaders) => {
          const store = platform.stores.get(storeHashOf(request) ?? '');
          const quota = store && { ...countCall(store, core.clock.now().getTime()), left: 0 };
          return throttled(new URL(request.url).pathname, withHeaders ? quota : undefined);
        },
      },
    }),
    addWebhookFault(fault) {
      const kept = { ...fault, id: randomUUID() };
      platform.webhookFaults.push(kept);
      return kept;
    },
    snapshot: () => platform.stores,
    restore: (snapshot) => restoreStores(platform, snapshot as Map<string, Store>),
  };
}
