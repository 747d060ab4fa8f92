import { describe, expect, it } from 'vitest';
import type { Location } from '../../shop-lists';
import { aProfile, someSettings } from '../../testing/a-shop';
import { locationsToFill } from './locations-to-fill';

const { locations } = aProfile({
  locations: [
    { id: 1, name: 'Web', isDefault: true, isEnabled: true },
    { id: 2, name: 'Harbour', isDefault: false, isEnabled: true },
    { id: 3, name: 'Closed', isDefault: false, isEnabled: false },
  ] as Location[],
});

const filled = (outletsByLocation: Record<string, number[]>, outletId: number | null = 1) =>
  locationsToFill(someSettings({ outletId, stock: { outletsByLocation } }), locations).map(({ id, isDefault, outletIds }) => [id, isDefault, outletIds]);

describe('the locations that show Hike’s stock', () => {
  it('are the default one with the outlet of the sales, where nothing was chosen', () => {
    expect(filled({})).toEqual([[1, true, [1]]]);
    expect(filled({ '2': [] })).toEqual([[1, true, [1]]]);
  });

  it('are those that have outlets, where some were chosen', () => {
    expect(filled({ '2': [5, 6, 5] })).toEqual([[2, false, [5, 6]]]);
    expect(filled({ '1': [1], '2': [5] })).toEqual([
      [1, true, [1]],
      [2, false, [5]],
    ]);
  });

  it('are never a disabled one', () => {
    expect(filled({ '3': [5] })).toEqual([]);
  });

  it('are none before the outlet was set', () => {
    expect(filled({}, null)).toEqual([]);
  });
});
