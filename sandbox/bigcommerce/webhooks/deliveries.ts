import { createHash, randomUUID } from 'node:crypto';
import type { Delivery, Hook, Store } from '../model/store.ts';
import type { Platform, WebhookFault } from '../platform.ts';
import { inALane } from './delivery-lanes.ts';
import { expireQuietHooks } from './expire-quiet-hooks.ts';
import { RETRY_SERIES } from './retry-series.ts';
import { signDelivery } from './sign-delivery.ts';
import { covers } from './topics.ts';

/** The vendor's time-out is not documented; ten seconds is what third parties report. */
const TIMEOUT_MS = 10_000;
/** Real time, long enough for the answer of the call that caused the event to be written first. */
const FIRST_DELAY_MS = 20;
/** Real time between a delivery and its duplicate. */
const TWIN_DELAY_MS = 5;

export interface StoreEvent {
  topic: string;
  data: Record<string, unknown>;
}

function body(platform: Platform, store: Store, { topic, data }: StoreEvent): string {
  const at = Math.floor(platform.core.clock.now().getTime() / 1000);
  const hash = createHash('sha1').update(JSON.stringify(data)).digest('hex');
  return JSON.stringify({ scope: topic, store_id: String(store.storeId), data, hash, created_at: at, producer: `stores/${store.hash}` });
}

function takeFault(platform: Platform, store: Store, topic: string): WebhookFault | undefined {
  const fault = platform.webhookFaults.find(
    (candidate) => (candidate.tenant === undefined || candidate.tenant === store.hash) && (candidate.scope === undefined || new RegExp(candidate.scope).test(topic)),
  );
  if (fault?.times === undefined) return fault;
  fault.times -= 1;
  if (fault.times <= 0) platform.webhookFaults.splice(platform.webhookFaults.indexOf(fault), 1);
  return fault;
}

async function send(platform: Platform, hook: Hook, delivery: Delivery): Promise<boolean> {
  // Signed when it is sent, with real time: a retry after the sandbox's clock was moved must still be fresh.
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = signDelivery(platform.app.clientSecret, { id: delivery.id, timestamp, body: delivery.body });
  try {
    const response = await fetch(hook.destination, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'akka-http/10.1.10',
        ...hook.headers,
        'webhook-id': delivery.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
      },
      body: delivery.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    platform.core.log(`bigcommerce: webhook ${hook.scope} attempt ${delivery.attempt + 1} -> ${response.status}`);
    return response.ok;
  } catch (error) {
    platform.core.log(`bigcommerce: webhook ${hook.scope} attempt ${delivery.attempt + 1} failed: ${String(error)}`);
    return false;
  }
}

/** When a delivery that is made now goes out, on the sandbox's clock. */
function soon(platform: Platform): string {
  const { clock } = platform.core;
  return new Date(clock.now().getTime() + FIRST_DELAY_MS * (clock.scale?.() ?? 1)).toISOString();
}

/** Puts a delivery on the clock. Also used for those that were still under way when the sandbox stopped. */
export function scheduleDelivery(platform: Platform, store: Store, delivery: Delivery): void {
  store.deliveries.set(delivery.id, delivery);
  platform.core.clock.schedule(new Date(delivery.dueAt), () => attempt(platform, store, delivery));
}

function giveUp(platform: Platform, store: Store, hook: Hook): void {
  hook.is_active = false;
  hook.updated_at = Math.floor(platform.core.clock.now().getTime() / 1000);
  platform.core.log(`bigcommerce: hook ${hook.id} deactivated after the last retry`);
  const data = { type: 'webhook', id: hook.id, error_code: 90_002, message: 'Webhook deactivated after the retries were exhausted' };
  emitEvent(platform, store, { topic: 'store/hook/deliveryException', data });
}

async function attempt(platform: Platform, store: Store, delivery: Delivery): Promise<void> {
  const hook = store.hooks.get(delivery.hookId);
  const sent = await inALane(async () => {
    store.deliveries.delete(delivery.id);
    return hook?.is_active === true ? send(platform, hook, delivery) : true;
  });
  if (sent || !hook) return;
  const wait = RETRY_SERIES[delivery.attempt];
  if (wait === undefined) {
    giveUp(platform, store, hook);
    return;
  }
  const dueAt = new Date(platform.core.clock.now().getTime() + wait * 1000).toISOString();
  scheduleDelivery(platform, store, { ...delivery, attempt: delivery.attempt + 1, dueAt });
}

function deliverWithFault(platform: Platform, store: Store, plan: { delivery: Delivery; fault: WebhookFault | undefined }): void {
  const { delivery, fault } = plan;
  const later = (ms: number) => ({ ...delivery, dueAt: new Date(platform.core.clock.now().getTime() + ms).toISOString() });
  switch (fault?.kind) {
    case undefined:
      return scheduleDelivery(platform, store, delivery);
    case 'drop':
      return platform.core.log(`bigcommerce: fault: webhook ${delivery.id} is lost`);
    case 'duplicate':
      scheduleDelivery(platform, store, delivery);
      platform.core.clock.schedule(new Date(Date.parse(delivery.dueAt) + TWIN_DELAY_MS * (platform.core.clock.scale?.() ?? 1)), () => attempt(platform, store, { ...delivery }));
      return undefined;
    case 'delay':
      return scheduleDelivery(platform, store, later(fault.delayMs ?? 5000));
    case 'reorder':
      // Later events overtake this one.
      return scheduleDelivery(platform, store, later(fault.delayMs ?? 1500));
  }
}

/** Tells every active hook that covers the topic. An app's own writes are told too. */
export function emitEvent(platform: Platform, store: Store, event: StoreEvent): void {
  const now = platform.core.clock.now().getTime();
  expireQuietHooks(platform, store);
  for (const hook of store.hooks.values()) {
    if (!hook.is_active || !covers(hook.scope, event.topic)) continue;
    hook.lastEventAt = now;
    const delivery: Delivery = { id: `msg_${randomUUID()}`, hookId: hook.id, body: body(platform, store, event), attempt: 0, dueAt: soon(platform) };
    deliverWithFault(platform, store, { delivery, fault: takeFault(platform, store, event.topic) });
  }
}
