import { describe, expect, it } from 'vitest';
import { Settings } from '../../settings';
import { productsWrittenBy, settingsAsBefore, stockWrittenBy } from './settings-writes';

const settings = (value: object = {}): Settings => Settings.parse(value);

describe('what settings have written anew', () => {
  it.each<[string, object, boolean, boolean]>([
    ['another price field', { salePrice: 'sale_price' }, true, false],
    ['another owner of a field', { catalogue: { owners: { name: 'hike' } } }, true, false],
    ['another answer to deletes', { catalogue: { deletes: 'hide' } }, true, false],
    ['another outlet', { outletId: 2 }, true, true],
    ['another owner of stock', { catalogue: { owners: { stock: 'nobody' } } }, true, true],
    ['other outlets of a location', { stock: { outletsByLocation: { 1: [2] } } }, false, true],
    ['another buffer', { stock: { buffer: { kind: 'units', value: 2 } } }, false, true],
    ['another buffer of one product', { stock: { bufferByProduct: { 812: { kind: 'units', value: 2 } } } }, false, true],
    ['another guard of zeros', { stock: { zeroGuard: 5 } }, false, false],
    ['new products that are visible', { catalogue: { newProducts: 'visible' } }, false, false],
    ['another alarm of prices', { catalogue: { priceAlarmPercent: 5 } }, false, false],
    ['a payment type', { payments: { fallback: 3 } }, false, false],
  ])('by %s: products %s, stock %s', (_, change, products, stock) => {
    const [before, after] = [settings(), settings(change)];
    expect([productsWrittenBy(before) !== productsWrittenBy(after), stockWrittenBy(before) !== stockWrittenBy(after)]).toEqual([products, stock]);
  });

  it('is taken back, and nothing else is', () => {
    const before = settings({ outletId: 1, registerId: 11, salePrice: 'price', stock: { buffer: { kind: 'units', value: 1 } } });
    const after = settings({
      outletId: 2,
      registerId: 21,
      salePrice: 'sale_price',
      catalogue: { owners: { name: 'hike' }, deletes: 'hide', newProducts: 'visible', startedAt: '2026-01-20T03:00:00.000Z' },
      stock: { zeroGuard: 5, buffer: { kind: 'units', value: 9 } },
      paused: { stock: true },
    });
    expect(settingsAsBefore(after, before)).toEqual({
      ...before,
      paused: after.paused,
      catalogue: { ...before.catalogue, newProducts: 'visible', startedAt: after.catalogue.startedAt },
      stock: { ...before.stock, zeroGuard: 5 },
    });
  });

  it('leaves the register alone that was chosen for the same outlet', () => {
    expect(settingsAsBefore(settings({ outletId: 1, registerId: 12 }), settings({ outletId: 1, registerId: 11 }))).toMatchObject({ outletId: 1, registerId: 12 });
  });
});
