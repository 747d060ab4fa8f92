import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { fetchTransport as aligentTransport, Management as aligent } from '@aligent/bigcommerce-api';
import BigCommerce from '@bigcommerce/api-nodejs';
import { Management as space48 } from '@space48/bigcommerce-api';
import { fetchTransport as space48Transport } from '@space48/bigcommerce-api/lib/internal/operation';
import { BigCommerceApiClient } from 'bigcommerce-api-client';
import NodeBigCommerce from 'node-bigcommerce';

interface Address {
  /** Of the proxy before BigCommerce; it speaks plain HTTP. */
  url: string;
  storeHash: string;
  accessToken: string;
  scale: number;
}

type Create = (order: unknown) => Promise<unknown>;

export interface Client {
  name: string;
  open(address: Address): Create;
}

/** Three packages speak https to api.bigcommerce.com alone: this takes them to the proxy, without encryption. */
export const leadHttpsTo = (url: string): (() => void) => {
  const { hostname, port } = new URL(url);
  class PlainAgent extends https.Agent {
    override createConnection = () => net.connect(Number(port), hostname);
  }
  const before = https.globalAgent;
  https.globalAgent = new PlainAgent();
  return () => {
    https.globalAgent.destroy();
    https.globalAgent = before;
  };
};

/** With the repeats that these two have by default, whose pauses run in the sandbox's time. */
const transportOptions = ({ url, storeHash, accessToken, scale }: Address) => ({
  baseUrl: `${url}/stores/${storeHash}/v2`,
  headers: { 'X-Auth-Token': accessToken },
  agent: new http.Agent({ maxSockets: 10, keepAlive: true }),
  retry: { backoffTime: (failures: number) => (failures * 500) / scale },
});

type Post = (path: '/orders', params: { body: unknown }) => Promise<unknown>;

const PAUSE_MS = 5_000;

export const CLIENTS: readonly Client[] = [
  {
    name: 'node-bigcommerce',
    open: ({ storeHash, accessToken }) => {
      const client = new NodeBigCommerce({ clientId: 'bench', accessToken, storeHash });
      return (order) => client.post('/orders', order);
    },
  },
  {
    name: '@space48/bigcommerce-api',
    open: (address) => {
      const client = new space48.V2.Client(space48Transport(transportOptions(address)));
      return (order) => (client.post.bind(client) as Post)('/orders', { body: order });
    },
  },
  {
    name: '@aligent/bigcommerce-api',
    open: (address) => {
      const client = new aligent.V2.Client(aligentTransport(transportOptions(address)));
      return (order) => (client.post.bind(client) as Post)('/orders', { body: order });
    },
  },
  {
    name: 'bigcommerce-api-client',
    open: ({ storeHash, accessToken, scale }) => {
      const client = new BigCommerceApiClient({ storeHash, accessToken, retryDelay: PAUSE_MS / scale });
      return (order) => client.orders.createOrder(order as Parameters<typeof client.orders.createOrder>[0]);
    },
  },
  {
    name: '@bigcommerce/api-nodejs',
    open: ({ storeHash, accessToken }) => {
      const client = new BigCommerce.Rest({ storeHash, accessToken });
      return (order) => client.v2.orders.create(order as Parameters<typeof client.v2.orders.create>[0]);
    },
  },
];
