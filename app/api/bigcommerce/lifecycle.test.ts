import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreHash } from '../../../lib/domain/ids';
import { OWNER, STAFF, STORE, grantFor } from '../../../lib/engine/account/testing/create-test-account';
import { RefusedByVendor } from '../../../lib/engine/ports/failures';
import { APP_URL, createTestEdge, launchToken } from '../../../lib/web/testing/create-test-edge';
import { GET as auth } from './auth/route';
import { GET as load } from './load/route';
import { GET as removeUser } from './remove-user/route';
import { GET as uninstall } from './uninstall/route';

const current = vi.hoisted(() => ({ edge: undefined as unknown }));
vi.mock('../../../lib/web/edge', () => ({ edge: async () => current.edge }));
vi.mock('../../../lib/logger', () => ({ logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

let test: ReturnType<typeof createTestEdge>;
beforeEach(() => {
  test = createTestEdge();
  current.edge = test.edge;
});

const requestOf = (path: string, query: Record<string, string>) => new Request(`${APP_URL}${path}?${new URLSearchParams(query).toString()}`);
const locationOf = (response: Response): string => `${response.status} ${(response.headers.get('location') ?? '').replace(APP_URL, '')}`;

const INSTALL = { code: 'c', scope: 'store_v2_orders', context: `stores/${STORE}`, account_uuid: 'a' };
const install = (query: Record<string, string> = INSTALL) => auth(requestOf('/api/bigcommerce/auth', query));

describe('the install callback', () => {
  it('installs and leads into the store with a one-time code and a cookie for the frame', async () => {
    const response = await install();
    expect(locationOf(response)).toMatch(/^303 \/store\/abc123\?once=code-\d+$/);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-session=[^;]+; Path=\/; Expires=[^;]+; Max-Age=86400; Secure; HttpOnly; SameSite=none; Partitioned$/i);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await test.database.tables.stores.find(STORE)).toMatchObject({ state: 'active' });
  });

  it('takes the language of the browser for the person’s until BigCommerce tells it', async () => {
    const request = requestOf('/api/bigcommerce/auth', INSTALL);
    request.headers.set('accept-language', 'en-AU,en;q=0.9');
    await auth(request);
    expect(await test.database.tables.members.find(STORE, OWNER.id)).toMatchObject({ user: { locale: 'en-AU' } });
  });

  it.each([
    ['without a code', { scope: 's', context: 'stores/abc123' }],
    ['without a context', { code: 'c', scope: 's' }],
    ['with a path as context', { ...INSTALL, context: 'stores/abc/../evil' }],
  ])('shows a page when it comes %s', async (_, query) => {
    expect(locationOf(await install(query))).toBe('303 /app-error?reason=install-failed');
  });

  it('shows a page when permissions are missing', async () => {
    test.bigcommerce.redeem = async () => grantFor(STORE, { scope: 'store_v2_orders' });
    expect(locationOf(await install())).toBe('303 /app-error?reason=install-scope');
  });

  it('shows a page when the code is spent', async () => {
    test.bigcommerce.redeem = () => Promise.reject(new RefusedByVendor({ side: 'bigcommerce', status: 400, reason: 'invalid_grant' }));
    expect(locationOf(await install())).toBe('303 /app-error?reason=install-expired');
  });

  it('shows a page when anything else goes wrong', async () => {
    test.bigcommerce.redeem = () => Promise.reject(new Error('no network'));
    expect(locationOf(await install())).toBe('303 /app-error?reason=install-failed');
  });

  it('ends on BigCommerce’s own pages when it began outside the control panel', async () => {
    const outside = { ...INSTALL, external_install: '1' };
    expect(locationOf(await install(outside))).toBe('303 https://login.bigcommerce.com/app/client-id/install/succeeded');
    test.bigcommerce.redeem = () => Promise.reject(new Error('no network'));
    expect(locationOf(await install(outside))).toBe('303 https://login.bigcommerce.com/app/client-id/install/failed');
    expect(locationOf(await install({ external_install: '1' }))).toBe('303 https://login.bigcommerce.com/app/client-id/install/failed');
  });
});

const loadWith = async (flaws: Parameters<typeof launchToken>[1] = {}) =>
  load(requestOf('/api/bigcommerce/load', { signed_payload_jwt: await launchToken(test.edge, flaws) }));

describe('the load callback', () => {
  beforeEach(() => test.addStore());

  it.each([
    ['/', '/store/abc123'],
    ['/orders', '/store/abc123/orders'],
    ['/extension/abc123/orders/106', '/extension/abc123/orders/106'],
    ['//evil.example/x', '/store/abc123'],
    ['https://evil.example/', '/store/abc123'],
    ['/store/other/settings', '/store/abc123'],
  ])('leads from %s to %s', async (url, path) => {
    const response = await loadWith({ claims: { url } });
    expect(locationOf(response)).toMatch(new RegExp(`^303 ${path}\\?once=code-\\d+$`));
    expect(response.headers.get('location')).not.toContain('jwt');
    expect(response.headers.get('set-cookie')).toContain('Partitioned');
  });

  it('shows a page for a token that is forged, past its time, or missing', async () => {
    expect(locationOf(await loadWith({ secret: 'forged' }))).toBe('303 /app-error?reason=load-invalid');
    expect(locationOf(await loadWith({ claims: { exp: 1_700_000_000 } }))).toBe('303 /app-error?reason=load-expired');
    expect(locationOf(await load(requestOf('/api/bigcommerce/load', {})))).toBe('303 /app-error?reason=load-invalid');
  });

  it('shows a page when the same launch is used twice', async () => {
    const request = requestOf('/api/bigcommerce/load', { signed_payload_jwt: await launchToken(test.edge) });
    expect(locationOf(await load(request))).toContain('/store/abc123');
    expect(locationOf(await load(request))).toBe('303 /app-error?reason=load-expired');
  });

  it('shows a page when the store is not installed', async () => {
    expect(locationOf(await loadWith({ claims: { sub: 'stores/unknown' } }))).toBe('303 /app-error?reason=not-installed');
  });

  it('shows a page when anything else goes wrong', async () => {
    test.edge.account.load = () => Promise.reject(new Error('database down'));
    expect(locationOf(await loadWith())).toBe('303 /app-error?reason=unknown');
  });
});

describe('the callbacks of BigCommerce’s server', () => {
  beforeEach(() => test.addStore());
  const tell = async (route: typeof uninstall, flaws: Parameters<typeof launchToken>[1] = {}) =>
    (await route(requestOf('/api/bigcommerce/x', { signed_payload_jwt: await launchToken(test.edge, flaws) }))).status;

  it('uninstall the store for its owner', async () => {
    expect(await tell(uninstall, { claims: { user: { ...OWNER, locale: 'en' } } })).toBe(200);
    expect(await test.database.tables.stores.find(STORE)).toMatchObject({ state: 'uninstalled', accessToken: null });
  });

  it('answer 200 for a store that nobody knows: there is nothing left to do', async () => {
    expect(await tell(uninstall, { claims: { sub: 'stores/unknown' } })).toBe(200);
  });

  it('remove the person, not the store', async () => {
    expect(await tell(removeUser)).toBe(200);
    expect(await test.database.tables.members.find(STORE, STAFF.id)).toBeNull();
    expect(await test.database.tables.stores.find(STORE)).toMatchObject({ state: 'active' });
  });

  it.each([
    ['uninstall', uninstall],
    ['remove-user', removeUser],
  ] as const)('%s: 401 for a forged token, 400 without one', async (_, route) => {
    expect(await tell(route, { secret: 'forged' })).toBe(401);
    expect(await tell(route, { claims: { aud: 'other' } })).toBe(401);
    expect((await route(requestOf('/api/bigcommerce/x', {}))).status).toBe(400);
    expect(await test.database.tables.stores.find(STORE)).toMatchObject({ state: 'active' });
    expect(await test.database.tables.members.find('abc123' as StoreHash, STAFF.id)).not.toBeNull();
  });
});
