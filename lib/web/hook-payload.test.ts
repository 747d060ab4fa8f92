import { describe, expect, it } from 'vitest';
import { HookPayload, hintOfHook, hookId } from './hook-payload';

const payload = (scope: string, data: unknown): HookPayload => HookPayload.parse({ scope, producer: 'stores/abc123', hash: 'h', created_at: 1_767_225_600, data });

describe('what a webhook hints at', () => {
  it.each([
    ['store/order/created', { type: 'order', id: 250 }, { kind: 'order', id: 250 }],
    ['store/order/statusUpdated', { type: 'order', id: 250, status: { new_status_id: 2 } }, { kind: 'order', id: 250 }],
    ['store/order/refund/created', { type: 'order', id: 250, refund: { refund_id: 3 } }, { kind: 'order', id: 250 }],
    ['store/shipment/created', { type: 'shipment', id: 9, orderId: 251 }, { kind: 'order', id: 251 }],
    ['store/app/uninstalled', { type: 'store' }, { kind: 'uninstalled' }],
    ['store/information/updated', { type: 'store' }, { kind: 'store' }],
    ['store/order/metafield/created', { type: 'metafield', id: 5 }, { kind: 'nothing' }],
    ['store/product/updated', { type: 'product', id: 5 }, { kind: 'nothing' }],
    ['store/order/created', { type: 'order', id: '250; drop table' }, { kind: 'nothing' }],
    ['store/order/created', { type: 'order', id: -1 }, { kind: 'nothing' }],
  ])('%s with %j', (scope, data, hint) => {
    expect(hintOfHook(payload(scope, data))).toEqual(hint);
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
