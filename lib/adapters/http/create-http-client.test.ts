import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AccessLost, BrokenContract, LeaseLost, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../engine/ports/failures';
import type { CallReport } from './call-report';
import { createHttpClient, type HttpClientOptions } from './create-http-client';
import type { Pacer } from './pacer';
import { drop, empty, hang, html, json, startLocalServer, truncate, type LocalServer, type Reply } from './testing/local-server';
import { createQuickClock, type QuickClock } from './testing/quick-clock';
import { unpaced } from './unpaced';

const thing = z.object({ id: z.int() });
const TOKEN = 'secret-token-123456';
const headers = { 'X-Auth-Token': TOKEN };

let server: LocalServer;
let clock: QuickClock;

beforeEach(async () => {
  server = await startLocalServer();
  clock = createQuickClock();
});
afterEach(() => server[Symbol.asyncDispose]());

const clientOf = (options: Partial<HttpClientOptions> = {}) =>
  createHttpClient({
    side: 'bigcommerce',
    baseUrl: server.url,
    transport: (url, init) => fetch(url, init),
    clock,
    random: () => 0.5,
    pacer: unpaced,
    timeouts: { readMs: 300, writeMs: 300 },
    ...options,
  });

const read = (options?: Partial<HttpClientOptions>) => clientOf(options).read({ path: '/things/1', query: { a: 'b c', none: undefined }, headers }, thing);
const write = (options?: Partial<HttpClientOptions>) => clientOf(options).write({ method: 'POST', path: '/things', headers, body: { json: { name: 'x' } } }, thing);

/** What it was, and how often the server heard of it. */
const failureOf = async (call: () => Promise<unknown>): Promise<{ failure: unknown; calls: number }> => {
  const failure = await call().then(
    () => null,
    (error: unknown) => error,
  );
  return { failure, calls: server.received.length };
};

/** Where nobody listens any more. */
const deserted = async (): Promise<string> => {
  await using closed = await startLocalServer();
  return closed.url;
};

const AGAIN = 3;

describe('a read', () => {
  it('sends query and headers and gives what was parsed', async () => {
    server.replies(json(200, { id: 7, more: true }));
    expect(await read()).toEqual({ id: 7 });
    expect(server.received[0]).toMatchObject({ method: 'GET', url: '/things/1?a=b+c', headers: { 'x-auth-token': TOKEN, accept: 'application/json' } });
  });

  it.each<[string, Reply, unknown, number]>([
    ['a dropped connection', drop, TransientFailure, AGAIN],
    ['a server that never answers', hang, TransientFailure, AGAIN],
    ['a body cut off', truncate, TransientFailure, AGAIN],
    ['500', json(500, {}), TransientFailure, AGAIN],
    ['503 with a page', html(503, '<h1>Maintenance</h1>'), TransientFailure, AGAIN],
    ['408', json(408, {}), TransientFailure, AGAIN],
    ['a page instead of JSON', html(200, '<p>Hello</p>'), BrokenContract, AGAIN],
    ['423', json(423, {}), TransientFailure, 1],
    ['401', json(401, {}), AccessLost, 1],
    ['403', json(403, {}), RefusedByVendor, 1],
    ['404', json(404, {}), RefusedByVendor, 1],
    ['422', json(422, {}), RefusedByVendor, 1],
    ['501', json(501, {}), RefusedByVendor, 1],
    ['429', json(429, {}), QuotaExhausted, 1],
    ['302', empty(302, { location: '/elsewhere' }), BrokenContract, 1],
    ['another shape', json(200, { id: 'seven' }), BrokenContract, 1],
    ['204 where something was due', empty(204), BrokenContract, 1],
  ])('takes %s for what it is', async (_name, reply, kind, calls) => {
    server.replies(reply);
    expect(await failureOf(read)).toEqual({ failure: expect.any(kind as never) as unknown, calls });
  });

  it.each<[string, Reply]>([
    ['a dropped connection', drop],
    ['a cut body', truncate],
    ['502', json(502, {})],
    ['a page instead of JSON', html(200, '<p>Hello</p>')],
  ])('succeeds when %s was an accident', async (_name, accident) => {
    server.replies(accident, accident, json(200, { id: 7 }));
    expect(await read()).toEqual({ id: 7 });
    expect(clock.slept).toEqual([300, 900]);
  });

  it('gives null for 204 when the schema expects it', async () => {
    server.replies(empty(204));
    expect(await clientOf().read({ path: '/things' }, z.array(thing).nullable())).toBeNull();
  });

  it('is a transient failure when nobody listens', async () => {
    const baseUrl = await deserted();
    const { failure } = await failureOf(() => read({ baseUrl }));
    expect(failure).toBeInstanceOf(TransientFailure);
    expect(String(failure)).toContain('ECONNREFUSED');
  });

  it('gives up on a body without end', async () => {
    server.replies(html(200, 'x'.repeat(5000)));
    expect(await failureOf(() => read({ maxBytes: 1000 }))).toEqual({ failure: expect.any(BrokenContract) as unknown, calls: 1 });
  });

  it('hands on when to come back', async () => {
    server.replies(json(503, {}, { 'retry-after': '7' }));
    const { failure } = await failureOf(read);
    expect(failure).toMatchObject({ retryAfterMs: 7000 });
  });
});

