import { expect, it } from 'vitest';
import { Settings } from '../settings';
import { settingsWithoutShop } from './settings-without-shop';

it('forgets every id that came from Hike, and nothing else', () => {
  const own = { salePrice: 'sale_price', shippedOrdersBecome: 'Parked', followImportedOrders: false, paused: { imports: true, sales: false } };
  const full = Settings.parse({
    ...own,
    outletId: 1,
    registerId: 2,
    payments: { fallback: 3, byMethod: { PayPal: 4 } },
    taxes: { byClass: { '0': 5 }, shipping: 6 },
    startDate: '2026-01-15T03:20:00.000Z',
  });
  expect(settingsWithoutShop(full)).toEqual(Settings.parse(own));
});
