import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hookSignature, isHookSecret } from './hook-signature';

/** The vector of the reference (bigcommerce 4.3). */
const SECRET = 'example-client-secret-0001';
const BODY = '{"scope":"store/order/created","producer":"stores/abc123","data":{"type":"order","id":250}}';
const SIGNED = { 'webhook-id': 'msg_test_1', 'webhook-timestamp': '1767225600', 'webhook-signature': 'v1,ewLhCq0MxBLspxrOIKw9nFcAddfAmUp0vBoFVi8pl5Q=' };

const signatureOf = (headers: Record<string, string>, body = BODY, secret = SECRET) => hookSignature(new Headers(headers), body, [secret]);

describe('a webhook’s signature', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_767_225_600_000 }));
  afterEach(() => void vi.useRealTimers());

  it('is accepted as the reference has it', () => {
    expect(signatureOf(SIGNED)).toBe('valid');
  });

  it('is accepted among several, as during a change of keys', () => {
    expect(signatureOf({ ...SIGNED, 'webhook-signature': `v1,AAAA v1a,BBBB ${SIGNED['webhook-signature']}` })).toBe('valid');
  });

  it('is accepted under the secret before, as during a change of secrets', () => {
    expect(hookSignature(new Headers(SIGNED), BODY, ['the new one', SECRET])).toBe('valid');
    expect(hookSignature(new Headers(SIGNED), BODY, [])).toBe('forged');
  });

  it('is forged when the body differs by a byte', () => {
    expect(signatureOf(SIGNED, BODY.replace('250', '251'))).toBe('forged');
  });

  it('is forged under another secret', () => {
    expect(signatureOf(SIGNED, BODY, 'another')).toBe('forged');
  });

  it.each([-301, 301])('is forged when it is %s seconds away', (seconds) => {
    vi.setSystemTime((1_767_225_600 + seconds) * 1_000);
    expect(signatureOf(SIGNED)).toBe('forged');
  });

  it.each(Object.keys(SIGNED))('is forged without its %s alone', (missing) => {
    expect(signatureOf(Object.fromEntries(Object.entries(SIGNED).filter(([name]) => name !== missing)))).toBe('forged');
  });

  it.each(['', 'v1', 'v1,', 'v2,x', 'garbage'])('is forged when it reads "%s"', (signature) => {
    expect(signatureOf({ ...SIGNED, 'webhook-signature': signature })).toBe('forged');
  });

  it('is absent when no header of it is there', () => {
    expect(signatureOf({})).toBe('absent');
  });

  it('takes letters beyond ASCII in the secret as UTF-8', () => {
    const secret = 'geheim-ü-0001';
    const digest = createHmac('sha256', Buffer.from(secret, 'utf8')).update(`msg_test_1.1767225600.${BODY}`).digest('base64');
    expect(signatureOf({ ...SIGNED, 'webhook-signature': `v1,${digest}` }, BODY, secret)).toBe('valid');
  });
});

describe('a store’s secret', () => {
  it.each([
    ['secret', true],
    ['Secret', false],
    ['secret ', false],
    ['', false],
    [null, false],
  ])('compared with "%s" is %s', (given, equal) => {
    expect(isHookSecret(given, 'secret')).toBe(equal);
  });
});
