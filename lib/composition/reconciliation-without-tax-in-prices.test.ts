import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ComparedStore, openComparedStore } from './testing/compared-store';
import { trade } from './testing/trading-day';

let store: ComparedStore;
beforeAll(async () => {
  store = await openComparedStore('us');
}, 60_000);
afterAll(() => store.stop(), 60_000);

it('a day of a shop that enters its prices without tax has no difference', { timeout: 240_000 }, async () => {
  await trade(store);
  const { rows, last } = await store.compare();
  expect(rows).toEqual([]);
  expect(last?.compared).toMatch(/^17 sales, 8 imported orders/);
  expect(last?.totals.map(({ difference }) => difference)).toEqual([null]);
});