describe('a write', () => {
  it('sends JSON or a form and gives what was parsed', async () => {
    server.replies(json(201, { id: 9 }));
    expect(await write()).toEqual({ id: 9 });
    await clientOf().write({ method: 'POST', path: '/token', body: { form: { code: 'a&b' } } }, thing);
    expect(server.received.map(({ body, headers: sent }) => [sent['content-type'], body])).toEqual([
      ['application/json', '{"name":"x"}'],
      ['application/x-www-form-urlencoded', 'code=a%26b'],
    ]);
  });

  it('is not sent by a process that may not speak for the store, and its turn goes to another call', async () => {
    let permits = 0;
    const pacer: Pacer = {
      ...unpaced,
      acquire: async () => {
        permits += 1;
        return { observe: () => undefined, release: () => void (permits -= 1) };
      },
    };
    const maySpeak = () => {
      throw new LeaseLost('slept too long');
    };
    await expect(write({ pacer, maySpeak })).rejects.toThrow(LeaseLost);
    expect({ permits, calls: server.received.length }).toEqual({ permits: 0, calls: 0 });
    server.replies(json(200, { id: 7 }));
    await expect(read({ pacer, maySpeak })).resolves.toEqual({ id: 7 });
  });

  it.each<[string, Reply, unknown]>([
    ['a dropped connection', drop, UnknownOutcome],
    ['a server that never answers', hang, UnknownOutcome],
    ['a body cut off', truncate, UnknownOutcome],
    ['500', json(500, {}), UnknownOutcome],
    ['502 with a page', html(502, '<h1>Bad gateway</h1>'), UnknownOutcome],
    ['503', json(503, {}), UnknownOutcome],
    ['a page instead of JSON', html(200, '<p>Hello</p>'), UnknownOutcome],
    ['an answer without what was asked for', json(201, {}), UnknownOutcome],
    ['an empty answer where an id was due', empty(204), UnknownOutcome],
    ['303', empty(303, { location: '/things/9' }), UnknownOutcome],
    ['400', json(400, {}), RefusedByVendor],
    ['401', json(401, {}), AccessLost],
    ['403', json(403, {}), RefusedByVendor],
    ['409', json(409, {}), RefusedByVendor],
    ['422', json(422, {}), RefusedByVendor],
    ['501', json(501, {}), RefusedByVendor],
    ['507', json(507, {}), RefusedByVendor],
    ['423', json(423, {}), TransientFailure],
    ['429', json(429, {}), QuotaExhausted],
  ])('is sent once, and takes %s for what it is', async (_name, reply, kind) => {
    server.replies(reply);
    expect(await failureOf(write)).toEqual({ failure: expect.any(kind as never) as unknown, calls: 1 });
    expect(clock.slept).toEqual([]);
  });

  it('has not happened when nobody listens', async () => {
    for (const baseUrl of [await deserted(), 'http://no-such-host.invalid']) {
      expect((await failureOf(() => write({ baseUrl }))).failure).toBeInstanceOf(TransientFailure);
    }
  });

  it('calls a 401 at a token endpoint a refusal', async () => {
    server.replies(json(401, { error: 'invalid_client' }));
    expect((await failureOf(() => write({ hasAccess: false }))).failure).toBeInstanceOf(RefusedByVendor);
  });
});

describe('what is told', () => {
  it('reports each call without its query', async () => {
    const reports: CallReport[] = [];
    server.replies(json(500, {}), json(200, { id: 1 }));
    await read({ onCall: (report) => reports.push(report) });
    expect(reports.map(({ side, method, path, status }) => [side, method, path, status])).toEqual([
      ['bigcommerce', 'GET', '/things/1', 500],
      ['bigcommerce', 'GET', '/things/1', 200],
    ]);
  });

  it('gives the reason in plain words, and takes our own secrets out of it', async () => {
    server.replies(html(403, `<html><body><h1>No</h1><script>x()</script> for &quot;${TOKEN}&quot;</body></html>`));
    const { failure } = await failureOf(read);
    expect(failure).toMatchObject({ side: 'bigcommerce', status: 403, reason: 'No for "[secret]"' });
  });

  it('names what is wrong with an answer, but no value of it', async () => {
    server.replies(json(200, { id: 'jane@example.com' }));
    const { failure } = await failureOf(read);
    expect(String(failure)).toContain('GET /things/1: id:');
    expect(String(failure)).not.toContain('jane');
  });
});
