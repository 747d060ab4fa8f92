import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, Settings } from '../../lib/domain/settings';
import { editWith, NO_EDITS, realEdits, withEdits, type SettingEdits } from './setting-edits';
import { settingAt, withSetting } from './setting-path';

const saved = Settings.parse({
  outletId: 1,
  registerId: 5,
  payments: { fallback: 3, byMethod: { PayPal: 9, 'Pay.in.4': 8 } },
  taxes: { byClass: { '0': 2 }, shipping: 2 },
});
const edits = (...changes: Parameters<typeof editWith>[1][]): SettingEdits => changes.reduce<SettingEdits>(editWith, NO_EDITS);

describe('settings by path', () => {
  test.each([
    ['outletId', 1],
    ['payments.byMethod.PayPal', 9],
    ['payments.byMethod.Pay.in.4', 8],
    ['payments.byMethod.Afterpay', null],
    ['payments.byMethod.constructor', null],
    ['taxes.byClass.0', 2],
    ['taxes.byClass.7', null],
    ['paused.sales', false],
  ] as const)('reads %s', (path, value) => {
    expect(settingAt(saved, path)).toBe(value);
  });

  test('writes one setting and leaves the others, and the original, as they are', () => {
    const changed = withSetting(saved, 'payments.byMethod.Pay.in.4', 4);
    expect(changed.payments).toEqual({ fallback: 3, byMethod: { PayPal: 9, 'Pay.in.4': 4 } });
    expect(saved.payments.byMethod).toEqual({ PayPal: 9, 'Pay.in.4': 8 });
    expect({ ...changed, payments: saved.payments }).toEqual(saved);
  });

  test('takes a payment method out of the map instead of writing null, which the schema refuses', () => {
    expect(withSetting(saved, 'payments.byMethod.PayPal', null).payments.byMethod).toEqual({ 'Pay.in.4': 8 });
    expect(withSetting(saved, 'registerId', null).registerId).toBeNull();
  });

  test('maps a payment method of any name to settings that the schema accepts', () => {
    for (const method of ['__proto__', 'constructor', 'a.b.c', 'Gift Certificate']) {
      const changed = withSetting(DEFAULT_SETTINGS, `payments.byMethod.${method}`, 4);
      expect(Object.entries(changed.payments.byMethod)).toEqual([[method, 4]]);
    }
  });
});

describe('settings that are more than one word', () => {
  const stocked = Settings.parse({ stock: { outletsByLocation: { '1': [1, 2] }, buffer: { kind: 'percent', value: 10 }, bufferByType: { '4': { kind: 'units', value: 2 } } } });

  test('are read as a whole', () => {
    expect(settingAt(stocked, 'stock.outletsByLocation.1')).toEqual([1, 2]);
    expect(settingAt(stocked, 'stock.buffer')).toEqual({ kind: 'percent', value: 10 });
    expect(settingAt(stocked, 'stock.bufferByProduct.812')).toBeNull();
  });

  test('are written as the schema takes them, and taken out again', () => {
    const changed = withEdits(stocked, edits([['stock.outletsByLocation.7', [2]]], [['stock.bufferByType.4', null]], [['catalogue.owners.price', 'nobody']]));
    expect(Settings.parse(changed)).toMatchObject({ stock: { outletsByLocation: { '1': [1, 2], '7': [2] }, bufferByType: {} }, catalogue: { owners: { price: 'nobody' } } });
  });

  test('count no change that says the same in another object', () => {
    expect(realEdits(stocked, edits([['stock.buffer', { kind: 'percent', value: 10 }]], [['stock.outletsByLocation.1', [1, 2]]])).size).toBe(0);
    expect(realEdits(stocked, edits([['stock.buffer', { kind: 'units', value: 10 }]])).size).toBe(1);
  });

  test('keep alert addresses as one list', () => {
    const told = Settings.parse({ alerts: { addresses: ['ana@example.com'] } });
    expect(realEdits(told, edits([['alerts.addresses', ['ana@example.com']]])).size).toBe(0);
    const changed = withEdits(told, edits([['alerts.addresses', []]], [['alerts.needsYou', false]]));
    expect(Settings.parse(changed).alerts).toEqual({ addresses: [], needsYou: false });
  });
});

describe('edits', () => {
  test('count no change that was taken back', () => {
    const real = realEdits(saved, edits([['outletId', 2]], [['registerId', null]], [['outletId', 1]]));
    expect([...real]).toEqual([['registerId', null]]);
  });

  test('count no payment method that was mapped and unmapped again', () => {
    expect(realEdits(saved, edits([['payments.byMethod.Afterpay', 3]], [['payments.byMethod.Afterpay', null]])).size).toBe(0);
  });

  test('stand on top of what somebody else saved meanwhile', () => {
    const theirs = withSetting(saved, 'salePrice', 'price');
    const mine = edits([['outletId', 2], ['registerId', 6]]);
    expect(withEdits(theirs, mine)).toMatchObject({ salePrice: 'price', outletId: 2, registerId: 6 });
    expect(withEdits(theirs, NO_EDITS)).toBe(theirs);
  });
});
