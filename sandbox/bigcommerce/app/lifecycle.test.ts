import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECRET, send, TestSandbox } from '../../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

const key = new TextEncoder().encode(SECRET);

interface Token {
  access_token: string;
  error: string;
}

async function callback(): Promise<URLSearchParams> {
  const { body } = await sandbox.control<{ url: string }>('POST', '/stores/demo/install');
  const url = new URL(body.url);
  expect(url.origin + url.pathname).toBe(`${sandbox.app.url}/api/bigcommerce/auth`);
  return url.searchParams;
}

function redeem(query: URLSearchParams, more: object = {}) {
  const body = {
    client_id: 'demo-bigcommerce-client',
    client_secret: SECRET,
    code: query.get('code'),
    context: query.get('context'),
    scope: query.get('scope'),
    grant_type: 'authorization_code',
    redirect_uri: `${sandbox.app.url}/api/bigcommerce/auth`,
    ...more,
  };
  return send<Token>(`${sandbox.running.urls.bigcommerceUrl}/oauth2/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

const storeStatus = async (token: string) => {
  sandbox.token = token;
  return (await sandbox.call('GET', '/v2/store')).status;
};

test('a code becomes a token once, and installing again replaces the token', async () => {
  const query = await callback();
  const first = await redeem(query);
  expect(first.body).toMatchObject({ context: 'stores/demo', user: { id: 9_128_001 }, owner: { id: 9_128_001 }, scope: query.get('scope') });
  expect(await storeStatus(first.body.access_token)).toBe(200);
  expect((await redeem(query)).body.error).toBe('invalid_grant');
  const second = await redeem(await callback());
  expect(await storeStatus(first.body.access_token)).toBe(401);
  expect(await storeStatus(second.body.access_token)).toBe(200);
});

test.each([
  ['another secret', { client_secret: 'nope' }, 401],
  ['another redirect address', { redirect_uri: 'http://127.0.0.1/api/bigcommerce/auth/' }, 400],
  ['another scope', { scope: 'store_v2_orders' }, 400],
  ['another store', { context: 'stores/other' }, 400],
  ['no grant type', { grant_type: undefined }, 400],
])('a code is refused with %s', async (_what, more, status) => {
  expect((await redeem(await callback(), more)).status).toBe(status);
});

test('the load token carries the claims of the reference', async () => {
  const { body } = await sandbox.control<{ jwt: string; url: string }>('POST', '/stores/demo/load', { userId: 9_128_002, url: '/ext/orders/106' });
  const { payload } = await jwtVerify(body.jwt, key, { algorithms: ['HS256'], issuer: 'bc', audience: 'demo-bigcommerce-client' });
  expect(payload).toMatchObject({
    sub: 'stores/demo',
    user: { id: 9_128_002, email: 'ben.staff@example.com', locale: 'en-AU' },
    owner: { id: 9_128_001, email: 'ana.owner@example.com' },
    url: '/ext/orders/106',
    channel_id: null,
  });
  expect(payload.exp! - payload.iat!).toBe(86_400);
  expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/);
  expect(body.url).toContain(`${sandbox.app.url}/api/bigcommerce/load?signed_payload_jwt=`);
});

test.each(['expired', 'not-yet-valid', 'wrong-audience', 'wrong-issuer', 'wrong-secret', 'alg-none', 'alg-hs512'])('a token that is %s is refused by a careful reader', async (flaw) => {
  const { body } = await sandbox.control<{ jwt: string }>('POST', '/stores/demo/load', { flaw });
  await expect(jwtVerify(body.jwt, key, { algorithms: ['HS256'], issuer: 'bc', audience: 'demo-bigcommerce-client' })).rejects.toThrow();
  expect(decodeProtectedHeader(body.jwt).alg).toBe(flaw === 'alg-none' ? 'none' : flaw === 'alg-hs512' ? 'HS512' : 'HS256');
});

test('an uninstall kills the token and the hooks and tells the app; a silent one tells nobody', async () => {
  await sandbox.call('POST', '/v3/hooks', { scope: 'store/order/created', destination: `${sandbox.app.url}/hooks` });
  const { token } = sandbox;
  const { body } = await sandbox.control<{ callbackStatus: number }>('POST', '/stores/demo/uninstall');
  expect(body.callbackStatus).toBe(200);
  const [heard] = sandbox.app.heard;
  expect(heard?.path).toBe('/api/bigcommerce/uninstall');
  const { payload } = await jwtVerify(heard!.query.get('signed_payload_jwt')!, key);
  expect(payload.sub).toBe('stores/demo');
  expect(await storeStatus(token)).toBe(401);
  await sandbox.connect();
  expect((await sandbox.call<{ data: unknown[] }>('GET', '/v3/hooks')).body.data).toEqual([]);
  await sandbox.control('POST', '/stores/demo/uninstall', { silent: true });
  expect(sandbox.app.heard).toHaveLength(1);
});

test('removing a user tells the app about that user', async () => {
  await sandbox.control('DELETE', '/stores/demo/users/9128002');
  const { payload } = await jwtVerify(sandbox.app.heard[0]!.query.get('signed_payload_jwt')!, key);
  expect(sandbox.app.heard[0]!.path).toBe('/api/bigcommerce/remove-user');
  expect(payload['user']).toMatchObject({ id: 9_128_002 });
});

test('app extensions: two per model, errors in a 200 answer, label replaced as a whole', async () => {
  const graphql = <T>(query: string, input?: unknown) => sandbox.call<T>('POST', '/graphql', { query, variables: { input } });
  const create = (url: string) =>
    graphql<{ data: { createAppExtension: { appExtension: { id: string } } } | null; errors?: { message: string }[] }>(
      'mutation appExtension($input: CreateAppExtensionInput!) { createAppExtension(input: $input) { appExtension { id } } }',
      { context: 'PANEL', model: 'ORDERS', url, label: { defaultValue: 'Import', locales: [] } },
    );
  const first = await create('/extension/orders/${id}');
  await create('/other/${id}');
  const third = await create('/third/${id}');
  expect(first.body.data?.createAppExtension.appExtension.id).toMatch(/^bc\/store\/appExtension\/\d+$/);
  expect([third.status, third.body.data, third.body.errors?.length]).toEqual([200, null, 1]);
  const id = first.body.data!.createAppExtension.appExtension.id;
  const update = 'mutation ($input: UpdateAppExtensionInput!) { updateAppExtension(input: $input) { appExtension { id } } }';
  await graphql(update, { id, data: { label: { defaultValue: 'Import to Hike', locales: [{ value: 'Hike', localeCode: 'fr' }] } } });
  await graphql('mutation ($input: DeleteAppExtensionInput!) { deleteAppExtension(input: $input) { deletedAppExtensionId } }', { id: 'bc/store/appExtension/2' });
  const list = await graphql<{ data: { store: { appExtensions: { edges: { node: { label: { defaultValue: string } } }[] } } } }>('query { store { appExtensions { edges { node { id } } } } }');
  expect(list.body.data.store.appExtensions.edges.map((edge) => edge.node.label.defaultValue)).toEqual(['Import to Hike']);
});
