import type { Instant } from '../../instant';
import type { OrderId } from '../../ids';
import type { Order, OrderSummary } from '../../order';
import { difference, type Difference } from '../../reconciliation';

type Seen = Pick<OrderSummary, 'id' | 'statusId' | 'total'>;

/** Orders that the Orders page lacks, or shows otherwise, although their last change is older than `readUntil`, the last good look for changes. */
export const ordersNotRead = (orders: readonly Order[], seen: ReadonlyMap<OrderId, Seen>, readUntil: Instant | null): Difference[] =>
  orders
    .filter(({ modifiedAt, isArchived }) => !isArchived && readUntil !== null && modifiedAt < readUntil)
    .filter((order) => !isSame(order, seen.get(order.id)))
    .map(({ id, createdAt }) => difference('order-not-read', { subject: String(id), at: createdAt, details: { order: String(id) }, orderId: id }));

const isSame = (order: Order, seen: Seen | undefined): boolean =>
  seen !== undefined && seen.statusId === order.statusId && seen.total.incTax.minor === order.total.incTax.minor;
