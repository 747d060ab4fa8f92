import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, Settings } from './settings';

const isTaken = (settings: object): boolean => Settings.safeParse(settings).success;

describe('the settings of a new store', () => {
  it('stand still and touch as little as can be', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      outletId: null,
      registerId: null,
      payments: { fallback: null, byMethod: {} },
      salePrice: null,
      taxes: { byClass: {}, shipping: null },
      shippedOrdersBecome: 'Completed',
      followImportedOrders: true,
      reverseImportedOrders: false,
      startDate: null,
      paused: { imports: false, sales: false, products: false, stock: false, customers: false },
      alerts: { addresses: [], needsYou: true },
      catalogue: { startedAt: null, newProducts: 'hidden', deletes: 'ask', priceAlarmPercent: 30 },
      stock: { outletsByLocation: {}, buffer: { kind: 'units', value: 0 }, bufferByType: {}, bufferByProduct: {}, zeroGuard: 20 },
    });
  });

  it('let Hike count and price, and people write for the web', () => {
    const { owners } = DEFAULT_SETTINGS.catalogue;
    expect(Object.entries(owners).flatMap(([field, owner]) => (owner === 'hike' ? [field] : []))).toEqual(['sku', 'barcode', 'price', 'stock']);
    expect(Object.values(owners)).not.toContain('nobody');
  });
});

describe('settings', () => {
  it.each<[string, (key: string) => object]>([
    ['taxes of a class', (key) => ({ taxes: { byClass: { [key]: 1 } } })],
    ['outlets of a location', (key) => ({ stock: { outletsByLocation: { [key]: [1] } } })],
    ['a buffer of a type', (key) => ({ stock: { bufferByType: { [key]: { kind: 'units', value: 1 } } } })],
    ['a buffer of a product', (key) => ({ stock: { bufferByProduct: { [key]: { kind: 'units', value: 1 } } } })],
  ])('name %s by a whole number', (_, settingsOf) => {
    expect(['12', '1x', 'x1', ''].map((key) => isTaken(settingsOf(key)))).toEqual([true, false, false, false]);
  });

  it.each([
    [['a@example.com'], true],
    [Array.from({ length: 10 }, (_, index) => `a${index}@example.com`), true],
    [Array.from({ length: 11 }, (_, index) => `a${index}@example.com`), false],
    [['nobody'], false],
    [[`${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example`], false],
  ])('with mails to %j are taken: %j', (addresses, expected) => {
    expect(isTaken({ alerts: { addresses } })).toBe(expected);
  });

  it.each([
    ['catalogue', 'priceAlarmPercent', [1, 1000], [0, 1001, 1.5]],
    ['stock', 'zeroGuard', [1, 100_000], [0, 100_001, 1.5]],
  ] as const)('keep %s %s within %j', (part, field, good, bad) => {
    const takes = (value: number) => isTaken({ [part]: { [field]: value } });
    expect([good.map(takes), bad.map(takes)]).toEqual([good.map(() => true), bad.map(() => false)]);
  });

  it.each([{ catalogue: { newProducts: 'visible' } }, { catalogue: { newProducts: 'hidden' } }, { catalogue: { deletes: 'hide' } }, { shippedOrdersBecome: 'Parked' }, { shippedOrdersBecome: 'Completed' }])('take %j', (settings) => {
    expect(isTaken(settings)).toBe(true);
  });

  it('hold nothing that nobody knows', () => {
    expect(isTaken({ colour: 'blue' })).toBe(false);
  });
});
