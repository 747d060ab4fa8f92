import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STORE } from '../../../../lib/engine/account/testing/create-test-account';
import { APP_URL, createTestEdge } from '../../../../lib/web/testing/create-test-edge';
import { POST } from './route';

const current = vi.hoisted(() => ({ edge: undefined as unknown }));
vi.mock('../../../../lib/web/edge', () => ({ edge: async () => current.edge }));
vi.mock('../../../../lib/logger', () => ({ logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

let test: ReturnType<typeof createTestEdge>;
beforeEach(async () => {
  test = createTestEdge();
  current.edge = test.edge;
  await test.addStore();
});

const HOOK = { scope: 'store/order/created', store_id: '1', producer: `stores/${STORE}`, hash: 'h', created_at: 1_767_225_600, data: { type: 'order', id: 250 } };
const SECRET = { 'X-Hook-Secret': 'secret-of-the-hooks' };

const signed = (body: string, id = 'msg_1'): Record<string, string> => {
  const timestamp = Math.floor(Date.now() / 1_000);
  const digest = createHmac('sha256', test.edge.env.bigcommerce.clientSecret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${digest}` };
};

const post = async (body: unknown, headers: Record<string, string> = SECRET) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await POST(new Request(`${APP_URL}/api/bigcommerce/webhooks`, { method: 'POST', body: text, headers }));
  expect(await response.text()).toBe('');
  return response.status;
};
const marked = async () => (await test.database.tables.dirty.find(STORE, 'order', '250')) !== null;

describe('a webhook', () => {
  it('with its store’s secret is taken', async () => {
    expect(await post(HOOK)).toBe(200);
    expect(await marked()).toBe(true);
    expect(test.queue.waiting()).toEqual([STORE]);
  });

  it('with secret and signature is taken', async () => {
    const body = JSON.stringify(HOOK);
    expect(await post(body, { ...SECRET, ...signed(body) })).toBe(200);
    expect(await marked()).toBe(true);
  });

  it.each([
    ['no secret', {}],
    ['another secret', { 'X-Hook-Secret': 'secret-of-the-hook' }],
  ])('with %s is refused', async (_, headers) => {
    expect(await post(HOOK, headers)).toBe(401);
    expect(await marked()).toBe(false);
  });

  it('with a good signature still needs the secret', async () => {
    const body = JSON.stringify(HOOK);
    expect(await post(body, signed(body))).toBe(401);
  });

  it('with a bad signature is refused, secret or not', async () => {
    expect(await post(HOOK, { ...SECRET, ...signed('another body') })).toBe(401);
    expect(await marked()).toBe(false);
  });

  it('for another store needs that store’s secret', async () => {
    expect(await post({ ...HOOK, producer: 'stores/unknown' })).toBe(401);
  });

  it('with the secret that hooks had before is taken while they are on their way to the next', async () => {
    const { stores } = test.database.tables;
    await stores.save({ ...(await stores.find(STORE))!, previousHookSecret: 'the-one-before' });
    expect(await post(HOOK, { 'X-Hook-Secret': 'the-one-before' })).toBe(200);
    expect(await marked()).toBe(true);
    await stores.forgetPreviousHookSecret(STORE);
    expect(await post(HOOK, { 'X-Hook-Secret': 'the-one-before' })).toBe(401);
  });

  it('of an uninstall that may be from before the last install ends nothing, and has the store read', async () => {
    const { stores, dirty } = test.database.tables;
    await stores.save({ ...(await stores.find(STORE))!, previousHookSecret: 'the-one-before' });
    expect(await post({ ...HOOK, scope: 'store/app/uninstalled', data: { type: 'store', id: null } }, { 'X-Hook-Secret': 'the-one-before' })).toBe(200);
    expect(await stores.find(STORE)).toMatchObject({ state: 'active' });
    expect(await dirty.find(STORE, 'store', '-')).not.toBeNull();
  });

  it('without a signature is refused where signatures are required', async () => {
    test.edge.env.hooks.mustBeSigned = true;
    expect(await post(HOOK)).toBe(401);
    const body = JSON.stringify(HOOK);
    expect(await post(body, { ...SECRET, ...signed(body) })).toBe(200);
  });

  it('that is authentic but makes no sense is acknowledged, because the sender cannot mend it', async () => {
    expect(await post('{"scope":', { ...SECRET, ...signed('{"scope":') })).toBe(200);
    const unknownStore = JSON.stringify({ ...HOOK, producer: 'stores/unknown' });
    expect(await post(unknownStore, { ...SECRET, ...signed(unknownStore) })).toBe(200);
    expect(await post({ ...HOOK, data: { type: 'order', id: 'x' } })).toBe(200);
    expect(await marked()).toBe(false);
  });

  it('that makes no sense and proves nothing is refused', async () => {
    expect(await post('{"scope":')).toBe(401);
    expect(await post({ ...HOOK, producer: 'stores/../x' })).toBe(401);
  });

  it('larger than 64 KiB is refused unread', async () => {
    expect(await post({ ...HOOK, data: { type: 'order', id: 250, padding: 'x'.repeat(70_000) } })).toBe(401);
  });

  it('of an uninstall ends the store', async () => {
    expect(await post({ ...HOOK, scope: 'store/app/uninstalled', data: { type: 'store', id: null } })).toBe(200);
    expect(await test.database.tables.stores.find(STORE)).toMatchObject({ state: 'uninstalled' });
    expect(await post(HOOK)).toBe(200);
    expect(await marked()).toBe(false);
  });

  it('is not acknowledged while the database is down: it comes again', async () => {
    test.edge.account.receiveWebhook = () => Promise.reject(new Error('database down'));
    expect(await post(HOOK)).toBe(500);
  });
});
