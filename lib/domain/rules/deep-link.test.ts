import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreHash } from '../ids';
import { deepLink } from './deep-link';

const ours = { origin: 'https://app.example.com', storeHash: StoreHash.parse('abc123') };
const link = (url: string | null | undefined) => deepLink(url, ours);

const ROUTE = /^\/$|^\/(settings|orders|sync-log|what-syncs|products|products\/match|products\/stock|customers)$|^\/extension\/orders\/\d+$/;

describe('deepLink', () => {
  it.each([
    ['/', '/'],
    ['/settings', '/settings'],
    ['/settings/', '/settings'],
    ['/orders', '/orders'],
    ['/sync-log?days=7#top', '/sync-log'],
    ['/what-syncs', '/what-syncs'],
    ['/comparison', '/comparison'],
    ['/products', '/products'],
    ['/products/match?tab=ambiguous', '/products/match'],
    ['/products/stock', '/products/stock'],
    ['/customers', '/customers'],
    ['/orders/106', '/extension/orders/106'],
    ['/extension/orders/106', '/extension/orders/106'],
    ['/store/abc123', '/'],
    ['/store/abc123/settings', '/settings'],
    ['/extension/abc123/orders/106', '/extension/orders/106'],
    ['/orders/../settings', '/settings'],
    ['/store/abc123/orders/106', '/extension/orders/106'],
    ['/products/match/', '/products/match'],
    ['/store/abc123/', '/'],
  ])('leads %s to %s', (url, expected) => {
    expect(link(url)).toBe(expected);
  });

  it.each([
    ['nothing', null],
    ['no claim', undefined],
    ['an empty claim', ''],
    ['another host', '//evil.example/settings'],
    ['another host with a backslash', '/\\evil.example'],
    ['a backslash within', '/settings\\..\\x'],
    ['an absolute address', 'https://evil.example/settings'],
    ['a script', 'javascript:alert(1)'],
    ['a path without a slash', 'settings'],
    ['a line break', '/settings\r\nSet-Cookie: a=b'],
    ['a tab, which browsers drop', '/\t/evil.example'],
    ['a blank', '/settings x'],
    ['a letter beyond ASCII', '/settingѕ'],
    ['an unknown page', '/admin'],
    ['an API route', '/api/stores/abc123/settings'],
    ['another store', '/store/xyz789/settings'],
    ['an order that is no number', '/orders/106abc'],
    ['an order with too many digits', '/orders/1234567890123456'],
    ['an encoded slash', '/%2fevil.example'],
    ['a deeper page', '/settings/x'],
  ])('leads %s to the overview', (_, url) => {
    expect(link(url)).toBe('/');
  });

  const routes = ['/settings', '/orders', '/products', '/products/match', '/products/stock', '/customers', '/sync-log', '/comparison', '/what-syncs', '/orders/106', '/extension/orders/106'];

  it.each(routes.flatMap((route) => [`/x${route}`, `${route}x`, `${route}/x`]))('leads %s, which only holds a page of ours, to the overview', (url) => {
    expect(link(url)).toBe('/');
  });

  it('leads nowhere but to our own pages', () => {
    const nasty = fc.array(fc.constantFrom('/', '\\', '.', '..', ':', '@', '%2f', '%5c', '\t', '\n', '//', 'https', 'evil.example', 'settings', 'orders', '1', '?', '#'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), (url) => ROUTE.test(link(url))));
  });
});
