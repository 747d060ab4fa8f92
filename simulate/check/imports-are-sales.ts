import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';
import { grouped } from './grouped';
import { CALLED_OFF, isCalledOff, isFromStore, isOurs, isStanding, numberOfImport } from './in-words';
import { isRefused, isToldChanged } from './reasons';

/** Shipped, completed. */
const SHIPPED = new Set([2, 10]);

const cents = (amount: number | string): number => Math.round(Number(amount) * 100);

/** Each imported order has exactly one sale with its total; one that nobody imported has none. */
export const importsAreSales = (evidence: Evidence, { imports, droppedImports, partialImports, toReverse, followsOrders, completesShipped }: Wanted): string[] => {
  const byNumber = grouped(evidence.sales.filter(isFromStore), ({ number }) => number);
  return evidence.orders.flatMap((order) => {
    const sales = byNumber.get(numberOfImport(order)) ?? [];
    const named = `order ${order.id} (status ${order.status_id})`;
    if (sales.length > 1) return [`${named} has ${sales.length} sales`];
    const [sale] = sales;
    if (sale === undefined) return imports.has(order.id) && !droppedImports.has(order.id) && !isRefused(evidence, 'order', order) ? [`${named} was imported, but has no sale and no reason`] : [];
    if (!imports.has(order.id)) return [`${named} has sale ${sale.id}, though nobody imported it`];
    if (partialImports.has(order.id)) return [`${named} was partly shipped or refunded when it was imported, and became sale ${sale.id}`];
    if (isOurs(order)) return [`${named} is a sale of Hike, and came back as sale ${sale.id}`];
    if (followsOrders && completesShipped && SHIPPED.has(order.status_id) && sale.status === 'Parked' && !order.is_deleted) return [`${named} is shipped, its sale ${sale.id} still parked`];
    if (toReverse.has(order.id) && CALLED_OFF.has(order.status_id) && sale.status === 'Parked' && !order.is_deleted) return [`${named} was called off, its sale ${sale.id} is still parked`];
    if (isCalledOff(order) && isStanding(sale) && !isToldChanged(evidence, order)) return [`${named} was called off since it was imported, and nobody was told that sale ${sale.id} still stands`];
    return cents(order.total_inc_tax) === cents(sale.netAmount) ? [] : [`${named} is worth ${order.total_inc_tax}, its sale ${sale.netAmount}`];
  });
};
