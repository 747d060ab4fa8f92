import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Exchange, Fault, SandboxCore, Side } from './contract.ts';
import { playFault, type Played, type PlatformAnswers } from './play-fault.ts';

export interface CoreOptions {
  side: Side;
  core: SandboxCore;
  /** Whom a call belongs to: the store hash or the Hike shop id; undefined before anybody is known. */
  tenantOf(request: Request): string | undefined;
  answers: PlatformAnswers;
  /** Paths that are recorded and may fail; the pages for people are usually left out. Absent: all. */
  covers?(path: string): boolean;
  /** The platform itself waits out the sandbox's latency, because it counts the calls that are under way. */
  waitsItself?: boolean;
}

type Inner = { fetch(request: Request, env?: unknown): Response | Promise<Response> };

const TEXT = /json|text|xml|urlencoded/;

function parsed(bytes: ArrayBuffer, contentType: string | null): unknown {
  if (bytes.byteLength === 0) return undefined;
  if (!TEXT.test(contentType ?? 'text')) return `(${bytes.byteLength} bytes of ${contentType})`;
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

interface Call {
  request: Request;
  body: ArrayBuffer;
  at: string;
  /** Of `performance.now()`. */
  began: number;
  tenant: string | undefined;
  fault: Fault | undefined;
}

/** A request whose body can be read again; a `Request` gives its body only once. */
function again(call: Call): Request {
  const { request, body } = call;
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && body.byteLength > 0;
  return new Request(request.url, { method: request.method, headers: request.headers, ...(hasBody ? { body } : {}) });
}

/** An answer as it was on the wire. */
interface Wire {
  status: number;
  headers: Headers;
  body: ArrayBuffer;
}

/** The bodies are kept as bytes and read only when somebody asks: most exchanges are never looked at. */
function exchangeOf(call: Call, options: CoreOptions, answer: Wire): Exchange {
  const { request, body, fault } = call;
  const url = new URL(request.url);
  // Text, not the request: that would stay alive as long as the exchange is kept.
  const [sent, received] = [request.headers.get('content-type'), answer.headers.get('content-type')];
  const { body: answered } = answer;
  return {
    at: call.at,
    side: options.side,
    tenant: call.tenant,
    method: request.method,
    path: url.pathname + url.search,
    requestHeaders: Object.fromEntries(request.headers),
    get requestBody() {
      return parsed(body, sent);
    },
    status: answer.status,
    responseHeaders: Object.fromEntries(answer.headers),
    get responseBody() {
      return parsed(answered, received);
    },
    ms: performance.now() - call.began,
    ...(fault ? { fault: `${fault.when} ${fault.kind}` } : {}),
  };
}

const NOTHING = new ArrayBuffer(0);

async function wireOf({ status, response }: { status: number; response: Response }): Promise<Wire> {
  if (status === 0 || response.headers.has('x-hono-already-sent')) return { status, headers: new Headers(), body: NOTHING };
  return { status, headers: response.headers, body: await response.clone().arrayBuffer() };
}

async function answerWithFault(call: Call & { fault: Fault }, options: CoreOptions, run: () => Promise<Response>) {
  const { fault } = call;
  // 'after' on a refusal or a cut line: the effect happens, the caller does not learn of it.
  const effect = fault.when === 'after' ? await run() : undefined;
  return async (env: HttpBindings | undefined) =>
    playFault({ fault, request: call.request, env, answers: options.answers, answer: async () => effect ?? run() });
}

/**
 * Wraps a platform's application: every covered call is recorded, and the faults that the control API set are played on
 * it. Serve the returned application instead of the inner one. Works with any object that has `fetch`, so a Hono app can
 * be built without knowing that it is wrapped:
 *
 *     const app = withCore(api, { side: 'hike', core, tenantOf, answers });
 */
export function withCore(inner: Inner, options: CoreOptions): Hono<{ Bindings: HttpBindings }> {
  const { core, side } = options;
  const outer = new Hono<{ Bindings: HttpBindings }>();

  outer.all('*', async (context) => {
    const request = context.req.raw;
    const path = new URL(request.url).pathname;
    if (options.covers && !options.covers(path)) return inner.fetch(request, context.env);

    const tenant = options.tenantOf(request);
    const fault = core.faults.take({ side, tenant, method: request.method, path });
    const call: Call = { request, body: await request.arrayBuffer(), at: core.clock.now().toISOString(), began: performance.now(), tenant, fault };
    const run = async () => {
      if (!options.waitsItself) await core.latency.wait();
      return inner.fetch(again(call), context.env);
    };
    const record = async (played: Played) => {
      const wire = await wireOf(played);
      core.exchanges.add(exchangeOf(call, options, wire), call.body.byteLength + wire.body.byteLength);
      return played.response;
    };

    if (fault === undefined) {
      const response = await run();
      return record({ status: response.status, response });
    }
    core.log(`${side}: fault ${fault.when} ${fault.kind} on ${request.method} ${path}`);
    const play = await answerWithFault({ ...call, fault }, options, run);
    return record(await play(context.env));
  });
  return outer;
}
