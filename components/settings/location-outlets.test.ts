import { describe, expect, test } from 'vitest';
import { Settings } from '../../lib/domain/settings';
import type { SettingsView } from '../../lib/domain/views/views';
import { locationOutlets } from './location-outlets';

const sides = (outletsByLocation: Record<string, number[]>) =>
  ({
    hike: { outlets: [{ id: 3, name: 'Harbour Street', isActive: true }] },
    store: {
      locations: [
        { id: 2, name: 'Warehouse', isDefault: false, isEnabled: true },
        { id: 1, name: 'Shop', isDefault: true, isEnabled: true },
        { id: 5, name: 'Old', isDefault: false, isEnabled: false },
      ],
    },
    value: Settings.parse({ outletId: 3, stock: { outletsByLocation } }),
  }) as unknown as Pick<SettingsView, 'hike' | 'store' | 'value'>;

describe('locations and their outlets', () => {
  test('begin with the default one, which shows the outlet of online sales while nothing is chosen at all', () => {
    const [first, second, ...others] = locationOutlets(sides({}));
    expect(first).toMatchObject({ name: 'Shop (default)', note: 'No outlet chosen: it shows “Harbour Street”, where your online sales go.' });
    expect(second).toMatchObject({ name: 'Warehouse', note: 'No outlet chosen: its stock is left alone.' });
    expect(others).toEqual([]);
  });

  test('say that the default one is left alone once another has outlets', () => {
    expect(locationOutlets(sides({ '2': [3] }))[0]).toMatchObject({ id: 1, note: 'No outlet chosen: its stock is left alone.' });
  });

  test('keep a disabled one on the page while it has outlets', () => {
    expect(locationOutlets(sides({ '5': [3] })).map(({ name }) => name)).toContain('Old (disabled in BigCommerce)');
  });
});
