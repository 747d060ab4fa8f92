import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OrderId, type StoreHash } from '../../../../../lib/domain/ids';
import type { SessionView } from '../../../../../lib/domain/views/views';
import { STAFF, STORE } from '../../../../../lib/engine/account/testing/create-test-account';
import { APP_URL, createTestEdge, launchToken } from '../../../../../lib/web/testing/create-test-edge';
import { GET as load } from '../../../bigcommerce/load/route';
import { POST as importOrders } from '../orders/import/route';
import { GET as overview } from '../overview/route';
import { DELETE, POST } from './route';

const current = vi.hoisted(() => ({ edge: undefined as unknown }));
vi.mock('../../../../../lib/web/edge', () => ({ edge: async () => current.edge }));
vi.mock('../../../../../lib/logger', () => ({ logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

const OTHER = 'other99' as StoreHash;

let test: ReturnType<typeof createTestEdge>;
beforeEach(async () => {
  test = createTestEdge();
  current.edge = test.edge;
  await test.addStore(STORE);
  await test.addStore(OTHER);
  test.edge.pages.overview = async (storeHash) => ({ store: { hash: storeHash } }) as never;
});

const OURS = { origin: APP_URL, 'sec-fetch-site': 'same-origin' };
const paramsOf = (storeHash: string) => ({ params: Promise.resolve({ storeHash }) });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const postSession = (storeHash: string, { body = {}, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}) =>
  POST(
    new NextRequest(`${APP_URL}/api/stores/${storeHash}/session`, { method: 'POST', body: JSON.stringify(body), headers: { ...OURS, ...headers } }),
    paramsOf(storeHash),
  );

/** A launch as BigCommerce makes it: the code and the cookie that the browser then has. */
const launch = async (storeHash: StoreHash) => {
  const token = await launchToken(test.edge, { claims: { sub: `stores/${storeHash}` } });
  const response = await load(new Request(`${APP_URL}/api/bigcommerce/load?signed_payload_jwt=${token}`));
  const code = new URL(response.headers.get('location') ?? '').searchParams.get('once') ?? '';
  return { code, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
};

const signIn = async (storeHash: StoreHash): Promise<string> => {
  const response = await postSession(storeHash, { body: { code: (await launch(storeHash)).code } });
  return ((await response.json()) as SessionView).token;
};

const look = (storeHash: string, headers: Record<string, string>) => overview(new Request(`${APP_URL}/api/stores/${storeHash}/overview`, { headers }), paramsOf(storeHash));

describe('starting a session', () => {
  it('redeems the code of a launch, without any cookie', async () => {
    const { code } = await launch(STORE);
    const response = await postSession(STORE, { body: { code } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const session = (await response.json()) as SessionView;
    expect(session).toMatchObject({ user: { ...STAFF, locale: 'en-AU' }, isOwner: false, expiresAt: '2026-01-15T03:35:00.000Z' });
    expect((await look(STORE, bearer(session.token))).status).toBe(200);
  });

  it('refuses a code that was used, and one for another store', async () => {
    const { code } = await launch(STORE);
    await postSession(STORE, { body: { code } });
    expect((await postSession(STORE, { body: { code } })).status).toBe(401);
    expect((await postSession(OTHER, { body: { code: (await launch(STORE)).code } })).status).toBe(401);
  });

  it('takes the cookie when the frame was reloaded, for its own store alone', async () => {
    const { cookie } = await launch(STORE);
    expect((await postSession(STORE, { headers: { cookie } })).status).toBe(200);
    expect((await postSession(OTHER, { headers: { cookie } })).status).toBe(401);
  });

  it('renews against a bearer that still lives', async () => {
    const token = await signIn(STORE);
    await test.clock.advance(14 * 60_000);
    const renewed = (await (await postSession(STORE, { headers: bearer(token) })).json()) as SessionView;
    await test.clock.advance(2 * 60_000);
    expect((await look(STORE, bearer(token))).status).toBe(401);
    expect((await look(STORE, bearer(renewed.token))).status).toBe(200);
  });

  it('does not make a session older than a day young again', async () => {
    let token = await signIn(STORE);
    for (let quarter = 0; quarter < 24 * 4 + 1; quarter += 1) {
      await test.clock.advance(14.9 * 60_000);
      const response = await postSession(STORE, { headers: bearer(token) });
      if (response.status === 200) token = ((await response.json()) as SessionView).token;
    }
    expect((await postSession(STORE, { headers: bearer(token) })).status).toBe(401);
  });

  it.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another site, whatever origin it claims', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
    ['without an origin', { origin: '' }],
  ])('is refused %s', async (_, headers) => {
    const { code, cookie } = await launch(STORE);
    const refused = await postSession(STORE, { body: { code }, headers: { ...headers, cookie } });
    expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ message: 'Only the app’s own pages may start a session.' })]);
    // The code was not spent by it.
    expect((await postSession(STORE, { body: { code } })).status).toBe(200);
  });

  it('says where the app opens anew when nothing vouches for the person', async () => {
    const response = await postSession(STORE);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'signed-out', reopenUrl: 'https://store-abc.mybigcommerce.com/manage/app/4711' });
  });

  it.each([[{ code: 7 }], [{ code: '' }], [{ code: 'x', storeHash: 'y' }], [[]], ['text']])('refuses %j', async (body) => {
    expect((await postSession(STORE, { body })).status).toBe(400);
  });

  it('refuses a body that is no JSON', async () => {
    const request = new NextRequest(`${APP_URL}/api/stores/${STORE}/session`, { method: 'POST', body: '{', headers: OURS });
    expect((await POST(request, paramsOf(STORE))).status).toBe(400);
  });
});

