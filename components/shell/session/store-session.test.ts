import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StoreSession } from './store-session';

const session = (token: string, lastsMs = 600_000) => ({
  token,
  expiresAt: new Date(Date.now() + lastsMs).toISOString(),
  user: { id: 7, email: 'ana@shop.example', locale: 'en-AU' },
  isOwner: true,
});
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, more = {}) => answer(status, { code: 'signed-out', message: 'No session.', ...more });

type Call = { url: string; method: string | undefined; body: unknown; bearer: string | undefined };

/** Answers in order and remembers what it was asked. */
const scripted = (...answers: (Response | Error)[]) => {
  const calls: Call[] = [];
  const http = async (url: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    calls.push({ url, method: init.method, body: init.body === undefined ? undefined : JSON.parse(String(init.body)), bearer: headers['authorization'] });
    const next = answers.shift();
    if (next === undefined) throw new Error(`unexpected call of ${url}`);
    if (next instanceof Error) throw next;
    return next;
  };
  return { http, calls };
};

describe('a store session', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('redeems the one-time code once, however often it is started', async () => {
    const { http, calls } = scripted(answer(200, session('t1')));
    const store = new StoreSession('abc', http);
    await Promise.all([store.start('one-time'), store.start(null)]);
    expect(calls).toEqual([{ url: '/api/stores/abc/session', method: 'POST', body: { code: 'one-time' }, bearer: undefined }]);
    expect(store.state()).toMatchObject({ status: 'signed-in', isOwner: true });
  });

  test('falls back on the cookie when the code is spent', async () => {
    const { http, calls } = scripted(refusal(401), answer(200, session('t1')));
    const store = new StoreSession('abc', http);
    await store.start('spent');
    expect(calls.map(({ body }) => body)).toEqual([{ code: 'spent' }, {}]);
    expect(store.state().status).toBe('signed-in');
  });

  test('says where to reopen the app when neither code nor cookie answers', async () => {
    const { http } = scripted(refusal(401), refusal(401, { reopenUrl: 'https://store.example/manage/app/1' }));
    const store = new StoreSession('abc', http);
    await store.start('spent');
    expect(store.state()).toEqual({ status: 'signed-out', message: 'No session.', reopenUrl: 'https://store.example/manage/app/1' });
  });

  test('calls it unreachable when no answer comes, and starts again when asked', async () => {
    const { http } = scripted(new TypeError('failed to fetch'), answer(200, session('t1')));
    const store = new StoreSession('abc', http);
    await store.start('code');
    expect(store.state().status).toBe('unreachable');
    await store.start(null);
    expect(store.state().status).toBe('signed-in');
  });

  test('sends the bearer, renews it once after a 401 and repeats the request', async () => {
    const { http, calls } = scripted(answer(200, session('t1')), refusal(401), refusal(401), answer(200, session('t2')), answer(200, { a: 1 }), answer(200, { b: 2 }));
    const store = new StoreSession('abc', http);
    await store.start(null);
    expect(await Promise.all([store.request('/a'), store.request('/b')])).toEqual([{ a: 1 }, { b: 2 }]);
    expect(calls.map(({ url, bearer }) => [url.replace('/api/stores/abc', ''), bearer])).toEqual([
      ['/session', undefined],
      ['/a', 'Bearer t1'],
      ['/b', 'Bearer t1'],
      ['/session', 'Bearer t1'],
      ['/a', 'Bearer t2'],
      ['/b', 'Bearer t2'],
    ]);
  });

  test('renews before the token expires', async () => {
    const { http, calls } = scripted(answer(200, session('t1', 120_000)), answer(200, session('t2')));
    const store = new StoreSession('abc', http);
    await store.start(null);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls[1]).toMatchObject({ method: 'POST', body: {}, bearer: 'Bearer t1' });
  });

  test('signs out when the renewal is refused', async () => {
    const { http } = scripted(answer(200, session('t1')), refusal(401), refusal(401, { reopenUrl: 'https://store.example/x' }));
    const store = new StoreSession('abc', http);
    await store.start(null);
    await expect(store.request('/a')).rejects.toMatchObject({ status: 401 });
    expect(store.state()).toMatchObject({ status: 'signed-out', reopenUrl: 'https://store.example/x' });
  });

  test('keeps the session when a renewal fails for a moment', async () => {
    const { http } = scripted(answer(200, session('t1')), refusal(401), answer(503, {}));
    const store = new StoreSession('abc', http);
    await store.start(null);
    await expect(store.request('/a')).rejects.toMatchObject({ status: 503 });
    expect(store.state().status).toBe('signed-in');
  });

  test('fetches a file with its bearer, and renews the session for it', async () => {
    const { http, calls } = scripted(answer(200, session('t1')), refusal(401), answer(200, session('t2')), new Response('SKU\r\nTEE-S\r\n'));
    const store = new StoreSession('abc', http);
    await store.start(null);
    expect(await (await store.download('/plan.csv')).text()).toBe('SKU\r\nTEE-S\r\n');
    expect(calls[3]).toMatchObject({ url: '/plan.csv', method: 'GET', bearer: 'Bearer t2' });
  });

  test('ends the session with its bearer on log-out and sends nothing afterwards', async () => {
    const { http, calls } = scripted(answer(200, session('t1')), new Response(null, { status: 204 }));
    const store = new StoreSession('abc', http);
    await store.start(null);
    await store.signOut();
    expect(calls[1]).toMatchObject({ method: 'DELETE', bearer: 'Bearer t1' });
    await expect(store.request('/a')).rejects.toMatchObject({ status: 401 });
    expect(calls).toHaveLength(2);
  });

  test('shows a refusal’s own sentence, and a plain one for a page that is no answer', async () => {
    const { http } = scripted(answer(200, session('t1')), answer(409, { code: 'conflict', message: 'Ana saved meanwhile.' }), new Response('<html>', { status: 502 }));
    const store = new StoreSession('abc', http);
    await store.start(null);
    await expect(store.request('/a')).rejects.toThrow('Ana saved meanwhile.');
    await expect(store.request('/b')).rejects.toThrow('did not answer as expected');
  });
});
