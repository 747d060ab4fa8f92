import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { proxy } from './proxy';

const ENVIRONMENT = {
  APP_URL: 'https://app.example',
  BIGCOMMERCE_CLIENT_ID: 'client',
  BIGCOMMERCE_CLIENT_SECRET: 'secret',
  BIGCOMMERCE_APP_ID: '4711',
  HIKE_CLIENT_ID: 'hike',
  HIKE_CLIENT_SECRET: 'hike-secret',
  SESSION_SECRET: 's'.repeat(32),
  ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
};

beforeEach(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
});

const policyFor = (path: string): string => proxy(new NextRequest(`https://app.example${path}`)).headers.get('content-security-policy') ?? '';
const nonceIn = (policy: string | null): string | undefined => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('a page', () => {
  it('gets a nonce of its own, and Next learns the same one', () => {
    const response = proxy(new NextRequest('https://app.example/store/abc'));
    const nonce = nonceIn(response.headers.get('content-security-policy'));
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceIn(response.headers.get('x-middleware-request-content-security-policy'))).toBe(nonce);
    expect(nonceIn(policyFor('/store/abc'))).not.toBe(nonce);
  });

  it.each(['/store/abc', '/extension/abc/orders/1', '/app-error?reason=install-failed', '/app-error'])('%s may stand in the control panel’s frame', (path) => {
    expect(policyFor(path)).toContain('frame-ancestors https://*.mybigcommerce.com');
  });

  it.each(['/app-error?reason=hike-denied', '/app-error?reason=hike-connected'])('%s stands in a window of its own', (path) => {
    expect(policyFor(path)).toContain("frame-ancestors 'none'");
  });
});
