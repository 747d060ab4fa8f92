import fc from 'fast-check';
import type { Transport } from '../../lib/adapters/http/transport';
import { hostileJson } from '../kit/hostile-json';
import { bigcommerceRefusalSamples } from '../samples/bigcommerce-samples';
import { hikeRefusalSamples } from '../samples/hike-samples';

/** What a vendor truly answers, by the end of the path; the first that matches. */
export type Truth = readonly (readonly [method: string | null, path: RegExp, answer: unknown])[];

/** What becomes of one answer on its way. */
export interface Fate {
  kind: 'true' | 'changed' | 'refused' | 'cut' | 'dropped';
  status: number;
  /** Chosen among all true answers, changed: also an answer to another question. */
  text: string;
  headers: Record<string, string>;
}

const HEADERS: fc.Arbitrary<Record<string, string>> = fc.constantFrom<Record<string, string>>(
  {},
  { 'Content-Type': 'text/html' },
  { 'Retry-After': '-5' },
  { 'Retry-After': '1e9' },
  { 'X-Rate-Limit-Requests-Left': '0', 'X-Rate-Limit-Time-Reset-Ms': '30000' },
  { 'X-Rate-Limit-Requests-Left': 'x', 'X-Rate-Limit-Time-Reset-Ms': '-1' },
);

const STATUSES = [200, 200, 200, 201, 204, 206, 207, 207, 301, 304, 400, 401, 403, 404, 408, 409, 413, 422, 422, 423, 425, 429, 500, 501, 502, 503, 504, 507, 599];
const NO_BODY = new Set([204, 304]);

const fate = (truth: Truth): fc.Arbitrary<Fate> =>
  fc.record({
    kind: fc.constantFrom<Fate['kind'][]>('true', 'true', 'true', 'changed', 'changed', 'changed', 'refused', 'cut', 'dropped'),
    status: fc.constantFrom(...STATUSES),
    text: hostileJson(...truth.map(([, , answer]) => answer), ...bigcommerceRefusalSamples, ...hikeRefusalSamples),
    headers: HEADERS,
  });

export const fates = (truth: Truth): fc.Arbitrary<Fate[]> => fc.array(fate(truth), { minLength: 1, maxLength: 6 });

/** More than any method may need: a loop that is still on its way does not end. */
const MOST_CALLS = 1_200;

/** Thrown past the adapter, which takes whatever a transport throws for a broken line. */
const ENDLESS = new Error('A method never ends.');

const cutOff = (text: string): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text.slice(0, Math.ceil(text.length / 2))));
      controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });

/** A vendor that answers truly, or as the fates say, one after the other and over again. */
export const hostileVendor = (truth: Truth, script: readonly Fate[]): { transport: Transport; assertEnded(): void } => {
  let calls = 0;
  const transport: Transport = async (address, { method = 'GET' }) => {
    const { kind, status, text, headers } = script[calls % script.length]!;
    calls += 1;
    if (calls > MOST_CALLS) throw ENDLESS;
    if (kind === 'dropped') throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    if (kind === 'cut') return new Response(cutOff(text), { status: 200, headers });
    if (kind === 'changed') return new Response(NO_BODY.has(status) ? null : text, { status: status < 300 ? status : 200, headers });
    if (kind === 'refused') return new Response(NO_BODY.has(status) ? null : text, { status, headers });
    const { pathname } = new URL(address);
    const found = truth.find(([only, path]) => (only === null || only === method) && path.test(pathname));
    return Response.json(found?.[2] ?? {}, { headers });
  };
  const assertEnded = (): void => {
    if (calls > MOST_CALLS) throw ENDLESS;
  };
  return { transport, assertEnded };
};
