import { describe, expect, it } from 'vitest';
import { SALE_STATUSES, type Sale, type SaleStatus } from '../sale';
import { cents } from '../testing/amounts';
import { aRefund, aSale, aSaleLine } from '../testing/a-sale';
import { orderStatusFromSale } from './order-status-from-sale';

const completed: Partial<Record<SaleStatus, object>> = {
  Completed: { kind: 'order', statusId: 10 },
  LayBy: { kind: 'order', statusId: 1 },
  OnAccount: { kind: 'order', statusId: 1 },
  BackOrder: { kind: 'order', statusId: 1 },
  Voided: { kind: 'order', statusId: 5 },
  Refunded: { kind: 'order', statusId: 4 },
  RefundedAndDiscard: { kind: 'order', statusId: 4 },
  RefundedAndDiscardBO: { kind: 'order', statusId: 4 },
  Exchange: { kind: 'exchange', statusId: 10 },
};

describe('orderStatusFromSale', () => {
  it.each(SALE_STATUSES.map((status) => [status, completed[status] ?? { kind: 'left-out', reason: expect.stringMatching(/\.$/) as string }] as const))(
    'knows what a sale that is %s is to BigCommerce',
    (status, expected) => {
      expect(orderStatusFromSale(aSale({ status }))).toEqual(expected);
    },
  );

  it.each<[string, Partial<Sale>, object]>([
    ['a partly paid sale is Pending', { paid: cents(1000) }, { kind: 'order', statusId: 1 }],
    ['a partly paid sale that Hike calls Pending is Pending', { status: 'Pending', paid: cents(1000) }, { kind: 'order', statusId: 1 }],
    ['a partly paid sale that is parked stays left out', { status: 'Parked', paid: cents(1000) }, { kind: 'left-out' }],
    ['a lay-by that is paid but not handed over is Pending', { status: 'LayBy' }, { kind: 'order', statusId: 1 }],
    ['cash rounding is not owed', { net: cents(2202), rounding: cents(-2) }, { kind: 'order', statusId: 10 }],
    ['a completed sale whose payments Hike did not tell is Completed', { paid: cents(0), payments: [] }, { kind: 'order', statusId: 10 }],
    ['an exchange that brings nothing new is a refund', { status: 'Exchange', lines: aRefund().lines }, { kind: 'refund' }],
    ['a completed sale that only takes back is a refund', { lines: aRefund().lines }, { kind: 'refund' }],
    ['a voided refund is nobody’s business', { status: 'Voided', lines: aRefund().lines }, { kind: 'left-out', reason: 'The refund was voided in Hike.' }],
    ['a completed sale that takes back, with a line of no units, is a refund', { lines: [...aRefund().lines, aSaleLine({ units: '0' })] }, { kind: 'refund' }],
    ['a completed sale of no units is a sale', { lines: [aSaleLine({ units: '0' })] }, { kind: 'order', statusId: 10 }],
    ['a refunded sale that had taken something back was refunded itself', { status: 'Refunded', lines: [aSaleLine(), ...aRefund().lines] }, { kind: 'order', statusId: 4 }],
    ['a refund with a line of no units refunds its original', { status: 'Refunded', lines: [...aRefund().lines, aSaleLine({ units: '0' })] }, { kind: 'refund' }],
    ['a completed sale with a returned line is still a sale', { lines: [aSaleLine(), ...aRefund().lines] }, { kind: 'order', statusId: 10 }],
  ])('%s', (_, change, expected) => {
    expect(orderStatusFromSale(aSale(change))).toMatchObject(expected);
  });

  it.each(['Refunded', 'RefundedAndDiscard', 'RefundedAndDiscardBO'] as const)('a sale of negative quantities that is %s refunds its original', (status) => {
    expect(orderStatusFromSale(aRefund({ status }))).toEqual({ kind: 'refund' });
  });
});
