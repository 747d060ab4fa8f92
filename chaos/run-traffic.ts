import { setTimeout as pause } from 'node:timers/promises';
import type { Draw } from './draw';
import type { OpenPlace } from './places';
import type { Front } from './start-front';
import type { Stage } from './start-stage';

/** What happened on both sides while the processes died. */
export interface Traffic {
  sales: { place: OpenPlace; id: number }[];
  orders: { place: OpenPlace; id: number }[];
  /** Stops, and answers once every order has been marked for import. */
  stop(): Promise<void>;
}

interface Scene {
  stage: Stage;
  front: Front;
  places: readonly OpenPlace[];
  draw: Draw;
}

const EVERY_MS = 900;
const IMPORT_EVERY_MS = 2_000;

/** One thing that a person does. */
const act = async ({ stage: { control }, draw }: Scene, place: OpenPlace, traffic: Traffic): Promise<void> => {
  const { sku, id } = draw.oneOf(place.goods);
  const lines = [{ sku, quantity: draw.whole(1, 3) }];
  const shop = `/hike/shops/${place.shopId}`;
  const ringUp = async () => {
    const { id: saleId } = await control<{ id: number }>(`${shop}/sales`, { body: { lines, payments: [{ type: 'Card' }] } });
    traffic.sales.push({ place, id: saleId });
  };
  const buy = async () => {
    const { id: orderId } = await control<{ id: number }>(`/stores/${place.storeHash}/orders`, { body: { lines } });
    traffic.orders.push({ place, id: orderId });
  };
  const price = (): Promise<unknown> => control(`${shop}/products/${id}`, { method: 'PATCH', body: { price: draw.whole(10, 99) } });
  const count = (): Promise<unknown> => control(`${shop}/products/${id}/stock`, { body: { onHand: draw.whole(20_000, 60_000) } });
  await draw.oneOf<() => Promise<unknown>>([ringUp, ringUp, ringUp, buy, buy, buy, price, count])();
};

/** Marks what is not marked yet, as a merchant does who sees it in the list; an order that no webhook told of is not there yet. */
const importAll = async ({ front, places }: Scene, traffic: Traffic, marked: Set<unknown>): Promise<void> => {
  for (const place of places) {
    const waiting = traffic.orders.filter((order) => order.place === place && !marked.has(order));
    if (waiting.length === 0) continue;
    const ids = waiting.map(({ id }) => id);
    const queued = await front.ask<{ queued: number[] }>('import', { place, ids }).then((answer) => answer.queued, (): number[] => []);
    for (const order of waiting) if (queued.includes(order.id)) marked.add(order);
  }
};

export const runTraffic = (scene: Scene): Traffic => {
  const marked = new Set<unknown>();
  let isOver = false;
  const traffic: Traffic = { sales: [], orders: [], stop: async () => undefined };
  const events = (async () => {
    for (; !isOver; await pause(EVERY_MS)) await act(scene, scene.draw.oneOf(scene.places), traffic);
  })();
  const imports = (async () => {
    for (; !isOver || marked.size < traffic.orders.length; await pause(IMPORT_EVERY_MS)) await importAll(scene, traffic, marked);
  })();
  traffic.stop = async () => {
    isOver = true;
    await events;
    for (const place of scene.places) await scene.front.ask('check', place);
    await imports;
  };
  return traffic;
};
