import { createHash, createHmac } from 'node:crypto';
import type { Thing } from './thing';

/** What is on its way to the route. */
export interface Delivery {
  headers: Record<string, string>;
  body: string;
}

/** A webhook that BigCommerce made; signed each time that it is sent. */
export interface Message {
  id: string;
  body: string;
}

const TOPICS = {
  order: ['store/order/created', 'store/order/updated', 'store/order/statusUpdated'],
  product: ['store/product/created', 'store/product/updated'],
} as const;

export const bodyOf = (storeHash: string, { kind, id, version, changedAt }: Pick<Thing, 'kind' | 'id' | 'version' | 'changedAt'>): string => {
  const data = { type: kind, id };
  const scope = TOPICS[kind][version % TOPICS[kind].length];
  return JSON.stringify({ scope, store_id: '1025646', data, hash: createHash('sha1').update(JSON.stringify(data)).digest('hex'), created_at: changedAt, producer: `stores/${storeHash}` });
};

interface Signing {
  clientSecret: string;
  /** Seconds from now; BigCommerce signs when it sends. */
  late?: number;
}

/** Standard Webhooks, with the bytes of the client secret as the key. */
export const signatureHeaders = ({ id, body }: Message, { clientSecret, late = 0 }: Signing): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1_000) + late);
  const digest = createHmac('sha256', clientSecret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${digest}` };
};
