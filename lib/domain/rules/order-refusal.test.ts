import { describe, expect, it } from 'vitest';
import { Currency } from '../money';
import { cents } from '../testing/amounts';
import { anImportContext } from '../testing/an-import-context';
import { anOrder, anOrderLine } from '../testing/an-order';
import { someLists, someSettings } from '../testing/a-shop';
import { explainProblem, type Problem } from '../problems';
import { orderRefusal } from './order-refusal';

const USD = Currency.parse('USD');

describe('orderRefusal', () => {
  it.each(['captured', 'paid', 'authorized', 'capture pending', 'pending', '', 'Captured '])('lets an order through whose payment is “%s”', (paymentStatus) => {
    expect(orderRefusal(anOrder({ paymentStatus }), anImportContext())).toBeNull();
  });

  it.each([
    ['an order deleted in BigCommerce', { isArchived: true }, {}, 'order-archived'],
    ['an order that came from Hike', { externalSource: 'hike-app', externalOrderId: '501' }, {}, 'order-from-hike'],
    ['an order that is not paid yet', { statusId: 7 as const }, {}, 'order-status-not-importable'],
    ['a partly shipped order', { statusId: 3 as const }, {}, 'order-partial'],
    ['an order with a refunded line', { lines: [anOrderLine({ quantityRefunded: 1 })] }, {}, 'order-partial'],
    ['a payment that is partly refunded', { paymentStatus: 'partially refunded' }, {}, 'order-partial'],
    ['a part-paid order', { paymentStatus: 'partially paid' }, {}, 'order-part-paid'],
    ['a declined payment', { paymentStatus: 'declined' }, {}, 'order-not-paid'],
    ['a refunded payment', { paymentStatus: 'Refunded' }, {}, 'order-not-paid'],
    ['a payment held for review', { paymentStatus: 'held for review' }, {}, 'order-not-paid'],
    ['an order without lines', { lines: [] }, {}, 'order-empty'],
    ['an order of bundled children alone', { lines: [anOrderLine({ bundledIn: 9 })] }, {}, 'order-empty'],
    ['an order in a currency that Hike does not work in', { currency: USD }, {}, 'currency-differs'],
    ['an order in another currency than the store’s, before Hike has told its own', { currency: USD }, { hikeLists: someLists({ currency: null }) }, 'order-currency-not-the-stores'],
    ['any order while a setting is missing', {}, { settings: someSettings({ salePrice: null }) }, 'settings-missing'],
    ['a refund of one line among several', { lines: [anOrderLine(), anOrderLine({ id: 2, quantityRefunded: 1 })] }, {}, 'order-partial'],
    ['a declined payment with a blank', { paymentStatus: ' declined' }, {}, 'order-not-paid'],
  ])('refuses %s, and says what it is about', (_, order, context, code) => {
    const refusal = orderRefusal(anOrder(order), anImportContext(context));
    expect(refusal?.code).toBe(code);
    const { sentence, remedy } = explainProblem(refusal as Problem);
    expect(sentence + remedy).not.toMatch(/[{}]/);
  });

  it('names what is missing', () => {
    const settings = someSettings({ registerId: null, payments: { fallback: null } });
    expect(orderRefusal(anOrder(), anImportContext({ settings }))?.details).toEqual({ missing: 'register, invoice payment' });
  });

  it.each([
    ['partly refunded', { lines: [anOrderLine({ quantityRefunded: 1 })] }, {}, { status: 'partly refunded' }],
    ['from Hike', { externalSource: 'hike-app', externalOrderId: '501' }, {}, { sale: '501' }],
    ['from Hike without a number', { externalSource: 'hike-app', externalOrderId: null }, {}, { sale: '' }],
    ['in another currency than Hike’s', { currency: USD }, {}, { order: 'USD', hike: 'AUD' }],
    ['in another currency than the store’s', { currency: USD }, { hikeLists: someLists({ currency: null }) }, { order: 'USD', store: 'AUD' }],
    ['not paid', { paymentStatus: ' Declined' }, {}, { payment: 'declined' }],
  ])('tells the details of an order that is %s', (_, order, context, details) => {
    expect(orderRefusal(anOrder(order), anImportContext(context))?.details).toEqual(details);
  });

  it('does not mind an order of another app', () => {
    expect(orderRefusal(anOrder({ externalSource: 'M-MIG', discount: cents(0) }), anImportContext())).toBeNull();
  });
});
