import type { TrafficStep } from '../schedule/step';
import type { Stage } from '../world/stage';
import { click } from './click';
import { HOOKS_MS, storeProductsOf } from './things';

/** A product that is new in the store, and that the merchant then sends to Hike by hand. */
export const sendToHike = async (stage: Stage, { name, quantity }: Extract<TrafficStep, { kind: 'send-to-hike' }>): Promise<void> => {
  const { platforms, place, storeHash, time, wanted } = stage;
  const number = (await storeProductsOf(stage)).length;
  const [called, sku] = [`${name} ${number}`, `${name.toUpperCase()}-${number}`];
  const { id } = await platforms.control<{ id: number }>(`/stores/${place.storeHash}/products`, {
    body: { name: called, sku, type: 'physical', weight: 1, price: 11, inventory_tracking: 'product', inventory_level: quantity },
  });
  await time.sleep(HOOKS_MS);
  const { rows } = await click(stage, ({ pages }) => pages.products(storeHash, { tab: 'only-bigcommerce', search: sku, offset: 0 }));
  const row = rows.find(({ bigcommerce }) => bigcommerce?.id === id);
  if (row?.can.sendToHike !== true) return;
  const answer = await click(stage, ({ pages }) => pages.actOnProducts(storeHash, { action: 'send-to-hike', keys: [row.key] }));
  if ('done' in answer && answer.done === 1) wanted.sentToHike.set(id, sku);
};
