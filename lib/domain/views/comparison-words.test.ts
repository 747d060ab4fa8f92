import { describe, expect, it } from 'vitest';
import type { OutletId } from '../ids';
import { type DayTotal, NOTHING_COMPARED } from '../reconciliation';
import { cents } from '../testing/amounts';
import { comparedInWords, comparisonNotes, dayTotalView } from './comparison-words';

describe('a comparison in words', () => {
  it('says how much was compared', () => {
    expect(comparedInWords({ ...NOTHING_COMPARED, sales: 1, imports: 2, levels: 1200, hikeCounts: 1 })).toBe('1 sale, 2 imported orders, 1,200 stock levels, 1 count in Hike');
    expect(comparedInWords(NOTHING_COMPARED)).toBe('0 sales, 0 imported orders');
  });

  it('says what was left out', () => {
    expect(comparisonNotes({ ...NOTHING_COMPARED, levels: 0 })).toEqual([]);
    expect(comparisonNotes({ ...NOTHING_COMPARED, underway: 1, notCompared: 2 })).toEqual([
      'Stock was not compared: it is paused, or not synced yet.',
      '1 record was changing just now and will be compared next time.',
      '2 records could not be compared this time.',
    ]);
  });

  it('tells by how much an outlet’s day differs', () => {
    const total: DayTotal = { day: '2026-01-15', outletId: 1 as OutletId, saleCount: 2, sales: cents(1500), orderCount: 1, orders: cents(1000) };
    expect(dayTotalView(total, new Map([[1, 'Main']]))).toEqual({ day: '2026-01-15', outlet: 'Main', saleCount: 2, sales: 'A$15.00', orderCount: 1, orders: 'A$10.00', difference: '-A$5.00' });
    expect(dayTotalView({ ...total, outletId: null, orders: cents(1500) }, new Map())).toMatchObject({ outlet: 'Sales that Hike does not have', difference: null });
  });
});
