import { callsToBigCommerce, refusedOf, sumOf } from './calls';
import { PEERS, type PriceChange } from './peers';
import type { Place } from './start-connector';
import type { Stage } from './start-stage';

/** One who updated the same products. */
export interface Updated {
  name: string;
  products: number;
  /** In the platform's time. */
  seconds: number;
  calls: number;
  refused: number;
}

interface Shelf {
  products: { id: number }[];
}

/** Mostly they wait for the next window, so their time runs faster. */
const SCALE = 10;

/** The packages, and what is written without one, on the very products that ours had updated; ours has let go of the store by now. */
export const measurePeers = async (stage: Stage, place: Place, count: number): Promise<Updated[]> => {
  const { products } = await stage.control<Shelf>(`/stores/${place.storeHash}`);
  const ids = products.slice(0, count).map(({ id }) => id);
  const { accessToken } = await stage.control<{ accessToken: string }>(`/stores/${place.storeHash}/token`, { body: {} });
  const baseUrl = `${stage.bigcommerceUrl}/stores/${place.storeHash}/v3`;
  const measured: Updated[] = [];
  await stage.control('/clock', { body: { scale: SCALE } });
  for (const [index, peer] of PEERS.entries()) {
    const changes: PriceChange[] = ids.map((id) => ({ id, price: 100 + index }));
    await stage.control(`/stores/${place.storeHash}/forget-calls`, { body: {} });
    await stage.control('/exchanges', { method: 'DELETE' });
    const began = performance.now();
    await peer.update({ baseUrl, accessToken, scale: SCALE }, changes);
    const seconds = ((performance.now() - began) / 1000) * SCALE;
    const calls = await callsToBigCommerce(stage, place);
    measured.push({ name: peer.name, products: changes.length, seconds, calls: sumOf(calls), refused: refusedOf(calls) });
  }
  return measured;
};

const COLUMNS = ['seconds', 'calls', 'refused (429)', 'calls per product'];

export const printUpdated = (updated: readonly Updated[]): void => {
  const width = Math.max(...updated.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]) => console.log(`${name.padEnd(width)}  ${cells.map((cell, index) => cell.padStart(COLUMNS[index]!.length)).join('  ')}`);
  line(`${updated[0]?.products ?? 0} price updates`, COLUMNS);
  for (const { name, products, seconds, calls, refused } of updated) line(name, [seconds.toFixed(0), String(calls), String(refused), (calls / products).toFixed(3)]);
};