describe('the guard', () => {
  it('knows no store whose name could not be one', async () => {
    expect((await look('..%2Fevil', bearer(await signIn(STORE)))).status).toBe(404);
  });

  it('lets nobody in without a bearer, and the cookie is none', async () => {
    const { cookie } = await launch(STORE);
    const value = cookie.slice(cookie.indexOf('=') + 1);
    expect((await look(STORE, {})).status).toBe(401);
    expect((await look(STORE, { cookie })).status).toBe(401);
    expect((await look(STORE, bearer(value))).status).toBe(401);
    expect((await look(STORE, { authorization: 'Basic eDp5' })).status).toBe(401);
  });

  it('does not start a session with a bearer in the cookie’s place', async () => {
    const token = await signIn(STORE);
    expect((await postSession(STORE, { headers: { cookie: `__Host-session=${token}` } })).status).toBe(401);
  });

  it('keeps two stores in two tabs apart, however their requests interleave', async () => {
    const seen: string[] = [];
    test.edge.pages.importOrders = async (storeHash, ids) => {
      seen.push(`${storeHash}:${ids.join()}`);
      return { queued: [...ids], notQueued: [] };
    };
    // One browser: the second launch replaced the first one's cookie.
    const tokens = { [STORE]: await signIn(STORE), [OTHER]: await signIn(OTHER) };
    const { cookie } = await launch(OTHER);
    const write = (storeHash: StoreHash, token: string | undefined, id: number) =>
      importOrders(
        new Request(`${APP_URL}/x`, { method: 'POST', body: JSON.stringify({ orderIds: [OrderId.parse(id)] }), headers: { ...bearer(token ?? ''), cookie } }),
        paramsOf(storeHash),
      );
    const answers = await Promise.all([
      write(STORE, tokens[STORE], 1),
      write(OTHER, tokens[OTHER], 2),
      write(STORE, tokens[OTHER], 3),
      write(OTHER, tokens[STORE], 4),
      write(STORE, tokens[STORE], 5),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 401, 200]);
    expect(seen.sort()).toEqual(['abc123:1', 'abc123:5', 'other99:2']);
  });

  it('notes that somebody looks', async () => {
    await look(STORE, bearer(await signIn(STORE)));
    expect((await test.database.tables.stores.find(STORE))?.lastSeenAt).toBe(test.clock.now());
  });

  it('answers an unexpected error with a reference, and no word of it', async () => {
    test.edge.pages.overview = () => Promise.reject(new Error('password is hunter2'));
    const response = await look(STORE, bearer(await signIn(STORE)));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toMatch(/reference [0-9a-f]{8}/);
    expect(text).not.toContain('hunter2');
  });
});

describe('logging out', () => {
  const leave = (storeHash: StoreHash, headers: Record<string, string>) =>
    DELETE(new NextRequest(`${APP_URL}/api/stores/${storeHash}/session`, { method: 'DELETE', headers }), paramsOf(storeHash));

  it('ends every session of the person with this store, and takes the cookie', async () => {
    const token = await signIn(STORE);
    const { cookie } = await launch(STORE);
    const response = await leave(STORE, { ...bearer(token), cookie });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-session=; .*Max-Age=0.*Partitioned/i);
    await test.clock.advance(1);
    expect((await look(STORE, bearer(token))).status).toBe(401);
    expect((await postSession(STORE, { headers: { cookie } })).status).toBe(401);
    expect((await postSession(STORE, { headers: bearer(token) })).status).toBe(401);
  });

  it('leaves another store’s tab and its cookie alone', async () => {
    const token = await signIn(STORE);
    const other = await signIn(OTHER);
    const { cookie } = await launch(OTHER);
    const response = await leave(STORE, { ...bearer(token), cookie });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect((await look(OTHER, bearer(other))).status).toBe(200);
  });

  it('needs the bearer: nobody is logged out by a link', async () => {
    const { cookie } = await launch(STORE);
    expect((await leave(STORE, { cookie })).status).toBe(401);
    expect((await postSession(STORE, { headers: { cookie } })).status).toBe(200);
  });
});
