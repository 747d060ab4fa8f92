import { describe, expect, it } from 'vitest';
import type { Settings } from '../settings';
import type { HikeLists } from '../shop-lists';
import { someLists, someSettings } from '../testing/a-shop';
import { tillForOrders } from './till-for-orders';

const without = (list: 'outlets' | 'registers') => someLists({ [list]: [] });
const closed = (list: 'outlets' | 'registers') => someLists({ [list]: someLists()[list].map((each) => ({ ...each, isActive: false })) });

describe('tillForOrders', () => {
  it('is the outlet and register of the settings', () => {
    expect(tillForOrders(someSettings(), someLists())).toEqual({ outletId: 1, registerId: 5 });
  });

  it.each<[string, Settings, HikeLists, string, Record<string, string>?]>([
    ['no outlet chosen', someSettings({ outletId: null }), someLists(), 'settings-missing', { missing: 'outlet' }],
    ['no register chosen', someSettings({ registerId: null }), someLists(), 'settings-missing', { missing: 'register' }],
    ['an outlet that Hike no longer has', someSettings(), without('outlets'), 'outlet-gone'],
    ['an outlet that was closed', someSettings(), closed('outlets'), 'outlet-gone'],
    ['a register that Hike no longer has', someSettings(), without('registers'), 'register-gone'],
    ['a register that was closed', someSettings(), closed('registers'), 'register-gone'],
    ['a register of another outlet', someSettings({ outletId: 2 }), someLists({ outlets: [{ id: 2 as never, name: 'Annex', isActive: true }] }), 'register-elsewhere', { register: 'Online' }],
    ['another outlet than the one chosen', someSettings(), someLists({ outlets: [{ id: 2 as never, name: 'Annex', isActive: true }] }), 'outlet-gone'],
    ['another register than the one chosen', someSettings({ registerId: 6 }), someLists(), 'register-gone'],
  ])('refuses %s', (_, settings, lists, code, details = {}) => {
    expect(tillForOrders(settings, lists)).toEqual({ code, details });
  });
});
