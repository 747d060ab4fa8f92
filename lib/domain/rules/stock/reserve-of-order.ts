import type { VariantId } from '../../ids';
import type { Instant } from '../../instant';
import type { Order } from '../../order';
import { productLinesOfOrder } from '../product-lines-of-order';

export interface ReserveFacts {
  /** Imported into Hike, or made of a Hike sale: Hike knows. */
  isInHike: boolean;
  isLeftOutByPerson: boolean;
  /** Orders that were finished before it are history that Hike's counts allow for already. */
  startDate: Instant | null;
}

/** Units of each variant that an order holds back because Hike has not heard of it; none where it holds nothing. */
export const reserveOfOrder = (order: Order, facts: ReserveFacts): { variantId: VariantId; units: number }[] => {
  if (order.isArchived || facts.isInHike || facts.isLeftOutByPerson || !holdsUnits(order, facts.startDate)) return [];
  const units = new Map<VariantId, number>();
  for (const { variantId, quantity, quantityRefunded } of productLinesOfOrder(order)) {
    if (variantId !== null) units.set(variantId, (units.get(variantId) ?? 0) + Math.max(0, Math.ceil(quantity - quantityRefunded)));
  }
  return [...units].flatMap(([variantId, held]) => (held > 0 ? [{ variantId, units: held }] : []));
};

const holdsUnits = ({ statusId, createdAt }: Order, startDate: Instant | null): boolean => {
  switch (statusId) {
    case 1:
    case 3:
    case 7:
    case 8:
    case 9:
    case 11:
    case 12:
    case 13:
    case 14:
      return true;
    case 2:
    case 10:
      return startDate !== null && createdAt >= startDate;
    case 0:
    case 4:
    case 5:
    case 6:
      return false;
    default:
      return statusId satisfies never;
  }
};
