import { describe, expect, it, vi } from 'vitest';
import type { SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Sale } from '../../../domain/sale';
import { aSale } from '../../../domain/testing/a-sale';
import { createTestContext } from '../../testing/create-test-context';
import { lookAround } from './look-around';

const NOON = '2026-01-10T12:00:00.000Z' as Instant;
const after = (seconds: number): Instant => instantPlus(NOON, seconds * 1000);

const looked = async (moments: Instant[], made: Sale[] = []) => {
  const { context, vendors } = await createTestContext();
  for (const sale of made) vendors.sales.set(sale.id, sale);
  const list = vi.spyOn(context.hike.sales, 'listByDate');
  const sales = new Map<SaleId, Sale>();
  const wasAsked = await lookAround(context, sales, moments);
  return { sales: [...sales.keys()], wasAsked, windows: list.mock.calls.map(([from, to]) => [from, to]) };
};

describe('looks at sales of other days', () => {
  it('go a minute to both sides of a moment, and find what was sold there', async () => {
    const sold = [-61, -60, 60, 61].map((seconds, index) => aSale({ id: (501 + index) as SaleId, transactionDate: after(seconds) }));
    const { sales, windows, wasAsked } = await looked([NOON], sold);
    expect([windows, sales]).toEqual([[[after(-60), after(60)]], [502, 503]]);
    expect([-61, -60, 60, 61].map((seconds) => wasAsked(after(seconds)))).toEqual([false, true, true, false]);
  });

  it('are one for moments that meet, the newest first', async () => {
    const { windows } = await looked([after(0), after(1000), after(120), after(120), after(-121)]);
    expect(windows).toEqual([[after(940), after(1060)], [after(-60), after(180)], [after(-181), after(-61)]]);
  });

  it('are sixty at most, so that a night leaves Hike’s calls to the day', async () => {
    const { windows, wasAsked } = await looked(Array.from({ length: 61 }, (_, index) => after(index * 1000)));
    expect(windows).toHaveLength(60);
    expect([wasAsked(after(1000)), wasAsked(after(0))]).toEqual([true, false]);
  });

  it('are none where there is nothing to look for', async () => {
    const { windows, wasAsked } = await looked([]);
    expect([windows, wasAsked(NOON)]).toEqual([[], false]);
  });

  it('are not ended by a sale that nobody understands', async () => {
    const { context, vendors } = await createTestContext();
    vendors.oddSales.push({ id: '7', number: null, why: 'odd', content: '{}' });
    expect((await lookAround(context, new Map(), [NOON]))(NOON)).toBe(true);
  });
});
