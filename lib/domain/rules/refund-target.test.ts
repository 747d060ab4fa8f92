import { describe, expect, it } from 'vitest';
import { OrderId } from '../ids';
import { Instant } from '../instant';
import { aRefund, aSale } from '../testing/a-sale';
import { refundTarget } from './refund-target';

const start = Instant.parse('2026-01-01T00:00:00.000Z');
const unseen = { sale: null, orderId: null, importedFrom: null };
const original = { sale: aSale(), orderId: OrderId.parse(77), importedFrom: null };

describe('refundTarget', () => {
  it('is the order of the original sale', () => {
    expect(refundTarget(aRefund(), original, start)).toEqual({ kind: 'change', orderId: 77 });
  });

  it.each([
    ['that belongs to no sale', aRefund({ originalSaleId: null }), unseen, 'belongs to no sale'],
    ['of a sale that came from BigCommerce', aRefund(), { ...original, importedFrom: OrderId.parse(1042) }, 'came from BigCommerce'],
    ['of a sale that came from BigCommerce and was never seen', aRefund(), { ...unseen, importedFrom: OrderId.parse(1042) }, 'came from BigCommerce'],
    ['of a sale from before the start date', aRefund(), { sale: aSale({ transactionDate: Instant.parse('2025-12-31T23:59:59.999Z') }), orderId: null, importedFrom: null }, 'before the start date'],
  ])('leaves out a refund %s, and says why', (_, refund, from, reason) => {
    expect(refundTarget(refund, from, start)).toEqual({ kind: 'left-out', reason: expect.stringContaining(reason) as string });
  });

  it.each([
    ['was never seen', unseen, start],
    ['became no order', { ...original, orderId: null }, start],
    ['became no order though it was made at the start date', { sale: aSale({ transactionDate: start }), orderId: null, importedFrom: null }, start],
    ['became no order while no start date is set', { ...original, orderId: null }, null],
  ])('refuses a refund whose original sale %s', (_, from, startDate) => {
    expect(refundTarget(aRefund(), from, startDate)).toEqual({ kind: 'refuse', problem: { code: 'original-sale-unknown', details: { sale: 'T1-1001' } } });
  });
});
