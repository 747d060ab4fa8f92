import { describe, expect, it } from 'vitest';
import { OrderStatusId } from '../order';
import type { SaleStatus } from '../sale';
import { followImportedOrder } from './follow-imported-order';

const follow = (
  statusId: number,
  saleStatus: SaleStatus,
  { followImportedOrders = true, reverseImportedOrders = false, shippedOrdersBecome = 'Completed' as 'Completed' | 'Parked', importedStatusId = 11 as number | null, isArchived = false } = {},
) =>
  followImportedOrder(
    { order: { statusId: OrderStatusId.parse(statusId), isArchived }, importedStatusId: importedStatusId === null ? null : OrderStatusId.parse(importedStatusId), saleStatus },
    { settings: { followImportedOrders, reverseImportedOrders, shippedOrdersBecome }, statusLabels: { '5': 'Called off' } },
  );

const nothing = { kind: 'nothing' };
const changed = (status: string) => ({ kind: 'refuse', problem: { code: 'changed-since-import', details: { status } } });

describe('followImportedOrder', () => {
  it.each([2, 10])('completes the parked sale of an order that is shipped or completed (%i)', (statusId) => {
    expect(follow(statusId, 'Parked')).toEqual({ kind: 'complete-sale' });
    expect(follow(statusId, 'Parked', { importedStatusId: null })).toEqual({ kind: 'complete-sale' });
  });

  it.each([
    ['the sale is complete already', follow(2, 'Completed')],
    ['the merchant switched following off', follow(2, 'Parked', { followImportedOrders: false })],
    ['the order was shipped before it was imported as parked', follow(10, 'Parked', { importedStatusId: 2, shippedOrdersBecome: 'Parked' })],
    ['shipped orders become parked and nobody knows when it shipped', follow(10, 'Parked', { importedStatusId: null, shippedOrdersBecome: 'Parked' })],
  ])('does nothing when %s', (_, decision) => {
    expect(decision).toEqual(nothing);
  });

  it.each([
    [4, 'Parked', 'Refunded'],
    [4, 'Completed', 'Refunded'],
    [5, 'Parked', 'Called off'],
    [5, 'Completed', 'Called off'],
    [14, 'Completed', 'Partially Refunded'],
  ] as const)('asks the merchant when an order with status %i has a sale that is %s', (statusId, saleStatus, label) => {
    expect(follow(statusId, saleStatus)).toEqual(changed(label));
  });

  it.each([
    [5, 'Parked', 'void'],
    [4, 'Parked', 'void'],
    [5, 'Completed', 'refund'],
    [4, 'Completed', 'refund'],
  ] as const)('reverses by itself when the merchant chose so (%i, %s: %s)', (statusId, saleStatus, how) => {
    expect(follow(statusId, saleStatus, { reverseImportedOrders: true })).toEqual({ kind: 'reverse-sale', how });
  });

  it('asks about a partial refund even when the merchant chose to reverse', () => {
    expect(follow(14, 'Completed', { reverseImportedOrders: true })).toEqual(changed('Partially Refunded'));
  });

  it('asks about an order that was deleted, and never reverses it unasked', () => {
    expect(follow(11, 'Parked', { isArchived: true, reverseImportedOrders: true })).toEqual(changed('deleted'));
  });

  it.each(['Voided', 'Refunded'] as const)('does nothing once the sale is %s', (saleStatus) => {
    for (const statusId of [4, 5, 14]) expect(follow(statusId, saleStatus)).toEqual(nothing);
    expect(follow(5, saleStatus, { isArchived: true })).toEqual(nothing);
  });

  it.each([0, 1, 3, 6, 7, 8, 9, 11, 12, 13])('does nothing about status %i', (statusId) => {
    expect(follow(statusId, 'Parked')).toEqual(nothing);
  });
});
