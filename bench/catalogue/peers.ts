import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchTransport as aligentTransport, Management as aligent } from '@aligent/bigcommerce-api';
import { Management as space48 } from '@space48/bigcommerce-api';
import { fetchTransport as space48Transport } from '@space48/bigcommerce-api/lib/internal/operation';

export interface PriceChange {
  id: number;
  price: number;
}

interface Address {
  baseUrl: string;
  accessToken: string;
  scale: number;
}

export interface Peer {
  name: string;
  update(address: Address, changes: readonly PriceChange[]): Promise<void>;
}

/** What is written in an afternoon: one after the other, and after a 429 as long a pause as the answer asks for. */
const sequentialLoop: Peer = {
  name: 'A loop with fetch, one after the other',
  update: async ({ baseUrl, accessToken, scale }, changes) => {
    const headers = { 'X-Auth-Token': accessToken, 'Content-Type': 'application/json', Accept: 'application/json' };
    for (const { id, price } of changes) {
      for (;;) {
        const answer = await fetch(`${baseUrl}/catalog/products/${id}`, { method: 'PUT', headers, body: JSON.stringify({ price }) });
        await answer.arrayBuffer();
        if (answer.ok) break;
        if (answer.status !== 429) throw new Error(`PUT product ${id}: ${answer.status}`);
        await sleep(Number(answer.headers.get('X-Rate-Limit-Time-Reset-Ms')) / scale);
      }
    }
  },
};

/**
 * Both packages speak https to one host alone, so they get a transport of their own making at the sandbox's address: with
 * the ten sockets and the repeats that they have by default, whose pauses (half a second for each failure so far) run in
 * the sandbox's time.
 */
const transportOptions = ({ baseUrl, accessToken, scale }: Address) => ({
  baseUrl,
  headers: { 'X-Auth-Token': accessToken },
  agent: new http.Agent({ maxSockets: 10, keepAlive: true }),
  retry: { backoffTime: (failures: number) => (failures * 500 * (0.9 + Math.random() * 0.2)) / scale },
});

type Put = (path: '/catalog/products/{product_id}' | '/catalog/products', params: { path?: { product_id: number }; body: unknown }) => Promise<unknown>;

/** As the read-me files show calls: one per product, sent together; the sockets and the repeats do the rest. */
const oneByOne = (put: Put, changes: readonly PriceChange[]) =>
  Promise.all(changes.map(({ id, price }) => put('/catalog/products/{product_id}', { path: { product_id: id }, body: { price } })));

const BATCH = 10;

/** With the batches of BigCommerce's API made by hand. */
const inTens = (put: Put, changes: readonly PriceChange[]) => {
  const batches = Array.from({ length: Math.ceil(changes.length / BATCH) }, (_, index) => changes.slice(index * BATCH, (index + 1) * BATCH));
  return Promise.all(batches.map((body) => put('/catalog/products', { body })));
};

const space48Put = (address: Address): Put => {
  const client = new space48.V3.Client(space48Transport(transportOptions(address)));
  return client.put.bind(client) as Put;
};

const aligentPut = (address: Address): Put => {
  const client = new aligent.V3.Client(aligentTransport(transportOptions(address)));
  return client.put.bind(client) as Put;
};

const packaged = (name: string, putOf: (address: Address) => Put): Peer[] => [
  { name: `${name}, one by one`, update: async (address, changes) => void (await oneByOne(putOf(address), changes)) },
  { name: `${name}, tens made by hand`, update: async (address, changes) => void (await inTens(putOf(address), changes)) },
];

export const PEERS: readonly Peer[] = [
  sequentialLoop,
  ...packaged('@space48/bigcommerce-api', space48Put),
  ...packaged('@aligent/bigcommerce-api', aligentPut),
];
