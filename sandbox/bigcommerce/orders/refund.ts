import { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import { amount, toCents, type Amount } from '../model/amount.ts';
import type { Order, Refund, RefundItem } from '../model/order.ts';
import { nextId, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { changeStatus, touch } from './change-status.ts';

const reason = z.string().max(1000).default('');
const itemInput = z.discriminatedUnion('item_type', [
  z.object({ item_type: z.enum(['PRODUCT', 'GIFT_WRAPPING']), item_id: z.int(), quantity: z.int().min(1), reason, adjustments: z.array(z.object({ amount: z.number(), description: z.string().optional() })).optional() }),
  z.object({ item_type: z.enum(['ORDER', 'SHIPPING', 'HANDLING', 'TAX', 'FEE']), item_id: z.int(), amount: z.number().positive(), reason }),
]);

export const refundItems = z.array(itemInput).min(1);

export const refundInput = z.object({
  items: refundItems,
  payments: z.array(z.object({ provider_id: z.string(), amount: z.number(), offline: z.boolean().default(false) })).min(1),
  merchant_calculated_override: z.object({ total_amount: z.number(), total_tax: z.number() }).optional(),
});

export interface RefundFigures {
  items: RefundItem[];
  total: Amount;
  tax: Amount;
}

function productItem(order: Order, item: { item_id: number; quantity: number; reason: string }): RefundItem & { tax: Amount } {
  const line = order.lines.find((candidate) => candidate.id === item.item_id);
  if (!line) throw new ApiRefusal(422, 'Refund could not be processed.', { items: `The order has no product ${item.item_id}.` });
  if (item.quantity > line.quantity - line.quantityRefunded) {
    throw new ApiRefusal(422, 'Refund could not be processed.', { items: `Only ${line.quantity - line.quantityRefunded} of the product ${item.item_id} are left to refund.` });
  }
  const total = toCents((line.discountedInc * item.quantity) / line.quantity);
  const tax = toCents(((line.discountedInc - line.discountedEx) * item.quantity) / line.quantity);
  return { itemType: 'PRODUCT', itemId: line.id, quantity: item.quantity, reason: item.reason, amount: total, tax };
}

function refundedSoFar(order: Order): Amount {
  return order.refunds.reduce((total, refund) => total + refund.total, 0);
}

/** What a refund of these items comes to. */
export function quoteRefund(order: Order, items: z.output<typeof refundItems>): RefundFigures {
  const figures = items.map((item) => {
    if ('quantity' in item) return productItem(order, item);
    return { itemType: item.item_type, itemId: item.item_id, quantity: 1, reason: item.reason, amount: amount(item.amount), tax: 0 };
  });
  const total = figures.reduce((sum, item) => sum + item.amount, 0);
  if (total > order.total.inc - refundedSoFar(order)) throw new ApiRefusal(422, 'Refund could not be processed.', { items: 'The amount is more than what is left to refund.' });
  return { items: figures.map(({ tax: _tax, ...item }) => item), total, tax: figures.reduce((sum, item) => sum + item.tax, 0) };
}

/** Refunds items of an order. Stock is not touched by the refund itself; the status that follows may return it. */
export function refundOrder(platform: Platform, target: { store: Store; order: Order }, input: z.output<typeof refundInput>): Refund {
  const { store, order } = target;
  const figures = quoteRefund(order, input.items);
  const override = input.merchant_calculated_override;
  const total = override ? amount(override.total_amount) : figures.total;
  const paid = input.payments.reduce((sum, payment) => sum + amount(payment.amount), 0);
  if (paid !== total) throw new ApiRefusal(422, 'Refund could not be processed.', { payments: `The payments must sum to ${total / 10_000}.` });
  const refund: Refund = {
    id: nextId(store, 'refund'),
    created: platform.core.clock.now().toISOString(),
    userId: store.users[0]?.id ?? 0,
    reason: input.items[0]?.reason ?? '',
    total,
    tax: override ? amount(override.total_tax) : figures.tax,
    overridden: override !== undefined,
    items: figures.items,
    payments: input.payments.map((payment) => ({ id: nextId(store, 'refundPayment'), providerId: payment.provider_id, amount: amount(payment.amount), offline: payment.offline })),
  };
  order.refunds.push(refund);
  for (const item of figures.items) {
    const line = order.lines.find((candidate) => item.itemType === 'PRODUCT' && candidate.id === item.itemId);
    if (line) line.quantityRefunded += item.quantity;
  }
  note(platform, store, { kind: 'refund.created', id: refund.id, data: { orderId: order.id, total } });
  platform.emit(store, 'store/order/refund/created', { type: 'order', id: order.id, refund: { refund_id: refund.id } });
  changeStatus(platform, target, refundedSoFar(order) >= order.total.inc ? 4 : 14);
  touch(platform, store, order);
  return refund;
}

/** Everything that is left, paid back outside BigCommerce. */
export function wholeRefund(order: Order): z.output<typeof refundInput> {
  const left = (order.total.inc - refundedSoFar(order)) / 10_000;
  return {
    items: [{ item_type: 'ORDER', item_id: order.id, amount: left, reason: 'Refunded in the control panel' }],
    payments: [{ provider_id: 'custom', amount: left, offline: true }],
  };
}
