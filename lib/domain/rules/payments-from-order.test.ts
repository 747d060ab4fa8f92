import { describe, expect, it } from 'vitest';
import { cents, taxed } from '../testing/amounts';
import { anOrder } from '../testing/an-order';
import { CASH, someLists, someSettings, VOUCHER, WEB } from '../testing/a-shop';
import { paymentsFromOrder, worthReadings } from './payments-from-order';

const pay = (order: Parameters<typeof anOrder>[0], { worth = 5500, payments = {}, hikeLists = someLists() } = {}) =>
  paymentsFromOrder(anOrder(order), cents(worth), { settings: someSettings({ payments: { fallback: WEB, byMethod: {}, ...payments } }), hikeLists });

describe('paymentsFromOrder', () => {
  it('records an order under the default payment type', () => {
    expect(pay({})).toEqual([{ typeId: WEB, name: 'BigCommerce', kind: 33, amount: cents(5500) }]);
  });

  it('records an order under the payment type of its method, blanks aside', () => {
    expect(pay({ paymentMethod: ' PayPal ' }, { payments: { byMethod: { PayPal: CASH } } })).toMatchObject([{ typeId: CASH }]);
  });

  it('splits what gift certificates and store credit paid from the rest', () => {
    const byMethod = { 'Gift Certificate': VOUCHER, 'Store Credit': CASH };
    expect(pay({ giftCertificates: cents(1000), storeCredit: cents(500) }, { payments: { byMethod } })).toMatchObject([
      { typeId: VOUCHER, amount: cents(1000) },
      { typeId: CASH, amount: cents(500) },
      { typeId: WEB, amount: cents(4000) },
    ]);
  });

  it('records nothing under the method when a gift certificate paid for all', () => {
    expect(pay({ giftCertificates: cents(5500), paymentMethod: 'Gift Certificate' })).toMatchObject([{ typeId: WEB, amount: cents(5500) }]);
  });

  it('needs no payment for a free order, whatever its method', () => {
    expect(pay({ paymentMethod: 'unheard of' }, { worth: 0, payments: { fallback: null } })).toEqual([]);
  });

  it.each([
    ['an order paid with an unmapped payment method', { paymentMethod: 'Afterpay' }, { payments: { fallback: null } }, { code: 'payment-unmapped', details: { method: 'Afterpay' } }],
    ['a method that only every object knows', { paymentMethod: 'constructor' }, { payments: { fallback: null } }, { code: 'payment-unmapped', details: { method: 'constructor' } }],
    ['an order whose method is blank when no default is set', { paymentMethod: ' ' }, { payments: { fallback: null } }, { code: 'payment-unmapped', details: { method: 'no payment method' } }],
    ['an order without a method when no default is set', { paymentMethod: '' }, { payments: { fallback: null } }, { code: 'payment-unmapped', details: { method: 'no payment method' } }],
    ['store credit when neither it nor a default is mapped', { storeCredit: cents(5500) }, { payments: { fallback: null } }, { code: 'payment-unmapped', details: { method: 'Store Credit' } }],
    ['a payment type that is no longer in Hike', {}, { hikeLists: someLists({ paymentTypes: [] }) }, { code: 'payment-type-gone', details: { method: 'PayPal' } }],
  ])('refuses %s', (_, order, context, expected) => {
    expect(pay(order, context)).toEqual(expected);
  });
});

describe('worthReadings', () => {
  const worth = (total: number, giftCertificates: number, storeCredit: number) =>
    worthReadings(anOrder({ total: taxed(total, total), giftCertificates: cents(giftCertificates), storeCredit: cents(storeCredit) })).map(({ minor }) => minor);

  it.each([
    ['reads one worth where no credit was used', 5500, 0, 0, [5500]],
    ['reads the total before and after credit', 5500, 1000, 500, [5500, 7000]],
    ['reads a total that is smaller than the credit as what was left to pay', 0, 5500, 0, [5500]],
  ])('%s', (_, total, certificates, credit, expected) => {
    expect(worth(total, certificates, credit)).toEqual(expected);
  });
});
