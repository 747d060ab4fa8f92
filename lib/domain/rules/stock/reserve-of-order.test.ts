import { describe, expect, it } from 'vitest';
import { VariantId } from '../../ids';
import type { Instant } from '../../instant';
import type { OrderStatusId } from '../../order';
import { anOrder, anOrderLine } from '../../testing/an-order';
import { reserveOfOrder, type ReserveFacts } from './reserve-of-order';

const START = '2026-01-15T00:00:00.000Z' as Instant;
const facts = (change: Partial<ReserveFacts> = {}): ReserveFacts => ({ isInHike: false, isLeftOutByPerson: false, startDate: START, ...change });
const EARLIER = '2026-01-14T00:00:00.000Z' as Instant;
const heldBy = (statusId: number, createdAt?: Instant) => reserveOfOrder(anOrder({ statusId: statusId as OrderStatusId, ...(createdAt === undefined ? {} : { createdAt }) }), facts());

describe('what an order holds back', () => {
  it.each([1, 3, 7, 8, 9, 11, 12, 13, 14])('is its units while its status is %i, however old it is', (statusId) => {
    expect(heldBy(statusId)).toEqual([{ variantId: 211, units: 2 }]);
    expect(heldBy(statusId, EARLIER)).toEqual([{ variantId: 211, units: 2 }]);
  });

  it.each([2, 10])('is its units at status %i only after the start date', (statusId) => {
    expect(heldBy(statusId)).toEqual([{ variantId: 211, units: 2 }]);
    expect(heldBy(statusId, START)).toEqual([{ variantId: 211, units: 2 }]);
    expect(heldBy(statusId, EARLIER)).toEqual([]);
    expect(reserveOfOrder(anOrder({ statusId: statusId as OrderStatusId }), facts({ startDate: null }))).toEqual([]);
  });

  it.each([0, 4, 5, 6])('is nothing at status %i', (statusId) => {
    expect(heldBy(statusId)).toEqual([]);
  });

  it.each<[string, Partial<ReserveFacts>]>([
    ['Hike knows it', { isInHike: true }],
    ['a person left it out', { isLeftOutByPerson: true }],
  ])('is nothing where %s', (_, change) => {
    expect(reserveOfOrder(anOrder(), facts(change))).toEqual([]);
  });

  it('is nothing where it was deleted', () => {
    expect(reserveOfOrder(anOrder({ isArchived: true }), facts())).toEqual([]);
  });

  it('adds the lines of a variant, without what was refunded', () => {
    const lines = [anOrderLine({ quantity: 3, quantityRefunded: 1 }), anOrderLine({ id: 2, quantity: 2 }), anOrderLine({ id: 3, variantId: VariantId.parse(212), quantity: 1, quantityRefunded: 1 })];
    expect(reserveOfOrder(anOrder({ lines }), facts())).toEqual([{ variantId: 211, units: 4 }]);
  });

  it('passes over lines that move no stock of their own', () => {
    const lines = [anOrderLine({ productId: null, variantId: null }), anOrderLine({ id: 2, kind: 'giftcertificate' }), anOrderLine({ id: 3, bundledIn: 2 })];
    expect(reserveOfOrder(anOrder({ lines }), facts())).toEqual([]);
  });
});
