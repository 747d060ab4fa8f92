import { describe, expect, it } from 'vitest';
import { CustomerId } from '../ids';
import { problem } from '../problems';
import { Currency, money } from '../money';
import { anOrder } from '../testing/an-order';
import { aProfile } from '../testing/a-shop';
import { orderRow, type ListedOrder, type OrderRowContext } from './order-row';
import { orderUrl } from './order-url';

const { id, statusId, createdAt, modifiedAt, total, paymentMethod, externalSource } = anOrder({ customerId: CustomerId.parse(7) });
const dollars = money(5500, Currency.parse('USD'));

const row = (change: Partial<ListedOrder> = {}, context: Partial<OrderRowContext> = {}) =>
  orderRow(
    { id, statusId, createdAt, modifiedAt, total, paymentMethod, externalSource, customerName: 'Ana Diaz', email: 'ana@example.com', itemCount: 2, state: 'to-import', problem: null, saleId: null, saleNumber: null, ...change },
    { settings: { shippedOrdersBecome: 'Completed' }, profile: aProfile(), hikeCurrency: total.incTax.currency, isBlocked: false, ...context },
  );

describe('orderRow', () => {
  it('shows an order that can be imported', () => {
    expect(row()).toEqual({
      id: 1042,
      createdAt: '2026-01-15T03:20:00.000Z',
      customer: 'Ana Diaz',
      email: 'ana@example.com',
      itemCount: 2,
      total: 'A$55.00',
      paymentMethod: 'PayPal',
      statusId: 11,
      status: 'Awaiting Fulfillment',
      state: 'to-import',
      stateSentence: 'Ready',
      problem: null,
      sale: null,
      orderUrl: 'https://store-abc123.mybigcommerce.com/manage/orders/1042',
      canImport: true,
      canLeaveOut: true,
    });
  });

  it.each<[string, Partial<ListedOrder>, object]>([
    ['one that is being imported', { state: 'importing' }, { stateSentence: 'Importing', canImport: false, canLeaveOut: false }],
    ['one whose answer was lost', { state: 'checking' }, { stateSentence: 'Checking: Hike’s answer was lost', canImport: false }],
    ['one that is imported', { state: 'imported', saleId: 501 as never, saleNumber: 'BC-1042' }, { stateSentence: 'Imported as sale BC-1042', sale: { id: 501, number: 'BC-1042' }, canImport: false }],
    ['one whose sale has no number', { state: 'imported', saleId: 501 as never, saleNumber: '' }, { stateSentence: 'Imported as sale 501' }],
    ['one that needs somebody', { state: 'needs-you', problem: problem('payment-unmapped', { method: 'Afterpay' }) }, { stateSentence: 'No Hike payment type is set for “Afterpay”.', problem: { code: 'payment-unmapped', action: 'open-settings' }, canImport: true, canLeaveOut: true }],
    ['one that needs somebody without a reason', { state: 'needs-you' }, { stateSentence: 'Needs you' }],
    ['one that changed since', { state: 'changed', saleId: 501 as never, saleNumber: 'BC-1042', problem: problem('changed-since-import', { status: 'Cancelled' }) }, { stateSentence: 'The order is now “Cancelled”, but its sale in Hike is unchanged.', canImport: false }],
    ['one that changed in a way nobody named', { state: 'changed', saleId: 501 as never, saleNumber: 'BC-1042' }, { stateSentence: 'Changed since it was imported as sale BC-1042' }],
    ['one in another currency than Hike’s', { total: { incTax: dollars, exTax: dollars } }, { total: '$55.00', stateSentence: 'The order is in USD, but Hike works in AUD.', canImport: false, canLeaveOut: true }],
    ['one in another currency that somebody left out', { state: 'left-out', total: { incTax: dollars, exTax: dollars } }, { stateSentence: 'Left out by hand', canImport: false }],
    ['one that somebody left out, which can come back', { state: 'left-out' }, { stateSentence: 'Left out by hand', canImport: true, canLeaveOut: false }],
    ['one left out by rule', { state: 'left-out', problem: problem('order-from-hike', { sale: '501' }) }, { stateSentence: 'This order came from Hike sale 501; it is not sent back.', canImport: false }],
    ['one that its status keeps from being imported', { statusId: 7 }, { stateSentence: 'Orders that are “Awaiting Payment” cannot be imported.', problem: { code: 'order-status-not-importable' }, canImport: false, canLeaveOut: true }],
    ['one with a status that the store renamed', { statusId: 9 }, { status: 'Packing' }],
  ])('shows %s', (_, change, expected) => {
    expect(row(change)).toMatchObject(expected);
  });

  it('offers no import while all imports are blocked', () => {
    expect(row({}, { isBlocked: true })).toMatchObject({ canImport: false, canLeaveOut: true });
  });

  it('has no link before BigCommerce has told its address', () => {
    expect(row({}, { profile: null })).toMatchObject({ orderUrl: null, status: 'Awaiting Fulfillment' });
  });
});

describe('orderUrl', () => {
  it.each(['https://store.example', 'https://store.example/', 'https://store.example/manage', 'https://store.example/manage/'])('leads from %s to the order', (base) => {
    expect(orderUrl(base, 7)).toBe('https://store.example/manage/orders/7');
  });
});
