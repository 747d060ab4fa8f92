import { randomUUID } from 'node:crypto';
import type { Amount } from '../model/amount.ts';
import type { Order, Transaction } from '../model/order.ts';
import { nextId, type Store } from '../model/store.ts';
import type { PlacedOrder } from './place-order-input.ts';

const PAID = [2, 3, 4, 8, 9, 10, 11, 13, 14];

interface Means {
  method: string;
  gateway: string;
  event: Transaction['event'];
}

/** How the strings that shoppers see look in the transactions; gateways are a closed list in the OpenAPI file. */
const MEANS: Record<string, Means> = {
  'Credit Card': { method: 'credit_card', gateway: 'stripe', event: 'purchase' },
  'Test Payment Gateway': { method: 'credit_card', gateway: 'testgateway', event: 'purchase' },
  PayPal: { method: 'electronic_wallet', gateway: 'paypalexpress', event: 'purchase' },
  'Bank Deposit': { method: 'offline', gateway: 'bankdeposit', event: 'pending' },
  'Cash on Delivery': { method: 'offline', gateway: 'cod', event: 'pending' },
  'Pay in Store': { method: 'offline', gateway: 'instore', event: 'pending' },
};

function transaction(store: Store, order: Order, part: Means & { amount: Amount; displayName: string }): Transaction {
  return {
    id: nextId(store, 'transaction'),
    event: part.event,
    method: part.method,
    gateway: part.gateway,
    amount: part.amount,
    currency: order.transactionCurrency,
    created: order.createdAt,
    reference: randomUUID(),
    displayName: part.displayName,
  };
}

/** Writes the transactions and the payment status of an order that somebody placed. */
export function recordPayment(store: Store, order: Order, placed: PlacedOrder): void {
  if (order.giftCertificate > 0) {
    const part = { method: 'gift_certificate', gateway: 'giftcertificate', event: 'purchase' as const, amount: order.giftCertificate };
    order.transactions.push(transaction(store, order, { ...part, displayName: placed.giftCertificate?.code ?? '' }));
  }
  if (order.storeCredit > 0) {
    const part = { method: 'store_credit', gateway: 'storecredit', event: 'purchase' as const, amount: order.storeCredit };
    order.transactions.push(transaction(store, order, { ...part, displayName: '' }));
  }
  const rest = order.total.inc - order.giftCertificate - order.storeCredit;
  if (order.statusId === 0 || rest <= 0) return;
  const means = MEANS[order.paymentMethod] ?? { method: 'custom', gateway: 'custom', event: 'pending' as const };
  const isPaid = PAID.includes(order.statusId);
  const paid = placed.paid ?? (isPaid ? rest : 0);
  const event = order.statusId === 6 ? 'void' : paid > 0 && means.event === 'pending' ? 'purchase' : means.event;
  if (paid > 0 || means.event === 'pending') {
    order.transactions.push(transaction(store, order, { ...means, event, amount: paid > 0 ? paid : rest, displayName: order.paymentMethod }));
  }
  const offline = means.method === 'offline' || means.method === 'custom';
  order.paymentStatus = order.statusId === 6 ? 'declined' : offline ? '' : isPaid ? 'captured' : '';
}
