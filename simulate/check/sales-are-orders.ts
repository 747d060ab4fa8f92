import type { Order, Sale } from '../traffic/things';
import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';
import { grouped } from './grouped';
import { isFromStore, isOurs } from './in-words';
import { isPutAside, isRefused } from './reasons';

const [PENDING, REFUNDED, CANCELLED, COMPLETED, PARTLY_REFUNDED] = [1, 4, 5, 10, 14];

const sold = ({ invoiceLineItems }: Sale) => invoiceLineItems.filter(({ quantity }) => quantity > 0);
const returned = ({ invoiceLineItems }: Sale) => invoiceLineItems.filter(({ quantity }) => quantity < 0);

/** In cents: these shops have no currency without. */
const cents = (amount: number | string): number => Math.round(Number(amount) * 100);

/** Tax included; each amount is whole cents on its own. */
const worthOf = ({ totalAmount, taxAmount }: Sale['invoiceLineItems'][number], { taxInclusive }: Sale): number => cents(Math.abs(totalAmount)) + (taxInclusive ? 0 : cents(Math.abs(taxAmount)));

/** Of an exchange only what went out is an order: together with what came back it is what was paid. */
const totalOf = (sale: Sale): number => cents(sale.netAmount) + returned(sale).reduce((sum, line) => sum + worthOf(line, sale), 0);

const PENDING_STATUSES = new Set(['LayBy', 'OnAccount', 'BackOrder']);
const SENT_STATUSES = new Set(['Completed', 'Exchange', ...PENDING_STATUSES]);

/** Goods that are returned line by line leave the shipping paid. */
const isAllBack = (sale: Sale, later: readonly Sale[]): boolean => {
  const shippingBack = later.reduce((sum, { totalShippingCost }) => sum + cents(Math.max(0, -totalShippingCost)), 0);
  return sold(sale).every(({ quantity, refundedQuantity }) => refundedQuantity >= quantity) && shippingBack >= cents(sale.totalShippingCost);
};

/** Statuses that its order may have; `null`: there must be none. */
const statusesOf = (sale: Sale, evidence: Evidence): number[] | null => {
  if (isFromStore(sale) || sold(sale).length === 0) return null;
  if (sale.status === 'Voided') return [CANCELLED];
  if (!SENT_STATUSES.has(sale.status)) return null;
  const back = sold(sale).reduce((sum, { refundedQuantity }) => sum + refundedQuantity, 0);
  const later = evidence.sales.filter(({ referenceInvoiceId }) => referenceInvoiceId === sale.id);
  // A refund that was itself voided is nobody's business: what it did to the order stays. One that waits for a person has done nothing yet.
  const isOpen = later.some((refund) => refund.status === 'Voided' || isRefused(evidence, 'sale', refund));
  const standing = PENDING_STATUSES.has(sale.status) ? PENDING : COMPLETED;
  if (isOpen) return [standing, REFUNDED, PARTLY_REFUNDED];
  if (back === 0) return [standing];
  return isAllBack(sale, later) ? [REFUNDED] : [PARTLY_REFUNDED];
};

const faultOf = (sale: Sale, order: Order | undefined, { statuses, touched }: { statuses: number[] | null; touched: ReadonlySet<number> }): string | null => {
  const named = `sale ${sale.number} (${sale.id}, ${sale.status})`;
  if (statuses === null) return order === undefined ? null : `${named} must not have an order, but has ${order.id}`;
  if (order === undefined) return `${named} has no order`;
  if (!statuses.includes(order.status_id) && !touched.has(order.id)) return `${named} has order ${order.id} with status ${order.status_id}, not ${statuses.join(' or ')}`;
  // Voided, an exchange no longer says that it was one: what its order was worth before it was cancelled is open.
  if (sale.status === 'Voided' && returned(sale).length > 0) return null;
  if (cents(order.total_inc_tax) !== totalOf(sale)) return `${named} is worth ${totalOf(sale)} cents, its order ${order.id} ${cents(order.total_inc_tax)}`;
  return null;
};

/** Each eligible sale has exactly one order, in its status, with its total to the cent; the others have none. */
export const salesAreOrders = (evidence: Evidence, { touched }: Wanted): string[] => {
  const bySale = grouped(evidence.orders.filter(isOurs), ({ external_order_id: reference }) => String(reference));
  return evidence.sales.flatMap((sale) => {
    const orders = bySale.get(String(sale.id)) ?? [];
    if (orders.length > 1) return [`sale ${sale.id} has ${orders.length} orders: ${orders.map(({ id }) => id).join(', ')}`];
    if (orders.length === 0 && isPutAside(evidence, 'sale', sale)) return [];
    const fault = faultOf(sale, orders[0], { statuses: statusesOf(sale, evidence), touched });
    return fault === null || isRefused(evidence, 'sale', sale) ? [] : [fault];
  });
};
