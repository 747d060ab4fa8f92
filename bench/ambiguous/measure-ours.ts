import { setTimeout as pause } from 'node:timers/promises';
import { type FaultProxy, startFaultProxy } from '../../lib/composition/testing/start-fault-proxy';
import type { Tally } from '../../lib/composition/testing/tally';
import { type Connector, type Place, startConnector } from '../catalogue/start-connector';
import type { Stage } from '../catalogue/start-stage';
import { sumOfTallies, tallyIn } from './made';
import type { Came } from './measure-clients';
import { placeOrders, ringUp } from './place-traffic';

export interface Ours {
  orders: Tally;
  sales: Tally;
  customers: Tally;
  /** Of all creates, those that a fault struck. */
  share: number;
  needYou: number;
  /** The first sales' orders alone: what the packages then create with the same references. */
  beside: Came & { references: string[] };
}

interface Size {
  stores: number;
  /** Orders, and as many sales, per store. */
  each: number;
  beside: number;
  seed: string;
}

interface Progress {
  isDone: boolean;
  checking: number;
  needYou: number;
}

const LOOK_EVERY_MS = 1_000;
/** As many as the Orders page lists at once. */
const IMPORT_AT_ONCE = 50;

/** What a store and its shop sold, by what it is known by on the other side. */
interface Traffic {
  place: Place;
  orderIds: number[];
  saleIds: number[];
  guests: string[];
}

/** A store whose orders are older than the app in it, and sales that are rung up from then on. */
const openTraffic = async (stage: Stage, connector: Connector, each: number): Promise<Traffic> => {
  const place = await stage.control<Place>('/worlds', { body: { name: 'demo' } });
  // More is sold here than the demo shop has on its shelves.
  await stage.control(`/stores/${place.storeHash}/settings`, { method: 'PATCH', body: { oversell: 'allow' } });
  const { ids, guests } = await placeOrders(stage, place, each);
  await connector.ask('open', place);
  return { place, orderIds: ids, guests, saleIds: await ringUp(stage, place, each) };
};

/** All orders are asked for, and all that is asked for is done. Answers the most that was being checked at one time, and what a person has to decide. */
const runStore = async (connector: Connector, { place, orderIds }: Traffic): Promise<{ checking: number; needYou: number }> => {
  while ((await connector.ask<number>('known', place, orderIds)) < orderIds.length) await pause(LOOK_EVERY_MS);
  for (let from = 0; from < orderIds.length; from += IMPORT_AT_ONCE) await connector.ask('import', place, orderIds.slice(from, from + IMPORT_AT_ONCE));
  const since = await connector.ask<string>('check', place);
  for (let most = 0; ; await pause(LOOK_EVERY_MS)) {
    const { isDone, checking, needYou } = await connector.ask<Progress>('progress', place, since);
    most = Math.max(most, checking);
    if (isDone) return { checking: most, needYou };
  }
};

const tally = async (stage: Stage, traffics: readonly Traffic[]): Promise<Pick<Ours, 'orders' | 'sales' | 'customers'>> => {
  const of = async (kind: Parameters<typeof tallyIn>[2]['kind'], wantedOf: (traffic: Traffic) => string[]) =>
    sumOfTallies(await Promise.all(traffics.map((traffic) => tallyIn(stage, traffic.place, { kind, wanted: wantedOf(traffic) }))));
  return {
    orders: await of('order.created', ({ saleIds }) => saleIds.map(String)),
    sales: await of('sale.created', ({ orderIds }) => orderIds.map((id) => `BC-${id}`)),
    customers: await of('customer.created', ({ guests }) => guests),
  };
};

const besideOf = async (stage: Stage, connector: Connector, { place, ids }: { place: Place; ids: number[] }): Promise<Ours['beside']> => {
  const references = ids.map(String);
  const counted = await tallyIn(stage, place, { kind: 'order.created', wanted: references });
  return { name: 'This app', references, tally: counted, saidOk: await connector.ask<number>('sent', place, ids) };
};

const struckOf = (proxies: readonly FaultProxy[]): number => {
  const counts = proxies.map((proxy) => proxy.creates());
  const all = counts.reduce((sum, { all: creates }) => sum + creates, 0);
  return counts.reduce((sum, { refused, lost, cut }) => sum + refused + lost + cut, 0) / all;
};

export const measureOurs = async (stage: Stage, { stores, each, beside, seed }: Size): Promise<Ours> => {
  const proxies = await Promise.all([stage.bigcommerceUrl, stage.hikeUrl].map((target) => startFaultProxy({ target, seed })));
  const [bigcommerceUrl, hikeUrl] = proxies.map(({ url }) => url) as [string, string];
  const connector = await startConnector({ ...stage, bigcommerceUrl, hikeUrl }, 'ambiguous');
  try {
    const traffics = await Promise.all(Array.from({ length: stores }, () => openTraffic(stage, connector, each)));
    const ends = await Promise.all(traffics.map((traffic) => runStore(connector, traffic)));
    console.log(`Being checked at one time: ${ends.map(({ checking }) => checking).join(', ')} in ${stores} stores`);
    const [first] = traffics;
    return {
      ...(await tally(stage, traffics)),
      share: struckOf(proxies),
      needYou: ends.reduce((sum, { needYou }) => sum + needYou, 0),
      beside: await besideOf(stage, connector, { place: first!.place, ids: first!.saleIds.slice(0, beside) }),
    };
  } finally {
    await connector.stop();
    await Promise.all(proxies.map((proxy) => proxy.stop()));
  }
};
