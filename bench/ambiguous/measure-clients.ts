import { setTimeout as pause } from 'node:timers/promises';
import { startFaultProxy } from '../../lib/composition/testing/start-fault-proxy';
import type { Tally } from '../../lib/composition/testing/tally';
import type { Stage } from '../catalogue/start-stage';
import type { Place } from '../catalogue/start-connector';
import { type Client, CLIENTS, leadHttpsTo } from './clients';
import { tallyIn } from './made';

/** How one who created the same orders came through. */
export interface Came {
  name: string;
  tally: Tally;
  /** Creates that it reported as done. */
  saidOk: number;
}

const ATTEMPTS = 3;
const BACK_OFF_MS = 500;

/** What is written in an afternoon: a failed call is made again, up to three times. */
const withRetries = async (create: () => Promise<unknown>, scale: number): Promise<boolean> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      await create();
      return true;
    } catch {
      await pause((attempt * BACK_OFF_MS) / scale);
    }
  }
  return false;
};

const orderOf = (reference: string) => ({
  status_id: 10,
  external_order_id: reference,
  external_source: 'bench',
  billing_address: { first_name: 'Gia', last_name: 'Guest', street_1: '1 High St', city: 'Perth', state: 'Western Australia', zip: '6000', country: 'Australia', country_iso2: 'AU', email: 'gia@example.com' },
  products: [{ name: 'Tote bag', quantity: 1, price_inc_tax: 22, price_ex_tax: 20 }],
});

/** A store of its own, whose quota is no part of this. */
const openStoreFor = async (stage: Stage): Promise<Place & { accessToken: string }> => {
  const place = await stage.control<Place>('/worlds', { body: { name: 'demo' } });
  await stage.control(`/stores/${place.storeHash}/settings`, { method: 'PATCH', body: { quota: 1_000_000 } });
  const { accessToken } = await stage.control<{ accessToken: string }>(`/stores/${place.storeHash}/token`, { body: {} });
  return { ...place, accessToken };
};

const measureClient = async (stage: Stage, client: Client, { references, seed }: { references: readonly string[]; seed: string }): Promise<Came> => {
  const { accessToken, ...place } = await openStoreFor(stage);
  const proxy = await startFaultProxy({ target: stage.bigcommerceUrl, seed });
  const leadBack = leadHttpsTo(proxy.url);
  try {
    const create = client.open({ url: proxy.url, storeHash: place.storeHash, accessToken, scale: stage.scale });
    let saidOk = 0;
    for (const reference of references) if (await withRetries(() => create(orderOf(reference)), stage.scale)) saidOk += 1;
    return { name: client.name, tally: await tallyIn(stage, place, { kind: 'order.created', wanted: references }), saidOk };
  } finally {
    leadBack();
    await proxy.stop();
  }
};

/** The packages, each with the same references and so the same faults. One of them writes every failure to the console. */
export const measureClients = async (stage: Stage, schedule: { references: readonly string[]; seed: string }): Promise<Came[]> => {
  const say = console.error;
  console.error = () => undefined;
  try {
    const came: Came[] = [];
    for (const client of CLIENTS) came.push(await measureClient(stage, client, schedule));
    return came;
  } finally {
    console.error = say;
  }
};

const COLUMNS = ['on the server', 'missing', 'twice', 'said ok'];

export const printCame = (all: readonly Came[]): void => {
  const width = Math.max(...all.map(({ name }) => name.length), 10);
  const line = (name: string, cells: readonly (string | number)[]) => console.log(`${name.padEnd(width)}  ${cells.map((cell, index) => String(cell).padStart(COLUMNS[index]!.length)).join('  ')}`);
  line(`${all[0]?.tally.wanted ?? 0} orders`, COLUMNS);
  for (const { name, tally, saidOk } of all) line(name, [tally.wanted - tally.missing + tally.twice, tally.missing, tally.twice, saidOk]);
};
