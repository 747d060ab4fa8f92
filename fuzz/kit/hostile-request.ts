import fc from 'fast-check';
import { NextRequest } from 'next/server';
import type { RouteSample } from '../samples/route-samples';
import { hostileHeader } from './hostile-headers';
import { hostileJson } from './hostile-json';
import { hostileText } from './hostile-text';

const APP_ORIGIN = 'https://app.example';

export interface HostileRequest {
  method: string;
  query: [name: string, value: string][];
  /** Parts of the path by name, the store's among them. */
  params: Record<string, string>;
  headers: [name: string, value: string][];
  /** Whose bearer goes along; what that is, the caller knows. */
  bearer: string;
  body: string | null;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND', 'QUERY'];

const header = fc.oneof(
  fc.tuple(fc.constantFrom('cookie', 'content-type', 'content-length', 'x-hook-secret', 'webhook-id', 'webhook-signature', 'x-forwarded-host', 'accept', 'host'), hostileHeader),
  fc.constantFrom<[string, string]>(['origin', APP_ORIGIN], ['origin', 'https://evil.example'], ['sec-fetch-site', 'same-origin'], ['sec-fetch-site', 'cross-site'], ['content-length', '-1'], ['content-length', '1']),
);

/** The sample's own values, some of them replaced, doubled or joined by others. */
const queryOf = (samples: readonly Record<string, string>[]): fc.Arbitrary<[string, string][]> => {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  const name = names.length > 0 ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: hostileText }) : hostileText;
  const given = samples.length > 0 ? fc.constantFrom(...samples).map((sample) => Object.entries(sample)) : fc.constant<[string, string][]>([]);
  return fc.tuple(given, fc.array(fc.tuple(name, hostileText), { maxLength: 2 })).map(([some, more]) => [...some, ...more]);
};

const bodyOf = (samples: readonly unknown[]): fc.Arbitrary<string | null> =>
  samples.length > 0 ? fc.option(hostileJson(...samples), { freq: 15 }) : fc.option(fc.oneof(fc.constant('{}'), hostileText));

interface Hostility {
  method: string;
  /** Texts that stand in the path now and then, by name of the part. */
  params: Record<string, readonly string[]>;
  /** Who may be asked as. */
  bearers: readonly string[];
}

/** A request to one route, hostile in one or several of its parts. */
export const hostileRequest = ({ query = [], body = [] }: RouteSample, { method, params, bearers }: Hostility): fc.Arbitrary<HostileRequest> =>
  fc.record({
    method: fc.oneof({ weight: 6, arbitrary: fc.constant(method) }, { weight: 1, arbitrary: fc.constantFrom(...METHODS) }),
    query: queryOf(query),
    params: fc.record(Object.fromEntries(Object.entries(params).map(([name, known]) => [name, fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: hostileText })]))),
    headers: fc.array(header, { maxLength: 3 }),
    bearer: fc.constantFrom(...bearers),
    body: bodyOf(body),
  });

const LONGEST_ADDRESS = 60_000;

/** As it would reach a route; a GET has no body, and an address ends somewhere. */
export const requestOf = ({ method, query, headers, body }: HostileRequest, authorization: string | null): NextRequest => {
  const search = new URLSearchParams(query.map(([name, value]): [string, string] => [name, value.slice(0, LONGEST_ADDRESS / query.length)]));
  const all = new Headers(headers);
  if (authorization !== null) all.set('authorization', authorization);
  const hasBody = body !== null && method !== 'GET' && method !== 'HEAD';
  return new NextRequest(`${APP_ORIGIN}/x?${search.toString()}`, { method, headers: all, ...(hasBody && { body }) });
};
