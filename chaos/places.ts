import { setTimeout as pause } from 'node:timers/promises';
import type { Front } from './start-front';
import type { Stage } from './start-stage';

/** A store and the shop that belongs to it. */
export interface Place {
  storeHash: string;
  shopId: string;
}

/** A product that the till, shoppers and the merchant all use. */
export interface Good {
  id: number;
  sku: string;
}

export interface OpenPlace extends Place {
  goods: Good[];
}

interface Shop {
  outlets: { id: number; taxId: number }[];
}

const GOODS = 4;
const PATIENCE_MS = 180_000;

const addGood = async ({ control }: Stage, { storeHash, shopId }: Place, number: number): Promise<Good> => {
  const { outlets } = await control<Shop>(`/hike/shops/${shopId}`);
  const sku = `CHAOS-${number}`;
  const body = {
    name: `Thing ${number} of ${storeHash}`,
    sku,
    track_inventory: true,
    isActive: true,
    sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }],
    product_outlets: outlets.map(({ id, taxId }) => ({ outlet_id: id, cost_price: 4, price_inc_tax: 10 + number, tax_id: taxId, on_hand_inventory: 50_000 })),
  };
  const { id } = await control<{ id: number }>(`/hike/shops/${shopId}/products`, { body });
  return { id, sku };
};

const untilRunIs = async (front: Front, place: Place, state: string): Promise<void> => {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(250)) {
    if ((await front.ask<{ state: string }>('run', place)).state === state) return;
  }
  throw new Error(`The products of ${place.storeHash} never were "${state}".`);
};

/** Installed, connected, set, and its catalogue in step. */
export const openPlace = async (stage: Stage, front: Front): Promise<OpenPlace> => {
  const { storeHash, shopId } = await stage.control<Place>('/worlds', { body: { name: 'demo' } });
  const place = { storeHash, shopId };
  await stage.control(`/stores/${storeHash}/settings`, { method: 'PATCH', body: { oversell: 'allow' } });
  const goods: Good[] = [];
  for (let number = 1; number <= GOODS; number += 1) goods.push(await addGood(stage, place, number));
  await front.ask('open', place);
  await front.ask('act', { place, action: { action: 'dry-run' } });
  await untilRunIs(front, place, 'ready');
  await front.ask('act', { place, action: { action: 'start' } });
  await untilRunIs(front, place, 'in-step');
  return { ...place, goods };
};
