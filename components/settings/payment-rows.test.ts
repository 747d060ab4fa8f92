import { expect, test } from 'vitest';
import { Settings } from '../../lib/domain/settings';
import type { SettingsView } from '../../lib/domain/views/views';
import { paymentRows } from './payment-rows';

test('lists seen methods, gift certificates and store credit, and mapped methods that were not seen, each once', () => {
  const value = Settings.parse({ payments: { byMethod: { PayPal: 9, Afterpay: 9 } } });
  const store = { paymentMethods: [{ method: 'Visa', orders: 12 }, { method: 'PayPal', orders: 3 }, { method: '', orders: 1 }] } as unknown as SettingsView['store'];
  expect(paymentRows({ store, value })).toEqual([
    { method: 'Visa', orders: 12 },
    { method: 'PayPal', orders: 3 },
    { method: 'Gift Certificate', orders: null },
    { method: 'Store Credit', orders: null },
    { method: 'Afterpay', orders: 0 },
  ]);
});
