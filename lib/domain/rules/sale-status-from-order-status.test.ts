import { describe, expect, it } from 'vitest';
import { OrderStatusId } from '../order';
import { explainProblem, isProblem } from '../problems';
import { orderStatusLabel } from './order-status-label';
import { saleStatusFromOrderStatus } from './sale-status-from-order-status';

const status = (id: number, shippedOrdersBecome: 'Completed' | 'Parked' = 'Completed', statusLabels: Record<string, string> = {}) =>
  saleStatusFromOrderStatus(OrderStatusId.parse(id), { settings: { shippedOrdersBecome }, statusLabels });

describe('saleStatusFromOrderStatus', () => {
  it.each([
    [8, 'Awaiting Pickup', 'Parked'],
    [9, 'Awaiting Shipment', 'Parked'],
    [11, 'Awaiting Fulfillment', 'Parked'],
    [2, 'Shipped', 'Completed'],
    [10, 'Completed', 'Completed'],
  ])('makes an order with status %i (%s) a sale that is %s', (id, _, expected) => {
    expect(status(id)).toBe(expected);
  });

  it.each([2, 10])('parks an order with status %i when the settings say so', (id) => {
    expect(status(id, 'Parked')).toBe('Parked');
  });

  it.each([
    [0, 'order-status-not-importable', 'Incomplete'],
    [1, 'order-status-not-importable', 'Pending'],
    [4, 'order-called-off', 'Refunded'],
    [5, 'order-called-off', 'Cancelled'],
    [6, 'order-status-not-importable', 'Declined'],
    [7, 'order-status-not-importable', 'Awaiting Payment'],
    [12, 'order-status-not-importable', 'Manual Verification Required'],
    [13, 'order-status-not-importable', 'Disputed'],
    [3, 'order-partial', 'Partially Shipped'],
    [14, 'order-partial', 'Partially Refunded'],
  ])('refuses an order with status %i as %s', (id, code, name) => {
    expect(status(id)).toEqual({ code, details: { status: name } });
  });

  it('names the status in the store’s own words', () => {
    const refused = status(7, 'Completed', { '7': 'Waiting for bank transfer' });
    expect(isProblem(refused) && explainProblem(refused).sentence).toBe('Orders that are “Waiting for bank transfer” cannot be imported.');
  });

  it('falls back to BigCommerce’s name where the store’s label is blank', () => {
    expect(orderStatusLabel(9, { '9': ' ' })).toBe('Awaiting Shipment');
  });
});
