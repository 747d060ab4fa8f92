import { z } from 'zod';
import type { HttpCall, HttpFile, Method, Query } from '../http/http-call';
import type { HttpClient } from '../http/create-http-client';
import type { Lanes } from '../http/lanes';
import type { Priority } from '../http/pacer';
import { parseWire } from '../http/parse-wire';
import { laneOfCall } from './lane-of-call';

export interface Sent<B> {
  schema: z.ZodType<B>;
  value: B;
}

export interface BigCommerceApi {
  get<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<T>;
  /** Asks for any answer at all, and does not wait long for it. */
  probe(path: string): Promise<void>;
  /** Parses what is sent before it is sent. */
  send<B, T>(method: Exclude<Method, 'GET'>, request: { path: string; query?: Query; body?: Sent<B> }, answer: z.ZodType<T>): Promise<T>;
  /** A file with a few fields beside it. */
  upload<T>(path: string, form: { fields: Record<string, string>; file: HttpFile }, answer: z.ZodType<T>): Promise<T>;
  /** A GraphQL query: sent by POST, yet free of effects, so it may be repeated. */
  ask<B, T>(request: { path: string; body: Sent<B> }, answer: z.ZodType<T>): Promise<T>;
}

/** A first sync writes thousands of products: never at the cost of an order that somebody waits for. */
const priorityOf = (path: string): Priority => (path.startsWith('/v3/catalog/') ? 'ordinary' : 'urgent');

const PROBE_MS = 8_000;
const anyObject = z.record(z.string(), z.unknown());

interface ApiOptions {
  accessToken: string;
  lanes: Lanes;
}

/** The calls below `/stores/{hash}` with the store's token. */
export const createBigCommerceApi = (http: HttpClient, { accessToken, lanes }: ApiOptions): BigCommerceApi => {
  // `X-Auth-Client` is no longer needed; V2 still speaks XML unless asked for JSON, which adapters/http always does.
  const headers = { 'X-Auth-Token': accessToken, 'User-Agent': 'bigcommerce-hike-connector' };
  const callOf = <B>(method: Method, { path, query, body }: { path: string; query?: Query; body?: Sent<B> | undefined }): HttpCall => ({
    method,
    path,
    headers,
    ...(query && { query }),
    ...(body && { body: { json: parseWire(body.schema, body.value, { side: 'bigcommerce', what: `body of ${method} ${path}` }) } }),
  });
  return {
    get: (path, query, schema) => lanes.run(laneOfCall('GET', path), () => http.read({ path, query, headers }, schema)),
    probe: async (path) => void (await http.read({ path, headers, timeoutMs: PROBE_MS }, anyObject)),
    send: async (method, request, answer) => {
      const call = { ...callOf(method, request), priority: priorityOf(request.path) };
      return lanes.run(laneOfCall(method, request.path), () => http.write(call, answer));
    },
    upload: (path, multipart, answer) => http.write({ method: 'POST', path, headers, body: { multipart }, priority: priorityOf(path) }, answer),
    ask: async ({ path, body }, answer) => http.read(callOf('POST', { path, body }), answer),
  };
};
