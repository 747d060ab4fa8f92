import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';
import { createTestEdge } from './testing/create-test-edge';

const policyOf = (environment: Record<string, string> = {}, isFramed = true): Map<string, string> => {
  const policy = contentSecurityPolicy(createTestEdge(environment).edge.env, { nonce: 'N0nce', isFramed });
  return new Map(policy.split('; ').map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]));
};

describe('the content security policy', () => {
  it('lets the control panel frame our pages, and nobody else', () => {
    expect(policyOf().get('frame-ancestors')).toBe('https://*.mybigcommerce.com https://*.bigcommerce.com');
  });

  it('lets another login host frame them where the environment names one', () => {
    expect(policyOf({ BIGCOMMERCE_LOGIN_URL: 'http://127.0.0.1:4000/login' }).get('frame-ancestors')).toContain(' http://127.0.0.1:4000');
  });

  it('lets nobody frame what stands in a window of its own', () => {
    expect(policyOf({}, false).get('frame-ancestors')).toBe("'none'");
  });

  it('runs scripts of ours, of this request and of the control panel’s script host, and never injected ones', () => {
    expect(policyOf().get('script-src')).toBe("'self' 'nonce-N0nce' https://cdn.bigcommerce.com");
  });

  it('allows eval in development alone', () => {
    expect(policyOf({ NODE_ENV: 'development' }).get('script-src')).toContain("'unsafe-eval'");
  });
});
