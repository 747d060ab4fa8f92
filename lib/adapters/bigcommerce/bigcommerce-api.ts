import type { z } from 'zod';
import type { HttpCall, Method, Query } from '../http/http-call';
import type { HttpClient } from '../http/create-http-client';
import { parseWire } from '../http/parse-wire';

export interface Sent<B> {
  schema: z.ZodType<B>;
  value: B;
}

export interface BigCommerceApi {
  get<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<T>;
  /** Parses what is sent before it is sent. */
  send<B, T>(method: Exclude<Method, 'GET'>, request: { path: string; body?: Sent<B> }, answer: z.ZodType<T>): Promise<T>;
  /** A GraphQL query: sent by POST, yet free of effects, so it may be repeated. */
  ask<B, T>(request: { path: string; body: Sent<B> }, answer: z.ZodType<T>): Promise<T>;
}

/** The calls below `/stores/{hash}` with the store's token. */
export const createBigCommerceApi = (http: HttpClient, accessToken: string): BigCommerceApi => {
  // `X-Auth-Client` is no longer needed; V2 still speaks XML unless asked for JSON, which adapters/http always does.
  const headers = { 'X-Auth-Token': accessToken, 'User-Agent': 'bigcommerce-hike-connector' };
  const callOf = <B>(method: Method, path: string, body: Sent<B> | undefined): HttpCall => ({
    method,
    path,
    headers,
    ...(body && { body: { json: parseWire(body.schema, body.value, { side: 'bigcommerce', what: `body of ${method} ${path}` }) } }),
  });
  return {
    get: (path, query, schema) => http.read({ path, query, headers }, schema),
    send: async (method, { path, body }, answer) => http.write(callOf(method, path, body), answer),
    ask: async ({ path, body }, answer) => http.read(callOf('POST', path, body), answer),
  };
};
