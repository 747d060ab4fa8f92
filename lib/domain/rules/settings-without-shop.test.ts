import { expect, it } from 'vitest';
import { Settings } from '../settings';
import { settingsWithoutShop } from './settings-without-shop';

it('forgets every id that came from Hike, and nothing else', () => {
  const own = { salePrice: 'sale_price', shippedOrdersBecome: 'Parked', followImportedOrders: false, paused: { imports: true, sales: false }, catalogue: { deletes: 'hide' }, stock: { zeroGuard: 5 } };
  const full = Settings.parse({
    ...own,
    outletId: 1,
    registerId: 2,
    payments: { fallback: 3, byMethod: { PayPal: 4 } },
    taxes: { byClass: { '0': 5 }, shipping: 6 },
    startDate: '2026-01-15T03:20:00.000Z',
    catalogue: { ...own.catalogue, startedAt: '2026-01-15T03:20:00.000Z' },
    stock: { ...own.stock, outletsByLocation: { '1': [7] }, bufferByType: { '3': { kind: 'units', value: 1 } }, bufferByProduct: { '812': { kind: 'units', value: 1 } } },
  });
  expect(settingsWithoutShop(full)).toEqual(Settings.parse(own));
});
