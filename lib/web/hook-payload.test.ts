import { describe, expect, it } from 'vitest';
import { HookPayload, hintOfHook, hookId } from './hook-payload';

const payload = (scope: string, data: unknown): HookPayload => HookPayload.parse({ scope, producer: 'stores/abc123', hash: 'h', created_at: 1_767_225_600, data });

const AT = '2026-01-01T00:00:00.000Z';

describe('what a webhook hints at', () => {
  it.each([
    ['store/order/created', { type: 'order', id: 250 }, { kind: 'order', id: 250 }],
    ['store/order/statusUpdated', { type: 'order', id: 250, status: { new_status_id: 2 } }, { kind: 'order', id: 250 }],
    ['store/order/refund/created', { type: 'order', id: 250, refund: { refund_id: 3 } }, { kind: 'order', id: 250 }],
    ['store/shipment/created', { type: 'shipment', id: 9, orderId: 251 }, { kind: 'order', id: 251 }],
    ['store/app/uninstalled', { type: 'store' }, { kind: 'uninstalled' }],
    ['store/information/updated', { type: 'store' }, { kind: 'store' }],
    ['store/order/metafield/created', { type: 'metafield', id: 5 }, { kind: 'nothing' }],
    ['store/product/updated', { type: 'product', id: 5 }, { kind: 'product', id: 5, isDeleted: false, at: AT }],
    ['store/product/deleted', { type: 'product', id: 5 }, { kind: 'product', id: 5, isDeleted: true, at: AT }],
    ['store/sku/deleted', { type: 'sku', id: 7, sku: { product_id: 5, variant_id: 7 } }, { kind: 'product', id: 5, isDeleted: false, at: AT }],
    ['store/sku/updated', { type: 'sku', id: 7 }, { kind: 'nothing' }],
    [
      'store/product/inventory/updated',
      { type: 'product', id: 5, inventory: { product_id: 5, method: 'absolute', value: 3 } },
      { kind: 'product-stock', id: 5, variantId: null, isAbsolute: true, at: AT },
    ],
    [
      'store/sku/inventory/order/updated',
      { type: 'sku', id: 7, inventory: { product_id: 5, variant_id: 7, method: 'relative', value: -1 } },
      { kind: 'product-stock', id: 5, variantId: 7, isAbsolute: false, at: AT },
    ],
    ['store/product/inventory/updated', { type: 'product', id: 5 }, { kind: 'nothing' }],
    ['store/product/metafield/created', { type: 'product', id: 5 }, { kind: 'nothing' }],
    ['store/order/created', { type: 'order', id: '250; drop table' }, { kind: 'nothing' }],
    ['store/order/created', { type: 'order', id: -1 }, { kind: 'nothing' }],
  ])('%s with %j', (scope, data, hint) => {
    expect(hintOfHook(payload(scope, data))).toEqual(hint);
  });

  it('without a time is believed to have no time', () => {
    const untimed = HookPayload.parse({ scope: 'store/product/updated', producer: 'stores/abc123', created_at: 'soon', data: { type: 'product', id: 5 } });
    expect(hintOfHook(untimed)).toEqual({ kind: 'product', id: 5, isDeleted: false, at: null });
  });

  it.each([[{ scope: 'x' }], [{ scope: 'x', producer: 'stores/../evil', data: {} }], [{ producer: 'stores/abc', data: {} }], ['text'], [null]])(
    'is nothing at all in %j',
    (body) => {
      expect(HookPayload.safeParse(body).success).toBe(false);
    },
  );

  it('is known again by its id, else by hash and time', () => {
    const body = payload('store/order/created', {});
    expect(hookId(new Headers({ 'webhook-id': 'msg_1' }), body)).toBe('msg_1');
    expect(hookId(new Headers(), body)).toBe('h:1767225600');
    expect(hookId(new Headers({ 'webhook-id': 'x'.repeat(500) }), body)).toHaveLength(200);
  });
});
