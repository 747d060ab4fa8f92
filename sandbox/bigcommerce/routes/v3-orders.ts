import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { asNumber } from '../model/amount.ts';
import type { Order, Refund, Transaction } from '../model/order.ts';
import { isoSeconds } from '../customers/customer-view.ts';
import { quoteRefund, refundInput, refundItems, refundOrder, type RefundFigures } from '../orders/refund.ts';
import { cutPage, idList, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';
import { findOrder } from './v2-orders.ts';

function transactionView(order: Order, transaction: Transaction) {
  return {
    id: transaction.id,
    order_id: String(order.id),
    date_created: isoSeconds(transaction.created),
    event: transaction.event,
    method: transaction.method,
    amount: asNumber(transaction.amount),
    currency: transaction.currency,
    gateway: transaction.gateway,
    gateway_transaction_id: transaction.reference,
    test: transaction.gateway === 'testgateway',
    status: 'ok',
    fraud_review: false,
    offline: transaction.method === 'offline' ? { display_name: transaction.displayName } : null,
    custom: transaction.method === 'custom' ? { payment_method: transaction.displayName } : null,
    gift_certificate:
      transaction.method === 'gift_certificate'
        ? { code: transaction.displayName, original_balance: asNumber(transaction.amount), starting_balance: asNumber(transaction.amount), remaining_balance: 0, status: 'active' }
        : null,
    store_credit: transaction.method === 'store_credit' ? { remaining_balance: 0 } : null,
    payment_method_id: `${transaction.gateway}.${transaction.method}`,
    payment_instrument_token: null,
  };
}

function refundView(order: Order, refund: Refund) {
  return {
    id: refund.id,
    order_id: order.id,
    user_id: refund.userId,
    created: isoSeconds(refund.created),
    reason: refund.reason,
    total_amount: asNumber(refund.total),
    total_tax: asNumber(refund.tax),
    uses_merchant_override_values: refund.overridden,
    items: refund.items.map((item) => ({
      item_type: item.itemType,
      item_id: item.itemId,
      reason: item.reason,
      quantity: item.quantity,
      requested_amount: asNumber(item.amount),
    })),
    payments: refund.payments.map((payment) => ({
      id: payment.id,
      provider_id: payment.providerId,
      amount: asNumber(payment.amount),
      offline: payment.offline,
      is_declined: false,
      declined_message: '',
    })),
  };
}

function quoteView(order: Order, figures: RefundFigures) {
  const option = (id: string, description: string, offline: boolean) => ({
    provider_id: id,
    provider_description: description,
    amount: asNumber(figures.total),
    offline,
    offline_provider: offline,
    offline_reason: offline ? 'This payment method does not support online refunds.' : '',
  });
  return {
    order_id: order.id,
    total_refund_amount: asNumber(figures.total),
    total_refund_tax_amount: asNumber(figures.tax),
    order_level_refund_amount: asNumber(figures.items.filter((item) => item.itemType === 'ORDER').reduce((sum, item) => sum + item.amount, 0)),
    rounding: 0,
    adjustment: 0,
    tax_inclusive: order.taxInclusive,
    refund_methods: [[option('storecredit', 'Store Credit', false)], [option('custom', order.paymentMethod || 'Custom', true)]],
  };
}

/** The V3 side of orders: payments and refunds. Their paths carry `order_id` as the V2 ones do. */
export function v3Orders(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/orders/:id/transactions', (context) => {
    const order = findOrder(context);
    if (order.transactions.length === 0) return context.body(null, 204);
    const query = context.req.query();
    const page = cutPage(order.transactions, query);
    return context.json({ data: page.items.map((transaction) => transactionView(order, transaction)), meta: pageMeta(page, query) });
  });
  app.post('/orders/:id/payment_actions/refund_quotes', async (context) => {
    const order = findOrder(context);
    const { items } = parseV3(z.object({ items: refundItems }), await jsonBody(context));
    return context.json({ data: quoteView(order, quoteRefund(order, items)), meta: {} }, 201);
  });
  app.get('/orders/:id/payment_actions/refunds', (context) => {
    const order = findOrder(context);
    return context.json({ data: order.refunds.map((refund) => refundView(order, refund)), meta: {} });
  });
  app.post('/orders/:id/payment_actions/refunds', async (context) => {
    const order = findOrder(context);
    if (order.statusId === 0) throw new ApiRefusal(422, 'Refund could not be processed.', { order: 'The order is incomplete.' });
    const refund = refundOrder(platform, { store: context.var.store, order }, parseV3(refundInput, await jsonBody(context)));
    return context.json({ data: refundView(order, refund), meta: {} }, 201);
  });
  allRefunds(app);
  return app;
}

/** Refunds over all orders. */
function allRefunds(app: Hono<ApiEnv>): void {
  app.get('/orders/payment_actions/refunds', (context) => {
    const query = context.req.query();
    const orders = idList(query['order_id:in']);
    const ids = idList(query['id:in']);
    const all = [...context.var.store.orders.values()].flatMap((order) => order.refunds.map((refund) => ({ order, refund })));
    const matching = all.filter(({ order, refund }) => (!orders || orders.includes(order.id)) && (!ids || ids.includes(refund.id)));
    const page = cutPage(matching, query);
    return context.json({ data: page.items.map(({ order, refund }) => refundView(order, refund)), meta: {} });
  });
  app.get('/orders/payment_actions/refunds/:refund', (context) => {
    const id = idParam(context, 'refund');
    for (const order of context.var.store.orders.values()) {
      const refund = order.refunds.find((candidate) => candidate.id === id);
      if (refund) {
        const view = refundView(order, refund);
        // In this one answer the OpenAPI file has the requested amount as a string.
        return context.json({ data: { ...view, items: view.items.map((item) => ({ ...item, requested_amount: String(item.requested_amount) })) }, meta: {} });
      }
    }
    throw notFound();
  });
}
